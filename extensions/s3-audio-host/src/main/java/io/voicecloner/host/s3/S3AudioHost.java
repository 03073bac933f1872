package io.voicecloner.host.s3;

import io.voicecloner.VoiceClonerException;
import io.voicecloner.http.Loopback;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.PreparedAudio;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.OkHttpClient;

/** Keeps recordings in a bucket until they are taken down. What it promises stands at {@link S3AudioHostFactory}. */
final class S3AudioHost implements AudioHost {
    private static final int RANDOM_BYTES = 24;

    private final SecureRandom random = new SecureRandom();
    private final Set<String> present = ConcurrentHashMap.newKeySet();
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    private final Bucket bucket;
    private final String keyPrefix;
    private final Duration urlLifetime;
    private volatile boolean closed;

    S3AudioHost(Bucket bucket, String keyPrefix, Duration urlLifetime) {
        this.bucket = bucket;
        this.keyPrefix = keyPrefix;
        this.urlLifetime = urlLifetime;
    }

    static S3AudioHost open(Settings settings, Wire.Timeouts timeouts, Clock clock) {
        Signer signer = new Signer(settings.region(), settings.credentials(), clock);
        boolean toThisMachine = Loopback.isLoopback(settings.bucket().endpoint());
        Wire wire = new Wire(new OkHttpClient(), timeouts, toThisMachine);
        Bucket bucket = new Bucket(settings.bucket(), signer, wire);
        return new S3AudioHost(bucket, settings.keyPrefix(), settings.urlLifetime());
    }

    @Override
    public Optional<URI> publicBaseUrl() {
        return Optional.of(bucket.base());
    }

    @Override
    public Published publish(PreparedAudio.Content audio) throws IOException {
        String key = keyPrefix + randomName() + '.' + audio.format().extension();
        present.add(key);
        // Asked after the key is in: close() either sees it there or has been seen here.
        if (closed) {
            present.remove(key);
            throw new IOException("the audio host is closed");
        }
        try {
            return new StoredRecording(bucket.put(key, audio, urlLifetime), bucket.nameOf(key), () -> remove(key));
        } catch (VoiceClonerException e) {
            throw e.delivery().mayHaveActed() ? afterClearingUp(key, e) : forgotten(key, e);
        }
    }

    private void remove(String key) {
        if (present.contains(key)) {
            try {
                bucket.delete(key);
            } catch (BucketFailures.Unanswered e) {
                unanswered.add(key);
                throw e;
            }
            present.remove(key);
        }
    }

    private VoiceClonerException forgotten(String key, VoiceClonerException failure) {
        present.remove(key);
        return failure;
    }

    /** The upload may have arrived all the same. */
    private VoiceClonerException afterClearingUp(String key, VoiceClonerException failure) {
        try {
            remove(key);
            return failure;
        } catch (UncheckedIOException e) {
            String hint =
                    failure.hint().map(text -> text + ' ').orElse("") + "Delete " + key + " there: it may be left.";
            VoiceClonerException both = Failures.exception(
                    failure.report().toBuilder().hint(hint).orphans(List.of(bucket.nameOf(key))), failure.getCause());
            both.addSuppressed(e);
            return both;
        }
    }

    private String randomName() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Deletes what is still there as far as it can, and ends all threads. What the bucket gave no answer for is not tried again: it
     * was waited for once. Closing again does nothing.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (bucket) {
            bucket.endUploads();
            bucket.deleteQuietly(
                    present.stream().filter(key -> !unanswered.contains(key)).toList());
            present.clear();
        }
    }

    /** Where it keeps recordings, without what is published. */
    @Override
    public String toString() {
        return "S3AudioHost[" + bucket + ']';
    }
}

package io.voicecloner.host.s3;

import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.PreparedAudio;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** The three things that are done with a bucket. Thread-safe. */
final class Bucket implements AutoCloseable {
    private final BucketAddress address;
    private final Signer signer;
    private final Wire wire;
    private final BucketFailures failures;
    private final Set<Exchange> uploads = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    Bucket(BucketAddress address, Signer signer, Wire wire) {
        this.address = address;
        this.signer = signer;
        this.wire = wire;
        this.failures = new BucketFailures(address);
    }

    /**
     * Puts a recording there, and gives a URL from which anybody can read it for a while. An interrupt breaks it off.
     *
     * @throws VoiceClonerException if it did not; its delivery tells whether the recording may be there all the same
     */
    URI put(String key, PreparedAudio.Content audio, Duration lifetime) {
        AwsCredentialsIdentity identity = signer.identity();
        URI object = address.of(key);
        RecordingBody body = new RecordingBody(audio);
        try {
            Exchange upload = wire.upload(signedPut(object, identity, audio), body);
            uploads.add(upload);
            try {
                // Asked after the upload is in: endUploads() either sees it there or has been seen here.
                if (closing) {
                    upload.cancel();
                }
                failures.requireStored(upload.begin().await());
            } finally {
                uploads.remove(upload);
            }
        } catch (IOException e) {
            throw failures.notStored(e, body.begun());
        }
        return signer.readable(object, identity, lifetime);
    }

    private SdkHttpRequest signedPut(URI object, AwsCredentialsIdentity identity, PreparedAudio.Content audio)
            throws IOException {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.PUT)
                .uri(object)
                .putHeader("Content-Type", audio.format().mediaType())
                .build();
        List<InputStream> opened = new ArrayList<>();
        try {
            return signer.signed(request, identity, () -> opened(audio, opened));
        } catch (RuntimeException e) {
            throw new RecordingBody.Unreadable("the recording cannot be read any more", e);
        } finally {
            // The signer leaves them open.
            for (InputStream in : opened) {
                in.close();
            }
        }
    }

    private static InputStream opened(PreparedAudio.Content audio, List<InputStream> opened) {
        try {
            InputStream in = audio.open();
            opened.add(in);
            return in;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Deletes an object, even if the calling thread is interrupted; one that is not there counts as deleted.
     *
     * @throws BucketFailures.Unanswered if nothing came in time: asking again would wait in vain once more
     * @throws UncheckedIOException if it may still be there; the message is a clause that says why
     */
    void delete(String key) {
        Answer answer;
        try {
            answer = removal(key).begin().awaitRegardless();
        } catch (IOException | VoiceClonerException e) {
            throw failures.notDeleted(key, e);
        }
        if (!answer.isSuccess() && !S3Error.of(answer).code().equals("NoSuchKey")) {
            throw failures.notDeleted(key, answer);
        }
    }

    /** Tries to delete many at once. */
    void deleteQuietly(List<String> keys) {
        List<Exchange> removals = keys.stream()
                .flatMap(this::removalIfPossible)
                .map(Exchange::begin)
                .toList();
        for (Exchange removal : removals) {
            try {
                removal.awaitRegardless();
            } catch (IOException ignored) {
                // Nobody can be told, and without a URL that works nobody can read it.
            }
        }
    }

    private Stream<Exchange> removalIfPossible(String key) {
        try {
            return Stream.of(removal(key));
        } catch (RuntimeException e) {
            return Stream.empty();
        }
    }

    private Exchange removal(String key) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.DELETE)
                .uri(address.of(key))
                .build();
        return wire.remove(signer.signed(request, signer.identity(), null));
    }

    URI base() {
        return address.base();
    }

    /** What an object is called in messages. */
    String nameOf(String key) {
        return address.nameOf(key);
    }

    /** Breaks off the uploads under way, and those that begin later. */
    void endUploads() {
        closing = true;
        uploads.forEach(Exchange::cancel);
    }

    @Override
    public void close() {
        wire.close();
    }

    @Override
    public String toString() {
        return address.toString();
    }
}

package io.voicecloner.pipeline;

import io.voicecloner.AudioSource;
import io.voicecloner.ConsentRecord;
import io.voicecloner.Step;
import io.voicecloner.attempt.FailurePolicy;
import io.voicecloner.bridge.Cleanup;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.PreparedAudio;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A recording of which it is known what it is: what is sent is what was hashed.
 *
 * @param prepared to be sent
 * @param facts what may be told of it
 */
record KnownRecording(PreparedAudio prepared, ConsentRecord.Audio facts) {
    static KnownRecording of(AudioSource source, PreparedAudio prepared, CallScope scope, Cleanup cleanup)
            throws IOException {
        Optional<URI> url =
                source instanceof AudioSource.Url web ? Optional.of(withoutQuery(web.url())) : Optional.empty();
        if (!(prepared instanceof PreparedAudio.Content content)) {
            return new KnownRecording(prepared, new ConsentRecord.Audio(Optional.empty(), url));
        }
        MessageDigest digest = sha256();
        // A file is the caller's and may become another one; everything else is a copy of ours already.
        PreparedAudio.Content kept = source instanceof AudioSource.File
                ? copied(content, digest, scope, cleanup)
                : hashed(content, digest, scope);
        return new KnownRecording(
                kept, new ConsentRecord.Audio(Optional.of(HexFormat.of().formatHex(digest.digest())), url));
    }

    private static PreparedAudio.Content hashed(PreparedAudio.Content audio, MessageDigest digest, CallScope scope)
            throws IOException {
        read(audio, digest, OutputStream.nullOutputStream(), scope);
        return audio;
    }

    private static PreparedAudio.Content copied(
            PreparedAudio.Content audio, MessageDigest digest, CallScope scope, Cleanup cleanup) throws IOException {
        Path copy = begun(cleanup);
        try (OutputStream out = Files.newOutputStream(copy)) {
            read(audio, digest, out, scope);
        }
        return new PreparedAudio.Content(audio.format(), audio.length(), () -> Files.newInputStream(copy));
    }

    private static Path begun(Cleanup cleanup) throws NotCopiedException {
        try {
            Path copy = Files.createTempFile("voicecloner-", ".audio");
            cleanup.add(() -> Files.deleteIfExists(copy));
            return copy;
        } catch (IOException e) {
            throw new NotCopiedException(e);
        }
    }

    static void read(PreparedAudio.Content audio, MessageDigest digest, OutputStream out, CallScope scope)
            throws IOException {
        byte[] piece = new byte[16 * 1024];
        long left = audio.length();
        try (InputStream in = audio.open()) {
            for (int read = in.read(piece); read >= 0 && left >= 0; read = in.read(piece)) {
                FailurePolicy.requireTime(Step.CHECK, scope);
                digest.update(piece, 0, read);
                write(piece, read, out);
                left -= read;
            }
        }
        if (left != 0) {
            throw new IOException("it is not as long any more as when it was checked");
        }
    }

    private static void write(byte[] piece, int length, OutputStream out) throws NotCopiedException {
        try {
            out.write(piece, 0, length);
        } catch (IOException e) {
            throw new NotCopiedException(e);
        }
    }

    /** The recording is in order; there is no place for a copy of it. */
    static final class NotCopiedException extends IOException {
        private static final long serialVersionUID = 1L;

        NotCopiedException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private static URI withoutQuery(URI url) {
        return URI.create(url.toString().replaceFirst("[?#].*", ""));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}

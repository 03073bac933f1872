package io.voicecloner.emulator;

import java.time.Instant;

/**
 * A file that was uploaded.
 *
 * @param provider the provider whose account holds it
 * @param fileId the id a clone request names it by: above 2<sup>53</sup>, so it does not survive a {@code double}
 * @param purpose {@code voice_clone} or {@code prompt_audio}
 * @param fileName as its part of the form was named
 * @param bytes its size
 * @param sha256 the SHA-256 of its bytes, 64 lower-case hex digits
 * @param createdAt when, by the emulator's clock
 * @param deleted whether it has been deleted by request since
 */
public record ReceivedUpload(
        String provider,
        long fileId,
        String purpose,
        String fileName,
        long bytes,
        String sha256,
        Instant createdAt,
        boolean deleted) {

    ReceivedUpload asDeleted() {
        return new ReceivedUpload(provider, fileId, purpose, fileName, bytes, sha256, createdAt, true);
    }
}

package io.voicecloner.emulator;

/**
 * A recording as the emulator received it.
 *
 * @param origin where it came from: the file id of an upload, or the URL it was fetched from
 * @param format {@code mp3}, {@code m4a} or {@code wav} by its bytes, {@code unknown} when no sound in one of these was found
 * @param bytes its size
 * @param sha256 the SHA-256 of its bytes, 64 lower-case hex digits
 */
public record Recording(String origin, String format, long bytes, String sha256) {}

package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.voicecloner.SpeechLimits;
import io.voicecloner.SpeechRequest;
import io.voicecloner.Synthesis;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceRef;
import io.voicecloner.spi.AudioFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/** A new voice of a bench that is made to speak, into a file of its own. Confined to one thread. */
final class Speaking implements AutoCloseable {
    /** May be private, as any text: nothing that is printed may hold it. */
    static final String TEXT = "The quiet harbor wakes before the gulls do.";

    private final Bench bench;
    private final VoiceRef voice;
    private final Path directory;

    Speaking(Bench bench) throws IOException {
        this.bench = bench;
        // What a reference says beside the id is another rule's matter.
        voice = VoiceRef.of(
                bench.host().provider(), bench.cloned(bench.plain()).ref().id());
        directory = Files.createTempDirectory("voicecloner-contract-");
    }

    VoiceRef voice() {
        return voice;
    }

    SpeechLimits limits() {
        return bench.cloner().capabilities().speech().orElseThrow();
    }

    /** A short text, and no more than must be said with it. */
    SpeechRequest plain() {
        return request(TEXT);
    }

    SpeechRequest request(String text) {
        return request(voice, text);
    }

    /** A text to be said by any voice, with a model if one must be named. */
    SpeechRequest request(VoiceRef whose, String text) {
        SpeechRequest request = SpeechRequest.of(whose, text);
        return limits().defaultModel().isPresent()
                ? request
                : request.withModel(limits().models().get(0));
    }

    /** The same, in a format that is streamed; empty where nothing is. */
    Optional<SpeechRequest> streamed() {
        return limits().formats().stream()
                .filter(limits().streamedFormats()::contains)
                .findFirst()
                .map(plain()::withFormat);
    }

    Path target() {
        return directory.resolve("speech");
    }

    /** Everything in the directory of the target, the target included. */
    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    Synthesis spoken(VoiceCloner cloner, SpeechRequest request) {
        return cloner.speech().synthesize(request, target());
    }

    /** What is in the file after an ordinary synthesis. */
    byte[] audio(SpeechRequest request) throws IOException {
        spoken(bench.cloner(), request);
        return Files.readAllBytes(target());
    }

    /** Speaks to a receiver of chunks, and puts them together. */
    Synthesis heard(VoiceCloner cloner, SpeechRequest request, ByteArrayOutputStream together) {
        return cloner.speech().synthesize(request, chunk -> {
            assertTrue(chunk.length > 0, "a chunk of nothing");
            together.writeBytes(chunk);
        });
    }

    /** Speaks into the file, which must fail with one of the library's own exceptions. */
    VoiceClonerException failure(VoiceCloner cloner, SpeechRequest request) {
        return failureOf(() -> spoken(cloner, request));
    }

    /** What a call must fail with. */
    static VoiceClonerException failureOf(Call call) {
        Object made;
        try {
            made = call.made();
        } catch (RuntimeException e) {
            return assertInstanceOf(VoiceClonerException.class, e, "what a failed call throws");
        }
        throw new AssertionFailedError("the call must fail, and ended in " + made);
    }

    /** Something that can fail. */
    @FunctionalInterface
    interface Call {
        Object made();
    }

    /** Fails unless the file holds audio of this size. */
    void requireAudio(long bytes) throws IOException {
        byte[] audio = Files.readAllBytes(target());
        byte[] head = Arrays.copyOf(audio, Math.min(audio.length, AudioFormat.MAGIC_BYTES));
        assertTrue(AudioFormat.of(head).isPresent(), () -> audio.length + " bytes that are no audio");
        assertEquals(bytes, audio.length, "the size told");
    }

    /** Fails if the call was refused for anything else than what stands behind it, or had anything sent. */
    void requireUnsent(int before, String what) {
        assertEquals(before, bench.host().requests(), () -> "requests sent " + what);
        assertFalse(Files.exists(target()), () -> "a file was made " + what);
    }

    @Override
    public void close() {
        try {
            for (Path file : files()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(directory);
        } catch (IOException ignored) {
            // What is left in the system's directory for temporary files breaks no rule.
        }
    }
}

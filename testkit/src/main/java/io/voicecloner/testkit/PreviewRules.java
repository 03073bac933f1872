package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.voicecloner.ClonedVoice;
import io.voicecloner.Feature;
import io.voicecloner.Preview;
import io.voicecloner.PreviewState;
import io.voicecloner.SafetyVerdict;
import io.voicecloner.spi.AudioFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The preview, and what else an answer tells beside the voice. */
final class PreviewRules {
    private static final String GROUP = "results";

    private PreviewRules() {}

    static Stream<ContractRule> all() {
        return Stream.of(
                rule("R49", "a preview that nobody asked for is told as that", PreviewRules::notAsked),
                rule("R50", "a preview that was asked for can be downloaded and is audio", PreviewRules::asked)
                        .needs(Feature.PREVIEW),
                rule("R51", "a preview that never came leaves the voice, and a warning", PreviewRules::lost)
                        .needs(Feature.PREVIEW)
                        .needs(Trouble.PREVIEW_MISSING),
                rule("R52", "usage is told by those who promise it, and by no one else", PreviewRules::usage)
                        .needs(Feature.PREVIEW),
                rule("R53", "a verdict is given by those who promise it, and by no one else", PreviewRules::verdict),
                rule("R54", "flagged content is a voice with a verdict", PreviewRules::flagged)
                        .needs(Feature.SAFETY_VERDICT)
                        .needs(Trouble.CONTENT_FLAGGED));
    }

    private static ContractRule rule(String id, String title, ContractRule.Check check) {
        return new ContractRule(id, GROUP, title, check);
    }

    private static void notAsked(Bench bench) {
        ClonedVoice voice = bench.cloned(bench.plain());
        assertEquals(PreviewState.NOT_REQUESTED, voice.previewState(), "the state of the preview");
        assertEquals(Optional.empty(), voice.preview(), "the preview");
    }

    private static void asked(Bench bench) throws IOException {
        ClonedVoice voice = bench.cloned(bench.plainWith(AskedOption.PREVIEW));
        assertEquals(PreviewState.AVAILABLE, voice.previewState(), "the state of the preview");
        Preview preview = voice.preview().orElseThrow();
        byte[] audio = downloaded(bench, preview);
        byte[] head = Arrays.copyOf(audio, Math.min(audio.length, AudioFormat.MAGIC_BYTES));
        assertTrue(AudioFormat.of(head).isPresent(), () -> audio.length + " bytes that are no audio");
        preview.bytes().ifPresent(told -> assertEquals(told, audio.length, "the size told"));
    }

    /** Saves a preview and reads it. */
    static byte[] downloaded(Bench bench, Preview preview) throws IOException {
        Path directory = Files.createTempDirectory("voicecloner-contract-");
        Path file = directory.resolve("preview");
        try {
            bench.cloner().download(preview, file);
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(directory);
        }
    }

    private static void lost(Bench bench) {
        bench.host().next(Trouble.PREVIEW_MISSING);
        ClonedVoice voice = bench.cloned(bench.plainWith(AskedOption.PREVIEW));
        assertEquals(PreviewState.LOST, voice.previewState(), "the state of the preview");
        assertEquals(Optional.empty(), voice.preview(), "the preview");
        assertFalse(voice.warnings().isEmpty(), "no warning");
    }

    private static void usage(Bench bench) {
        ClonedVoice voice = bench.cloned(bench.plainWith(AskedOption.PREVIEW));
        assertEquals(
                bench.cloner().capabilities().has(Feature.USAGE),
                voice.usage().isPresent(),
                "USAGE and the usage told");
    }

    private static void verdict(Bench bench) {
        ClonedVoice voice = bench.cloned(bench.plain());
        assertEquals(
                bench.cloner().capabilities().has(Feature.SAFETY_VERDICT),
                voice.safety().isPresent(),
                "SAFETY_VERDICT and the verdict given");
        voice.safety().ifPresent(verdict -> assertFalse(verdict.flagged(), () -> "flagged: " + verdict));
    }

    private static void flagged(Bench bench) {
        bench.host().next(Trouble.CONTENT_FLAGGED);
        ClonedVoice voice = bench.cloned(bench.plain());
        assertEquals(Optional.of(true), voice.safety().map(SafetyVerdict::flagged), "whether the content is flagged");
    }
}

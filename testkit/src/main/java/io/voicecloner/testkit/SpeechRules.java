package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.voicecloner.Capabilities;
import io.voicecloner.Feature;
import io.voicecloner.SpeechLimits;
import io.voicecloner.SpeechRequest;
import io.voicecloner.Synthesis;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** What a provider says of its speech, and what comes of it. */
final class SpeechRules {
    static final String GROUP = "speech";

    private SpeechRules() {}

    static Stream<ContractRule> all() {
        return Stream.of(
                new ContractRule(
                        "R82", GROUP, "limits of speech come with SPEECH only, and are sane", SpeechRules::limits),
                rule(
                        "R83",
                        "a text that is spoken into a file is one synthesis, and audio of the size told",
                        SpeechRules::intoFile),
                rule("R84", "chunks put together are the audio of the file", SpeechRules::inChunks),
                rule(
                                "R85",
                                "a stream that ends in the whole audio once more is not handed out twice",
                                SpeechRules::wholeAgain)
                        .needs(SpeechTrouble.WHOLE_AGAIN));
    }

    private static ContractRule rule(String id, String title, ContractRule.Check check) {
        return new ContractRule(id, GROUP, title, check).needs(Feature.SPEECH);
    }

    private static void limits(Bench bench) {
        Capabilities capabilities = bench.cloner().capabilities();
        assertEquals(
                capabilities.has(Feature.SPEECH), capabilities.speech().isPresent(), "SPEECH and the limits of speech");
        capabilities.speech().ifPresent(SpeechRules::sane);
    }

    private static void sane(SpeechLimits limits) {
        assertTrue(limits.codePoints() > 0, () -> "the longest text: " + limits.codePoints());
        assertTrue(
                limits.taskCodePoints() == 0 || limits.taskCodePoints() > limits.codePoints(),
                () -> "the longest text of a task is no longer than others: " + limits.taskCodePoints());
        CapabilityRules.distinctWords("models", limits.models());
        CapabilityRules.distinctWords("emotions", limits.emotions());
        CapabilityRules.distinctWords("languages", limits.languages());
        CapabilityRules.distinctWords("formats", limits.formats());
        assertTrue(
                limits.defaultModel()
                        .map(limits.models()::contains)
                        .orElse(!limits.models().isEmpty()),
                () -> "the default model " + limits.defaultModel() + " of " + limits.models());
        assertFalse(limits.formats().isEmpty(), "no format of the audio");
        assertTrue(
                limits.formats().containsAll(limits.streamedFormats()),
                () -> "formats that are streamed and not known: " + limits.streamedFormats());
        assertTrue(limits.speed().allows(1), () -> "the ordinary speed is not allowed: " + limits.speed());
        assertTrue(limits.volume().allows(1), () -> "the ordinary volume is not allowed: " + limits.volume());
        assertTrue(limits.pitch().allows(0), () -> "the ordinary pitch is not allowed: " + limits.pitch());
        assertTrue(
                rates(limits).allMatch(rate -> rate > 0),
                () -> "rates: " + rates(limits).boxed().toList());
    }

    private static IntStream rates(SpeechLimits limits) {
        return Stream.of(limits.sampleRates(), limits.bitrates())
                .flatMap(List::stream)
                .mapToInt(Integer::intValue);
    }

    private static void intoFile(Bench bench) throws IOException {
        try (Speaking voice = new Speaking(bench)) {
            Synthesis speech = voice.spoken(bench.cloner(), voice.plain());
            voice.requireAudio(speech.bytes());
            assertEquals(List.of(voice.voice().id()), bench.host().syntheses(), "the voices spoken with");
            assertEquals(1, bench.host().speeches(), "requests to speak");
            assertEquals(voice.voice(), speech.voice(), "the voice told");
            assertEquals(1, speech.attempts(), "attempts told");
            assertFalse(speech.possiblyBilledTwice(), "told as possibly billed twice");
        }
    }

    private static void inChunks(Bench bench) throws IOException {
        try (Speaking voice = new Speaking(bench)) {
            requireWhole(bench, voice);
            SpeechRequest request = streamed(voice);
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            Synthesis speech = bench.cloner().speech().synthesize(request, stream);
            assertArrayEquals(voice.audio(request), stream.toByteArray(), "what a stream was given, and the file");
            assertEquals(stream.size(), speech.bytes(), "the size told of a stream");
        }
    }

    private static void wholeAgain(Bench bench) throws IOException {
        try (Speaking voice = new Speaking(bench)) {
            bench.host().next(SpeechTrouble.WHOLE_AGAIN);
            requireWhole(bench, voice);
        }
    }

    private static void requireWhole(Bench bench, Speaking voice) throws IOException {
        SpeechRequest request = streamed(voice);
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        Synthesis speech = voice.heard(bench.cloner(), request, together);
        assertEquals(1, bench.host().syntheses().size(), "syntheses of one stream");
        assertArrayEquals(voice.audio(request), together.toByteArray(), "the chunks put together, and the file");
        assertEquals(together.size(), speech.bytes(), "the size told");
    }

    static SpeechRequest streamed(Speaking voice) {
        return voice.streamed().orElseThrow(() -> new TestAbortedException("needs a provider that streams speech"));
    }
}

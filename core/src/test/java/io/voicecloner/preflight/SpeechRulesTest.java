package io.voicecloner.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.CheckReport;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.SpeechLimits;
import io.voicecloner.SpeechRequest;
import io.voicecloner.Violation;
import io.voicecloner.VoiceRef;
import io.voicecloner.fake.Abilities;
import io.voicecloner.spi.SpeechDelivery;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is to be spoken, against what a provider takes. */
class SpeechRulesTest {
    private static final SpeechRequest PLAIN = SpeechRequest.of(VoiceRef.of("fake", "vc-1"), "Well.");

    private final SpeechLimits.Builder limits = Abilities.speech();

    @ParameterizedTest
    @Tag("B39")
    @CsvSource(textBlock = """
            # characters, tasks, target, how it is asked for, or what is wrong
            9999,   0,      FILE,   WHOLE
            9999,   0,      STREAM, STREAM
            9999,   0,      CHUNKS, STREAM
            10000,  0,      FILE,   too-long
            10000,  0,      STREAM, too-long
            9999,   50000,  FILE,   WHOLE
            10000,  50000,  FILE,   TASK
            10000,  50000,  STREAM, TASK
            10000,  50000,  CHUNKS, too-long
            50000,  50000,  FILE,   TASK
            50001,  50000,  FILE,   too-long
            50001,  50000,  STREAM, too-long
            0,      50000,  FILE,   empty
            """)
    void theLengthDecidesHowItIsAskedForAndWhetherAtAll(int length, int tasks, SpeechTarget target, String expected) {
        for (String letter : List.of("a", "\u4f60", "\ud83c\udf89")) {
            SpeechRequest request = SpeechRequest.of(
                    PLAIN.voice(),
                    letter.equals("\ud83c\udf89") && length > 0
                            ? "a" + letter.repeat(length - 1)
                            : letter.repeat(length));
            SpeechPreflight preflight = preflight(limits.tasks(tasks));
            List<Violation> wrong =
                    preflight.report(request, target, Optional.empty()).violations();
            if (expected.equals(expected.toUpperCase(java.util.Locale.ROOT))) {
                assertThat(wrong).isEmpty();
                assertThat(preflight.check(request, target, Optional.empty()).delivery())
                        .isEqualTo(SpeechDelivery.valueOf(expected));
            } else {
                assertThat(wrong).map(Violation::rule).containsExactly(expected);
            }
        }
    }

    @ParameterizedTest
    @Tag("B43")
    @CsvSource(textBlock = """
            0.5, true
            2, true
            0.49, false
            2.01, false
            0, false
            -1, false
            NaN, false
            Infinity, false
            -Infinity, false
            """)
    void aSpeedIsBetweenItsEnds(double speed, boolean allowed) {
        assertRange(PLAIN.withSpeed(speed), "speed", allowed);
    }

    @ParameterizedTest
    @Tag("B43")
    @CsvSource(textBlock = """
            0, false
            -0.0, false
            4.9E-324, true
            10, true
            10.01, false
            NaN, false
            Infinity, false
            -Infinity, false
            """)
    void aVolumeIsMoreThanNothing(double volume, boolean allowed) {
        assertRange(PLAIN.withVolume(volume), "volume", allowed);
    }

    @ParameterizedTest
    @Tag("B43")
    @CsvSource({"-12, true", "12, true", "0, true", "-13, false", "13, false", "-2147483648, false"})
    void aPitchIsWithinAnOctave(int pitch, boolean allowed) {
        assertRange(PLAIN.withPitch(pitch), "pitch", allowed);
    }

    @Test
    void theWordsSayTheRangeAsAPersonWould() {
        assertThat(violations(PLAIN.withSpeed(2.01).withVolume(0).withPitch(13)))
                .map(Violation::message)
                .containsExactly(
                        "The speed 2.01 is not 0.5 to 2.",
                        "The volume 0 is not more than 0 and at most 10.",
                        "The pitch 13 is not -12 to 12.");
    }

    @Test
    void anUnknownModelPassesWithAWarningUnlessModelsArePaths() {
        CheckReport open = preflight(limits).report(PLAIN.withModel("speech-9"), SpeechTarget.FILE, Optional.empty());
        assertThat(open.ok()).isTrue();
        assertThat(open.warnings()).singleElement().asString().contains("speech-9", "speech-2");

        CheckReport paths = preflight(limits.onlyKnownModels())
                .report(PLAIN.withModel("../../speech-9"), SpeechTarget.FILE, Optional.empty());
        assertThat(paths.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("model");
            assertThat(violation.rule()).isEqualTo("unknown");
            assertThat(violation.message()).contains("speech-2, speech-1");
        });
    }

    @Test
    void withoutADefaultAModelIsNeeded() {
        SpeechPreflight preflight = preflight(limits.models(List.of("speech-2"), null));
        assertThat(preflight.report(PLAIN, SpeechTarget.FILE, Optional.empty()).violations())
                .map(Violation::rule)
                .containsExactly("missing");
        assertThat(preflight
                        .check(PLAIN.withModel("speech-2"), SpeechTarget.FILE, Optional.empty())
                        .model())
                .isEqualTo("speech-2");
    }

    @Test
    void everythingIsFoundAtOnce() {
        SpeechRequest request = SpeechRequest.of(PLAIN.voice(), " ")
                .withModel("")
                .withSpeed(9)
                .withVolume(-1)
                .withPitch(99)
                .withEmotion(" ")
                .withLanguage("\ud83d")
                .withFormat("")
                .withSampleRate(1)
                .withBitrate(1)
                .withChannels(3)
                .withAudioByLink(true);
        InvalidRequestException failure = catchThrowableOfType(
                InvalidRequestException.class,
                () -> preflight(limits)
                        .check(
                                request,
                                SpeechTarget.CHUNKS,
                                Optional.of(new Violation("voice", "elsewhere", "It is."))));

        assertThat(failure.violations())
                .map(Violation::field)
                .containsExactly(
                        "voice",
                        "text",
                        "model",
                        "speed",
                        "volume",
                        "pitch",
                        "emotion",
                        "language",
                        "format",
                        "sampleRate",
                        "bitrate",
                        "channels",
                        "audioByLink",
                        "format");
    }

    @Test
    void aLanguageIsRefusedWhereNoneIsTaken() {
        assertThat(preflight(limits.languages(List.of()))
                        .report(PLAIN.withLanguage("English"), SpeechTarget.FILE, Optional.empty())
                        .violations())
                .map(Violation::rule)
                .containsExactly("unsupported");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp3", "wav", "opus"})
    void onlyAStreamedFormatIsStreamed(String format) {
        SpeechPreflight preflight = preflight(limits);
        boolean streamed = format.equals("mp3");

        assertThat(preflight.delivery(PLAIN.withFormat(format), SpeechTarget.STREAM))
                .isEqualTo(streamed ? SpeechDelivery.STREAM : SpeechDelivery.WHOLE);
        assertThat(preflight.delivery(PLAIN.withFormat(format).withAudioByLink(true), SpeechTarget.STREAM))
                .isEqualTo(SpeechDelivery.LINK);
        assertThat(preflight
                        .report(PLAIN.withFormat(format), SpeechTarget.CHUNKS, Optional.empty())
                        .ok())
                .isEqualTo(streamed);
    }

    private void assertRange(SpeechRequest request, String field, boolean allowed) {
        assertThat(violations(request)).map(Violation::field).isEqualTo(allowed ? List.of() : List.of(field));
    }

    private List<Violation> violations(SpeechRequest request) {
        return preflight(limits)
                .report(request, SpeechTarget.FILE, Optional.empty())
                .violations();
    }

    private static SpeechPreflight preflight(SpeechLimits.Builder limits) {
        return new SpeechPreflight("fake", limits.build());
    }
}

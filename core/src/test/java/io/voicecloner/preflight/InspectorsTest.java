package io.voicecloner.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.AudioLimits;
import io.voicecloner.AudioSource;
import io.voicecloner.CheckReport;
import io.voicecloner.DurationCheck;
import io.voicecloner.fake.FakeAudioInspector;
import io.voicecloner.fake.Recordings;
import io.voicecloner.spi.AudioFacts;
import io.voicecloner.spi.AudioFormat;
import io.voicecloner.spi.AudioInspector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who looks into recordings, what is done with the findings, and what is left where nobody can look. */
class InspectorsTest {
    @TempDir
    Path directory;

    @Test
    void theInstalledOneIsUsed() {
        assertThat(Inspectors.installed()).isInstanceOf(FakeAudioInspector.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "com.example.Missing", "not a class name", "java.lang.String"})
    void whereNoneIsOrItCannotBeLoadedTheFirstBytesAreLookedAt(String listed) throws Exception {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve(AudioInspector.class.getName()), listed);
        URL core = Inspectors.class.getProtectionDomain().getCodeSource().getLocation();
        URL[] path = {core, directory.toUri().toURL()};
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader alone = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(alone);
            Method installed = alone.loadClass(Inspectors.class.getName()).getDeclaredMethod("installed");
            installed.setAccessible(true);
            assertThat(installed.invoke(null).getClass().getName()).isEqualTo(MagicBytes.class.getName());
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @ParameterizedTest
    @Tag("B48")
    @CsvSource({"RIFF....WAVEfmt, WAV", "....ftypM4A isom, M4A", "ID3............., MP3"})
    void theFirstBytesTellTheContainerAndThatLittleWasChecked(String content, AudioFormat format) throws Exception {
        AudioFacts facts = magic(content);
        assertThat(facts.format()).contains(format);
        assertThat(facts.length()).isEmpty();
        assertThat(facts.exact()).isFalse();
        assertThat(facts.faults()).isEmpty();
        assertThat(facts.warnings()).singleElement().asString().contains("voicecloner-audio is not on the path");
    }

    @ParameterizedTest
    @Tag("B47")
    @Tag("B48")
    @ValueSource(strings = {"OggS............", "hello", "h", "PK\u0003\u0004............", "RIFF....AVI LIST"})
    void whatTheyDoNotTellIsNoRecording(String content) throws Exception {
        AudioFacts facts = magic(content);
        assertThat(facts.format()).isEmpty();
        assertThat(facts.faults()).extracting(AudioFacts.Fault::rule).containsExactly("not-audio");
    }

    @ParameterizedTest
    @Tag("B49")
    @Tag("B50")
    @CsvSource({"no-sound, is only a tag", "damaged, has a header that says zero channels", "truncated, ends too early"
    })
    void whatTheInspectorFaultsIsRefusedInItsWords(String rule, String finding) {
        AudioFacts facts = new AudioFacts(
                Optional.of(AudioFormat.MP3),
                Optional.of(Duration.ofSeconds(20)),
                true,
                List.of(new AudioFacts.Fault(rule, finding)),
                List.of());
        CheckReport report = judged((recording, length) -> facts);
        assertThat(report.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("audio");
            assertThat(violation.rule()).isEqualTo(rule);
            assertThat(violation.message()).isEqualTo("The recording in memory " + finding + '.');
        });
    }

    @Test
    @Tag("B53")
    void aRecordingThatCannotBeReadIsAViolation() {
        CheckReport report = judged((recording, length) -> {
            throw new IOException("tape torn");
        });
        assertThat(report.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo("unreadable");
            assertThat(violation.message()).contains("tape torn");
        });
    }

    @Test
    void aFaultOfTheInspectorsOwnIsNotTheCallers() {
        assertThatThrownBy(() -> judged((recording, length) -> {
                    throw new AssertionError("bug");
                }))
                .isInstanceOf(AssertionError.class);
    }

    private static CheckReport judged(AudioInspector inspector) {
        AudioLimits limits = new AudioLimits(
                List.of("wav"), Optional.of(Duration.ofSeconds(10)), Optional.of(Duration.ofMinutes(5)), 1_000);
        Findings findings = new Findings();
        new Recording("audio", limits, DurationCheck.TOLERANT, findings, inspector)
                .inspect(AudioSource.bytes(Recordings.wav(100)));
        return findings.report();
    }

    private static AudioFacts magic(String content) throws IOException {
        byte[] bytes = content.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        return new MagicBytes().inspect(() -> new ByteArrayInputStream(bytes), bytes.length);
    }
}

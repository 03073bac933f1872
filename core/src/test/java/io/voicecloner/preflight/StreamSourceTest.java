package io.voicecloner.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ProviderSettings;
import io.voicecloner.fake.Abilities;
import io.voicecloner.fake.BrokenStream;
import io.voicecloner.fake.Recordings;
import io.voicecloner.spi.PreparedAudio;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Streams: read once, kept in a file, used as often as needed. */
class StreamSourceTest {
    private static final int MAX = (int) Abilities.MAX_AUDIO;

    @Test
    @Tag("B54")
    void aStreamIsReadOnceAndASecondCloneMayUseItAgain() throws Exception {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream once = new ByteArrayInputStream(Recordings.wav(5_000)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        AudioSource source = AudioSource.read(once);
        for (int clone = 0; clone < 2; clone++) {
            PreparedAudio.Content audio = checked(source);
            try (InputStream in = audio.open()) {
                assertThat(in.readAllBytes()).isEqualTo(Recordings.wav(5_000));
            }
            assertThat(closed).isTrue();
        }
    }

    @Test
    @Tag("S13")
    void aStreamThatFailsWithItsOwnAddressDoesNotHaveItPrintedWhole() {
        AudioSource source = AudioSource.read(
                new BrokenStream(0, new IOException("403 for https://store.example/me.wav?Signature=CANARY")));
        assertThat(Checks.forFiles().failure(CloneRequest.of(source)))
                .hasMessageContaining("403 for https://store.example/me.wav?[redacted]")
                .hasMessageNotContaining("CANARY");
    }

    @Test
    void anUnusedStreamIsNotTouched() {
        AudioSource source = AudioSource.read(new BrokenStream(0, new IllegalStateException("touched")));
        assertThat(source).hasToString("a stream");
    }

    @Test
    @Tag("B53")
    void aStreamAsLongAsTheLimitPassesAndOneByteMoreDoesNot() {
        assertThat(checked(AudioSource.read(new ByteArrayInputStream(Recordings.wav(MAX))))
                        .length())
                .isEqualTo(MAX);
        assertThat(Checks.forFiles()
                        .rules(CloneRequest.of(AudioSource.read(new ByteArrayInputStream(Recordings.wav(MAX + 1))))))
                .containsExactly("audio: too-large");
    }

    @Test
    @Tag("B53")
    void anEndlessStreamIsReadNoFurtherThanNeeded() {
        InputStream endless = new BrokenStream(100, new IllegalStateException("read on and on"));
        assertThat(Checks.forFiles().rules(CloneRequest.of(AudioSource.read(endless))))
                .containsExactly("audio: too-large");
    }

    @Test
    void aStreamThatWasCutForASmallProviderIsNotTakenForTheWholeByALargeOne() {
        AudioSource source = AudioSource.read(new ByteArrayInputStream(Recordings.wav(5_000)));
        Checks small = Checks.forFiles().with(ProviderSettings.of("long-enough").withMaxAudioBytes(1_000));
        assertThat(small.rules(CloneRequest.of(source))).containsExactly("audio: too-large");
        assertThat(Checks.forFiles().failure(CloneRequest.of(source)))
                .hasMessageContaining("kept only its first 1001 bytes");
        assertThat(small.rules(CloneRequest.of(source))).containsExactly("audio: too-large");
    }

    @Test
    void aLimitAsLargeAsNumbersGetDoesNotEmptyTheStream() throws Exception {
        var source = (AudioSource.Stream) AudioSource.read(new ByteArrayInputStream(Recordings.wav(100)));
        assertThat(Files.size(source.spooled(Long.MAX_VALUE))).isEqualTo(100);
    }

    @Test
    @Tag("B53")
    @Tag("S30")
    void aStreamThatFailsIsAViolationNowAndLater() {
        AudioSource source = AudioSource.read(new BrokenStream(1, new IOException("tape torn")));
        assertThat(Checks.forFiles().failure(CloneRequest.of(source))).hasMessageContaining("tape torn");
        assertThat(Checks.forFiles().failure(CloneRequest.of(source))).hasMessageContaining("tape torn");
    }

    @Test
    @Tag("B53")
    void aStreamThatGivesNoBytesForEverDoesNotHoldTheCheckForEver() {
        InputStream stalling = new InputStream() {
            private int asked;

            @Override
            public int read() {
                return 0;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (asked++ > 10 * MAX) {
                    throw new IllegalStateException("asked on and on");
                }
                return 0;
            }
        };
        assertThat(Checks.forFiles().rules(CloneRequest.of(AudioSource.read(stalling))))
                .containsExactly("audio: too-large");
    }

    @Test
    @Tag("B53")
    void aStreamThatFailsUncheckedIsAViolationToo() {
        AudioSource source = AudioSource.read(new BrokenStream(1, new IllegalStateException("no tape")));
        assertThat(Checks.forFiles().failure(CloneRequest.of(source))).hasMessageContaining("no tape");
    }

    @Test
    @Tag("S30")
    void theFileIsTheOwnersAlone() throws Exception {
        var source = (AudioSource.Stream) AudioSource.read(new ByteArrayInputStream(Recordings.wav(100)));
        Path file = source.spooled(1_000);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static PreparedAudio.Content checked(AudioSource source) {
        return Checks.forFiles().check(CloneRequest.of(source)).audio().orElseThrow();
    }
}

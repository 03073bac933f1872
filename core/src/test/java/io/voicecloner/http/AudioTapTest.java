package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.Step;
import io.voicecloner.fake.VirtualTime;
import io.voicecloner.spi.AudioOutput;
import io.voicecloner.spi.CallScope;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Audio on its way out of an answer, one piece after the other. */
class AudioTapTest {
    private final VirtualTime time = new VirtualTime();
    private final List<String> told = new ArrayList<>();
    private final CallScope scope = CallScope.of(
            "probe", Duration.ofSeconds(10), null, (step, bytes, total) -> told.add(step + " " + bytes), time);

    @Test
    void itIsOpenedByTheFirstPieceAndClosedOnce() throws IOException {
        Ear ear = Ear.human();
        try (AudioTap tap = new AudioTap(ear, scope)) {
            tap.write(new byte[8], 0);
            assertThat(ear.opened()).isZero();
            tap.write(new byte[] {1, 2, 3, 4}, 3);
            tap.write(new byte[] {5}, 1);
            assertThat(tap.bytes()).isEqualTo(4);
        }
        assertThat(ear.heard()).containsExactly(1, 2, 3, 5);
        assertThat(ear.opened()).isEqualTo(1);
        assertThat(ear.closed()).isEqualTo(1);
        assertThat(scope.handedOut()).isEqualTo(4);
        assertThat(told).containsExactly(Step.SPEAK + " 3", Step.SPEAK + " 4");
    }

    @Test
    void nothingIsOpenedForAnAnswerWithoutAudio() throws IOException {
        Ear ear = Ear.tape();
        new AudioTap(ear, scope).close();
        assertThat(ear.opened() + ear.closed()).isZero();
    }

    @Test
    void whatGoesIntoAFileIsNotHandedOut() throws IOException {
        new AudioTap(Ear.tape(), scope).write(new byte[9], 9);
        assertThat(scope.handedOut()).isZero();
    }

    @Test
    void whoThrowsOverAPieceMayHaveKeptIt() {
        RuntimeException broken = new IllegalStateException("no room");
        AudioTap tap = new AudioTap(throwing(broken), scope);

        assertThatThrownBy(() -> tap.write(new byte[9], 9))
                .isInstanceOf(AudioNotTakenException.class)
                .hasCause(broken);
        assertThat(scope.handedOut()).isEqualTo(9);
        assertThat(tap.bytes()).isZero();
        assertThatThrownBy(tap::close).isInstanceOf(AudioNotTakenException.class);
    }

    @Test
    void nothingIsWrittenOnceNobodyWaits() {
        Ear ear = Ear.human();
        AudioTap late = new AudioTap(ear, scope);
        time.pass(Duration.ofSeconds(10));
        assertThatThrownBy(() -> late.write(new byte[9], 9)).isInstanceOf(InterruptedIOException.class);

        CallScope canceled = CallScope.of("probe", Duration.ofSeconds(10));
        canceled.cancel();
        assertThatThrownBy(() -> new AudioTap(ear, canceled).passed()).isInstanceOf(InterruptedIOException.class);
        assertThat(ear.opened()).isZero();
    }

    @Test
    void whatComesIsAllowedForAnewWithEveryPiece() throws IOException {
        AudioTap tap = new AudioTap(Ear.tape(), scope);
        for (int i = 0; i < 10; i++) {
            tap.allowance().take(1_500_000);
            tap.write(new byte[9], 9);
        }
        tap.allowance().take(1_500_000);
        assertThatThrownBy(() -> tap.allowance().take(1_500_000)).isInstanceOf(UnreadableReplyException.class);
    }

    private static AudioOutput throwing(RuntimeException broken) {
        return new AudioOutput() {
            @Override
            public OutputStream open() {
                return new OutputStream() {
                    @Override
                    public void write(int b) {
                        throw broken;
                    }

                    @Override
                    public void close() {
                        throw broken;
                    }
                };
            }

            @Override
            public boolean canBeginAnew() {
                return false;
            }
        };
    }
}

package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.spi.CallScope;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import okio.Buffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Audio that a stream says again is not heard twice, and audio that only looks like it is not lost. */
@Tag("B93")
class AudioSaidAgainTest {
    private static final byte[] ONE = Sound.of(1, 4_000);
    private static final byte[] TWO = Sound.of(2, 4_000);
    private static final byte[] THREE = Sound.of(3, 1_500);
    private static final byte[] SILENCE = new byte[4_000];

    @Test
    void theWholeAtTheEndIsLeftOut() throws IOException {
        assertThat(heard(Sound.joined(ONE, TWO, THREE), ONE, TWO, THREE)).isEqualTo(Sound.joined(ONE, TWO, THREE));
        assertThat(heard(ONE, ONE)).isEqualTo(ONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {44, 128, 1_000})
    void theWholeMayHaveAnotherHead(int longer) throws IOException {
        byte[] head = Sound.of(9, longer);
        byte[] whole = Sound.joined(head, ONE, TWO, THREE);

        assertThat(heard(whole, ONE, TWO, THREE)).isEqualTo(Sound.joined(ONE, TWO, THREE));
        assertThat(heard(Sound.joined(head, ONE), ONE)).isEqualTo(ONE);
    }

    @Test
    void theWholeMayLackTheHeadsOfItsPieces() throws IOException {
        byte[] head = Sound.of(9, 44);
        byte[] first = Sound.joined(head, ONE);
        byte[] second = Sound.joined(head, TWO);

        assertThat(heard(Sound.joined(ONE, TWO), first, second)).isEqualTo(Sound.joined(first, second));
    }

    @Test
    void aWholeThatIsTooLongToKeepIsKnownAllTheSame() throws IOException {
        byte[][] pieces = {Sound.of(1, 2_000_000), Sound.of(2, 2_000_000), Sound.of(3, 1_000_000)};
        byte[] whole = Sound.joined(pieces);

        assertThat(heard(whole, pieces)).isEqualTo(whole);
        assertThat(heard(Sound.joined(Sound.of(9, 128), whole), pieces)).isEqualTo(whole);
    }

    /** It was taken for the whole because it was longer than what came before. */
    @Test
    void aLastPieceLongerThanAllBeforeItIsNotLost() throws IOException {
        byte[] last = Sound.of(4, 20_000);

        assertThat(heard(last, ONE, TWO, THREE)).isEqualTo(Sound.joined(ONE, TWO, THREE, last));
        assertThat(heard(last, ONE)).isEqualTo(Sound.joined(ONE, last));
    }

    /** Each ended in silence, and the second was taken for the first one again: half of the speech was lost. */
    @Test
    void aLastPieceThatEndsInTheSameSilenceIsNotLost() throws IOException {
        byte[] first = Sound.joined(ONE, SILENCE);
        byte[] last = Sound.joined(TWO, SILENCE);

        assertThat(heard(last, first)).isEqualTo(Sound.joined(first, last));
    }

    /** Forty bytes of silence, sent twice, were heard once. */
    @Test
    void tinyPiecesOfSilenceStay() throws IOException {
        byte[] tiny = new byte[40];

        assertThat(heard(ONE, tiny, tiny)).isEqualTo(Sound.joined(tiny, tiny, ONE));
    }

    /** Each began with silence, and the second was taken for the first one again. */
    @Test
    void aLastPieceThatBeginsWithTheSameSilenceIsNotLost() throws IOException {
        byte[] first = Sound.joined(SILENCE, ONE);
        byte[] last = Sound.joined(SILENCE, TWO);

        assertThat(heard(last, first)).isEqualTo(Sound.joined(first, last));
    }

    @Test
    void aShortLastPieceThatBeginsAsTheFirstOneDidIsNotLost() throws IOException {
        byte[] head = Sound.of(9, 600);
        byte[] first = Sound.joined(head, ONE);
        byte[] last = Sound.joined(head, THREE);

        assertThat(heard(last, first, TWO)).isEqualTo(Sound.joined(first, TWO, last));
    }

    @Test
    void aPieceRepeatedWholeIsHeardOnce() throws IOException {
        assertThat(heard(THREE, ONE, ONE, TWO, TWO)).isEqualTo(Sound.joined(ONE, TWO, THREE));
    }

    /** The second piece is all there was before: so two silent pieces at the beginning became one. */
    @Test
    void silenceRepeatedStaysAtTheBeginningToo() throws IOException {
        assertThat(heard(ONE, SILENCE, SILENCE, SILENCE)).isEqualTo(Sound.joined(SILENCE, SILENCE, SILENCE, ONE));
        assertThat(heard(THREE, ONE, SILENCE, SILENCE)).isEqualTo(Sound.joined(ONE, SILENCE, SILENCE, THREE));
    }

    @Test
    void theSamePieceLaterOnIsSpeech() throws IOException {
        assertThat(heard(THREE, ONE, TWO, ONE)).isEqualTo(Sound.joined(ONE, TWO, ONE, THREE));
    }

    @Test
    void tinyPiecesTellNothingOfTheWhole() throws IOException {
        byte[] beep = Arrays.copyOf(ONE, 10);
        assertThat(heard(Arrays.copyOf(ONE, 12), beep)).isEqualTo(Sound.joined(beep, Arrays.copyOf(ONE, 12)));
    }

    private static byte[] heard(byte[] last, byte[]... pieces) throws IOException {
        Ear ear = Ear.human();
        Buffer stream = new Buffer();
        for (byte[] piece : pieces) {
            stream.writeUtf8(Sound.event(piece, 1));
        }
        stream.writeUtf8(Sound.event(last, 2));
        SpokenEvents.read(stream, new AudioTap(ear, CallScope.of("probe", Duration.ofMinutes(1))));
        return ear.heard();
    }
}

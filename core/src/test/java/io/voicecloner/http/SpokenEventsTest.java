package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.spi.CallScope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream of events, in every dress it comes in. */
class SpokenEventsTest {
    private static final byte[] ONE = Sound.of(1, 3_000);
    private static final byte[] TWO = Sound.of(2, 5_000);
    private static final byte[] THREE = Sound.of(3, 700);

    private final Ear ear = Ear.human();

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 1_000, 1_000_000})
    void howMuchComesAtOnceMakesNoDifference(long atOnce) throws IOException {
        String stream = Sound.event(ONE, 1) + Sound.event(TWO, 1) + Sound.event(THREE, 1)
                + "data: {\"data\":{\"status\":2},\"extra_info\":{\"audio_length\":900}}\n\n";

        assertThat(read(stream, atOnce)).isEqualTo("{\"data\":{\"status\":2},\"extra_info\":{\"audio_length\":900}}");
        assertThat(ear.heard()).isEqualTo(Sound.joined(ONE, TWO, THREE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data: %s\n\n",
                "data:%s\n\n",
                "data:   %s\n\n",
                "data: %s\r\n\r\n",
                "data: %s\n",
                "%s\n",
                ": comment\ndata: %s\n\n",
                ":\n:\r\ndata: %s\n\n",
                "event: audio\nid: 7\nretry: 10\ndata: %s\n\n",
                "data\nevent\ndata: %s\n\n",
                "datas: {\"data\":{\"status\":2}}\ndata: %s\n\n",
                "data:\ndata: \ndata: [DONE]\n\ndata: %s\n\n"
            })
    void everyDressOfALineIsKnown(String dress) throws IOException {
        String flat = "{\"audio\":\"" + Sound.hex(ONE) + "\",\"status\":1}";
        String last = "{\"audio\":\"" + Sound.hex(TWO) + "\",\"status\":2}";

        assertThat(read(dress.formatted(flat) + dress.formatted(last), 4_096))
                .isEqualTo("{\"audio\":\"\",\"status\":2}");
        assertThat(ear.heard()).isEqualTo(Sound.joined(ONE, TWO));
    }

    /** It hid the name of the first line, and with it the first piece. */
    @Test
    void aByteOrderMarkHidesNoPiece() throws IOException {
        read("\uFEFF" + Sound.event(ONE, 1) + Sound.event(TWO, 2), 4_096);

        assertThat(ear.heard()).isEqualTo(Sound.joined(ONE, TWO));
    }

    @Test
    void whatFollowsTheLastPieceIsNotRead() throws IOException {
        read(Sound.event(ONE, 2) + "data: [DONE]\n\n" + Sound.event(TWO, 1) + "data: nonsense\n", 4_096);

        assertThat(ear.heard()).isEqualTo(ONE);
    }

    @Test
    void theStatusAtTheTopCountsBeforeTheOneInside() throws IOException {
        String stream = "data: {\"status\":1,\"data\":{\"audio\":\"" + Sound.hex(ONE) + "\",\"status\":2}}\n"
                + "data: {\"status\":\"2\",\"audio\":\"" + Sound.hex(TWO) + "\"}\n";

        read(stream, 4_096);

        assertThat(ear.heard()).isEqualTo(Sound.joined(ONE, TWO));
    }

    @Test
    void eachPieceIsHeardAsSoonAsItIsThere() throws IOException {
        AudioTap tap = tap();
        try {
            SpokenEvents.read(Sound.slowly(Sound.event(ONE, 1).getBytes(StandardCharsets.UTF_8), 1), tap);
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("ended before its last piece".substring(0, 5));
        }
        assertThat(ear.heard()).isEqualTo(ONE);
        assertThat(tap.bytes()).isEqualTo(ONE.length);
    }

    private AudioTap tap() {
        return new AudioTap(ear, CallScope.of("probe", Duration.ofMinutes(1)));
    }

    private String read(String stream, long atOnce) throws IOException {
        byte[] last = SpokenEvents.read(Sound.slowly(stream.getBytes(StandardCharsets.UTF_8), atOnce), tap());
        return new String(last, StandardCharsets.UTF_8);
    }
}

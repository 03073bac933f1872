package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.spi.CallScope;
import java.io.IOException;
import java.time.Duration;
import okio.Buffer;
import org.junit.jupiter.api.Test;

/** A byte that is no text passed for the end of an answer, whatever came after it. */
class BytesBehindAnAnswerTest {
    @Test
    void aByteThatIsNoTextIsNoEnd() {
        Buffer answer =
                new Buffer().writeUtf8("{\"audio\":\"00ff\"} ").writeByte(0xFF).writeUtf8("{}");

        assertThatThrownBy(() -> SpokenJson.read(answer, (piece, length) -> {}))
                .isInstanceOf(UnreadableReplyException.class)
                .hasMessageContaining("something follows");
    }

    @Test
    void norIsItTheEndOfAnEvent() {
        Buffer stream = new Buffer()
                .writeUtf8("data: {\"audio\":\"00ff\",\"status\":2}")
                .writeByte(0xFF)
                .writeByte('\n');
        AudioTap tap = new AudioTap(Ear.human(), CallScope.of("probe", Duration.ofMinutes(1)));

        assertThatThrownBy(() -> SpokenEvents.read(stream, tap)).isInstanceOf(UnreadableReplyException.class);
        assertThat(tap.bytes()).isZero();
    }

    @Test
    void blanksBehindAnAnswerAreNothing() throws IOException {
        Buffer answer = new Buffer().writeUtf8("{\"audio\":\"00ff\"} \r\n\t");

        assertThat(SpokenJson.read(answer, (piece, length) -> {})).asString().isEqualTo("{\"audio\":\"\"}");
    }
}

package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.voicecloner.spi.CallScope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okio.Buffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer with speech that ends anywhere before its end is never taken for whole, and nothing but an {@link IOException} comes of it. */
@Tag("B92")
class CutSpeechTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"audio\":\"00ff10203040\",\"extra_info\":{\"n\":1,\"s\":\"a\\\"b\"},\"base_resp\":{\"status_code\":0}}",
                "{\"data\":{\"audio\":\"00ff1020\",\"status\":2},\"trace_id\":\"t\"}",
                "{\"data\":{\"audio\":\"https:\\/\\/cdn.example\\/a\\u0026b\"}, \"l\":[1,2,[true,null]]}"
            })
    void aCutAnswerIsNoAnswer(String whole) {
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut < bytes.length; cut++) {
            Buffer begun = new Buffer().write(bytes, 0, cut);
            Throwable thrown = catchThrowable(() -> SpokenJson.read(begun, (piece, length) -> {}));

            assertThat(thrown).as(whole.substring(0, cut)).isInstanceOf(IOException.class);
        }
    }

    @Test
    @Tag("B93")
    void aCutStreamIsNoStream() {
        String stream = Sound.event(Sound.of(1, 8), 1)
                + ": well\r\nevent: x\nid: 7\n\n"
                + "data:{\"audio\":\"" + Sound.hex(Sound.of(2, 8)) + "\",\"status\":1}\r\n\r\n"
                + "data: {\"data\":{\"status\":2},\"extra_info\":{\"n\":1}}";
        for (int cut = 0; cut < stream.length(); cut++) {
            Buffer begun = new Buffer().writeUtf8(stream.substring(0, cut));
            Throwable thrown = catchThrowable(() -> SpokenEvents.read(begun, tap(Ear.human())));

            assertThat(thrown).as(stream.substring(0, cut)).isInstanceOf(IOException.class);
        }
        assertThat(catchThrowable(() -> SpokenEvents.read(new Buffer().writeUtf8(stream), tap(Ear.human()))))
                .isNull();
    }

    private static AudioTap tap(Ear ear) {
        return new AudioTap(ear, CallScope.of("probe", Duration.ofMinutes(1)));
    }
}

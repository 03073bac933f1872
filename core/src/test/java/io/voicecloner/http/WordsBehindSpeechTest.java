package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.spi.CallScope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okio.Buffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An event that is no piece of speech passed for the last one, where the stream broke off behind it: half of the speech was a success. */
@Tag("B93")
class WordsBehindSpeechTest {
    @ParameterizedTest
    @ValueSource(strings = {"{\"trace_id\":\"a1\"}", "{\"extra_info\":{}}", "{\"data\":null}", "{}"})
    void wordsBehindAPieceAreNoEnd(String words) {
        assertThatThrownBy(() -> read(Sound.event(Sound.of(1, 8), 1) + "data: " + words + "\n\n"))
                .isInstanceOf(UnreadableReplyException.class)
                .hasMessageContaining("without its last piece");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":404,\"reason\":\"VOICE_NOT_FOUND\"}", "{\"message\":\"no\"}"})
    void wordsWithoutAPieceAreForTheDialectToRead(String words) throws IOException {
        assertThat(read("data: " + words + "\n\n")).isEqualTo(words);
    }

    private static String read(String stream) throws IOException {
        AudioTap tap = new AudioTap(Ear.human(), CallScope.of("probe", Duration.ofMinutes(1)));
        return new String(SpokenEvents.read(new Buffer().writeUtf8(stream), tap), StandardCharsets.UTF_8);
    }
}

package io.voicecloner.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.minimax.MiniMaxProvider;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Timeout;

/** Answers to the second request of MiniMax's dialect, which makes the voice; the upload before it succeeds. */
@Timeout(20)
class CloneByIdReplyFuzzTest {
    private static final String FILE_ID = "223456789012345678";
    private static final byte[] UPLOADED = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"
                    + "{\"file\":{\"file_id\":" + FILE_ID + "},\"base_resp\":{\"status_code\":0}}")
            .getBytes(StandardCharsets.US_ASCII);

    private static final Host HOST = new Host(new MiniMaxProvider());

    @FuzzTest
    void onlyBaseRespMakesASuccess(byte[] input) {
        RawAnswer answer = new RawAnswer(input);
        Host.Outcome outcome = HOST.answering(UPLOADED, input);
        VoiceClonerException failure = outcome.failure();
        ClonedVoice voice = outcome.voice();

        assertThat(HOST.wire().requests()).isEqualTo(2);
        if (failure != null) {
            CreateRules.areKept(answer, failure);
            assertThat(failure.voiceId()).contains(Host.VOICE_ID);
            assertThat(failure.orphans()).containsExactly(FILE_ID);
        }
        if (voice != null) {
            CreateRules.areKeptBySuccess(answer);
            assertThat(answer.holds("base_resp") && answer.holds("status_code")).isTrue();
            assertThat(voice.ref().id()).isEqualTo(Host.VOICE_ID);
            voice.preview()
                    .flatMap(preview -> preview.length())
                    .ifPresent(length -> assertThat(length.isNegative()).isFalse());
        }
    }
}

package io.voicecloner.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.minimax.MiniMaxProvider;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;

/** Answers to the first request of MiniMax's dialect, the upload; the request for the voice after it would succeed. */
@Timeout(20)
class UploadReplyFuzzTest {
    private static final byte[] CLONED = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n"
                    + "{\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}")
            .getBytes(StandardCharsets.US_ASCII);

    private static final Pattern FILE_ID = Pattern.compile("\"file_id\":(\\d+)[,}]");
    private static final Pattern ROUNDED = Pattern.compile("\\d[.eE]");

    private static final Host HOST = new Host(new MiniMaxProvider());

    @FuzzTest
    void aVoiceIsAskedForOnlyOfAFileThatTheAnswerNames(byte[] input) {
        RawAnswer answer = new RawAnswer(input);
        VoiceClonerException failure = HOST.answering(input, CLONED).failure();

        if (failure == null) {
            Matcher sent = FILE_ID.matcher(HOST.wire().request(1));
            assertThat(sent.find()).as(HOST.wire().request(1)).isTrue();
            String fileId = sent.group(1);
            assertThat(Long.parseLong(fileId)).isPositive();
            boolean named = answer.holds(fileId)
                    || ROUNDED.matcher(new String(input, StandardCharsets.UTF_8))
                            .find();
            assertThat(named).as("file id %s", fileId).isTrue();
            return;
        }
        assertThat(HOST.wire().requests()).isEqualTo(1);
        Told.fitsTogether(failure);
        assertThat(failure.step()).isEqualTo(Step.UPLOAD);
        assertThat(failure.voiceMayExist()).isFalse();
        boolean unexplained = failure.providerCode().isEmpty()
                && answer.status().isPresent()
                && answer.status().getAsInt() < 300;
        if (unexplained) {
            assertThat(failure.orphans()).as("a recording may lie there").hasSize(1);
        }
    }
}

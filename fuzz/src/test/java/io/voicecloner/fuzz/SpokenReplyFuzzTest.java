package io.voicecloner.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;

/** Answers that hold all of their speech, or a link to it. */
@Timeout(20)
class SpokenReplyFuzzTest {
    /** As documented, nested and flat (wire-facts 1.4, 2.4). */
    private static final Pattern DOCUMENTED =
            Pattern.compile("\\{(?:\"data\":\\{\"audio\":\"((?:[0-9a-f]{2})+)\",\"status\":2}"
                    + ",\"base_resp\":\\{\"status_code\":0}|\"audio\":\"((?:[0-9a-f]{2})+)\")}\\s*");

    private static final SpeakingHost HOST = new SpeakingHost();

    @FuzzTest
    void theSpeechIsWhatTheDigitsSay(byte[] body) {
        SpeakingHost.Outcome outcome = HOST.answering("application/json", body);

        // One letter for each byte: nothing that is looked at here is beyond ASCII.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        if (outcome.isSuccess()) {
            SpokenAnswer answer = SpokenAnswer.of(text);
            assertThat(answer.isRefusal()).as("refused").isFalse();
            assertThat(outcome.written()).isEqualTo(answer.audio());
        }
        Matcher documented = DOCUMENTED.matcher(text);
        if (documented.matches()) {
            String digits = documented.group(1) == null ? documented.group(2) : documented.group(1);
            assertThat(outcome.failure()).isNull();
            assertThat(outcome.written()).isEqualTo(digits);
        }
    }
}

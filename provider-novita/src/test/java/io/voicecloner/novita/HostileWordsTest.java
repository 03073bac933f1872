package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code reason} and {@code message}, as long and as strange as a server likes. */
@Tag("B89")
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class HostileWordsTest {
    private static final String[] STRANGE = {
        "x", "\\r\\nERROR everything is fine", "\\u001b[2J\\u001b[31m", "${jndi:ldap://a.example/b}", "https:a"
    };

    @AutoClose
    private final NovitaBench novita = new NovitaBench();

    @ParameterizedTest
    @CsvSource({"200, 900000", "400, 20000", "500, 20000", "400, 900000"})
    void theirBeginningIsTold(int status, int length) {
        for (String strange : STRANGE) {
            String words = strange.repeat(length / strange.length());
            novita.onClone(Reply.of(status, "application/json", NovitaBench.refusal(status, strange, words)));

            VoiceClonerException failure = novita.failure();

            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            assertThat(failure.providerMessage().orElseThrow().length()).isBetween(50, 200);
            assertThat(failure.toString().length()).isLessThan(1_500);
            assertThat(failure.toString()).doesNotContain("\r").doesNotContain("\nERROR");
            assertThat(trace.toString()).doesNotContain("\u001B");
        }
    }
}

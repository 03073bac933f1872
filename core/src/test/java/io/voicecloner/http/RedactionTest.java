package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ProtocolException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Causes of failures that repeat a secret. */
@Tag("S12")
class RedactionTest {
    private static final String KEY = "sk-CANARY";

    private final Redaction redaction = new Redaction();

    @BeforeEach
    void hide() {
        redaction.hide(KEY);
    }

    @Test
    void aCauseWithoutASecretStaysWhatItIs() {
        Exception cause = new ProtocolException("unexpected end of stream");
        assertThat(Quoted.of(cause, redaction)).isSameAs(cause);
    }

    @Test
    void aCauseThatSaysTheKeySaysTheRestAndWhereItCameFrom() {
        Exception cause = new ProtocolException("Unexpected status line: " + KEY);
        assertThat(Quoted.of(cause, redaction))
                .hasMessage("java.net.ProtocolException: Unexpected status line: [redacted]")
                .satisfies(told -> assertThat(told.getStackTrace()).isEqualTo(cause.getStackTrace()));
    }

    @Test
    void aSecretBelowIsFoundToo() {
        Exception cause = new IOException("broken", new IOException("at https://audio.example/a?signature=CANARY"));
        Throwable told = Quoted.of(cause, redaction);
        assertThat(printed(told)).doesNotContain("CANARY").contains("broken", "https://audio.example/a?[redacted]");
        assertThat(told.getCause()).isNotNull();
    }

    @Test
    void aSecretBesideIsFoundToo() {
        Exception cause = new IOException("broken");
        cause.addSuppressed(new IOException("and " + KEY));
        assertThat(printed(Quoted.of(cause, redaction)))
                .doesNotContain("CANARY")
                .contains("broken");
    }

    @Test
    void aChainWithoutAnEndEnds() {
        IOException first = new IOException("first " + KEY);
        first.initCause(new IOException("second", first));
        assertThat(printed(Quoted.of(first, redaction)))
                .doesNotContain("CANARY")
                .contains("second");
    }

    private static String printed(Throwable cause) {
        StringWriter everything = new StringWriter();
        cause.printStackTrace(new PrintWriter(everything, true));
        return everything.toString();
    }
}

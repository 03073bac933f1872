package io.voicecloner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ComplaintsTest {
    @Test
    void a_fault_of_our_own_is_1_and_one_line_without_its_message_which_may_hold_a_secret() {
        Ran ran = about(new IllegalArgumentException("Unexpected char in Authorization value: s3cr3t"));

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .contains("IllegalArgumentException", "VOICECLONER_DEBUG")
                .hasLineCount(1);
        assertThat(ran.out() + ran.err()).doesNotContain("s3cr3t", "\tat ");
    }

    @Test
    void its_object_has_every_key_and_claims_nothing() {
        Ran ran = about(new AssertionError());

        assertThat(ran.category()).isEqualTo("internal");
        assertThat(ran.error().get("voiceMayExist").isJsonNull()).isTrue();
        assertThat(ran.error().get("delivery").isJsonNull()).isTrue();
    }

    private static Ran about(Throwable thrown) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Screen screen = new Screen(
                InputStream.nullInputStream(),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                Terminals.NONE);
        int exit = new Complaints(screen, true).about(thrown);
        return new Ran(exit, out, err.toString(StandardCharsets.UTF_8));
    }
}

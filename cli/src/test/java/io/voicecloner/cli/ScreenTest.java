package io.voicecloner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_result_that_standard_output_does_not_take_is_not_lost() {
        Screen screen = screen(new FullDisk());

        ExitCode exit = screen.result("minimax:vc-1", ExitCode.DONE);

        assertThat(exit).isEqualTo(ExitCode.INTERNAL);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("minimax:vc-1");
    }

    @Test
    void a_result_is_one_line_in_utf_8() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        ExitCode exit = screen(out).result("voice: 你好", ExitCode.DONE);

        assertThat(exit).isEqualTo(ExitCode.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("voice: 你好" + System.lineSeparator());
        assertThat(err.size()).isZero();
    }

    private Screen screen(OutputStream out) {
        return new Screen(InputStream.nullInputStream(), printing(out), printing(err), Terminals.NONE);
    }

    private static PrintStream printing(OutputStream target) {
        return new PrintStream(target, false, StandardCharsets.UTF_8);
    }

    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("no space left on device");
        }
    }
}

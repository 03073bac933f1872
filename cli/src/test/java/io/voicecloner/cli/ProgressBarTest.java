package io.voicecloner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Step;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong();
    private final ProgressBar bar =
            new ProgressBar(new PrintStream(terminal, true, StandardCharsets.UTF_8), clock::get);

    @Test
    void shows_how_much_of_the_recording_has_left() {
        bar.onProgress(Step.UPLOAD, 500_000, 2_000_000);

        assertThat(shown()).isEqualTo("\r\u001B[Kuploading [#######.......................] 25 % of 2.0 MB");
    }

    @Test
    void adds_the_prompt_audio_to_the_recording() {
        bar.onProgress(Step.UPLOAD, 1_000_000, 1_000_000);
        later(200);
        bar.onProgress(Step.UPLOAD_PROMPT, 0, 1_000_000);

        assertThat(shown()).endsWith("50 % of 2.0 MB");
    }

    @Test
    void redraws_ten_times_a_second_at_most() {
        for (int i = 1; i <= 99; i++) {
            bar.onProgress(Step.UPLOAD, i * 10_000L, 1_000_000);
            later(10);
        }

        assertThat(shown().split("uploading", -1)).hasSize(1 + 10);
    }

    @Test
    void says_at_once_that_everything_has_left() {
        bar.onProgress(Step.UPLOAD, 900_000, 1_000_000);
        bar.onProgress(Step.UPLOAD, 1_000_000, 1_000_000);

        assertThat(shown()).endsWith("uploaded 1.0 MB, waiting for the voice");
    }

    @Test
    void is_gone_in_the_end_and_stays_gone() {
        bar.onProgress(Step.UPLOAD, 900_000, 1_000_000);
        bar.close();
        later(1000);
        bar.onProgress(Step.UPLOAD, 950_000, 1_000_000);

        assertThat(shown()).endsWith("\r\u001B[K");
    }

    @Test
    void leaves_no_trace_where_nothing_was_uploaded() {
        bar.close();

        assertThat(shown()).isEmpty();
    }

    @Test
    void survives_a_recording_of_no_bytes() {
        bar.onProgress(Step.UPLOAD, 0, 0);

        assertThat(shown()).contains("uploaded 0.0 MB");
    }

    private void later(long millis) {
        clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private String shown() {
        return terminal.toString(StandardCharsets.UTF_8);
    }
}

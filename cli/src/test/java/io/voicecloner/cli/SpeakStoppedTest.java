package io.voicecloner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands that a signal, the time or a pipe ends, and what may have been paid by then. */
@Timeout(60)
class SpeakStoppedTest {
    private static final String SPEAK = "/v1/t2a_v2";
    private static final String VOICE = "minimax:vc-7k3qabcdef";

    @TempDir
    Path folder;

    private final StopRequest stop = new StopRequest();
    private final FakeProvider provider;

    SpeakStoppedTest() throws IOException {
        provider = new FakeProvider();
    }

    @AfterEach
    void stopProvider() {
        provider.close();
    }

    @Test
    void after_the_text_was_sent_it_is_9_for_it_may_be_billed() throws Exception {
        provider.fallSilent(SPEAK);
        Path speech = Files.writeString(folder.resolve("speech.mp3"), "yesterday's");

        Ran ran = stoppedInSilence("speak", VOICE, "Hi.", "--output", speech.toString());

        assertThat(ran.exit()).as(ran.err()).isEqualTo(9);
        assertThat(ran.category()).isEqualTo("canceled");
        assertThat(ran.error().get("moneyMayBeSpent").getAsBoolean()).isTrue();
        assertThat(ran.error().get("voiceMayExist").getAsBoolean()).isFalse();
        assertThat(ran.error().get("bytesDelivered").getAsLong()).isZero();
        assertThat(speech).hasContent("yesterday's");
    }

    @Test
    void an_activation_that_was_stopped_may_be_billed_and_is_130_for_it_is_safe_to_run_again() throws Exception {
        provider.fallSilent(SPEAK);

        Ran ran = stoppedInSilence("activate", VOICE);

        assertThat(ran.exit()).as(ran.err()).isEqualTo(130);
        assertThat(ran.error().get("moneyMayBeSpent").getAsBoolean()).isTrue();
        assertThat(ran.error().get("hint").getAsString()).contains("To run this again is safe");
    }

    @Test
    void a_list_that_was_stopped_is_130() throws Exception {
        provider.fallSilent("/v1/get_voice");

        Ran ran = stoppedInSilence("voices", "list");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(130);
        assertThat(ran.category()).isEqualTo("canceled");
        assertThat(ran.error().get("moneyMayBeSpent").getAsBoolean()).isFalse();
    }

    @Test
    void while_the_text_is_awaited_it_is_130_and_nothing_is_sent() throws Exception {
        try (PipedOutputStream never = new PipedOutputStream();
                InputStream in = new PipedInputStream(never)) {
            CompletableFuture<Ran> run = new CompletableFuture<>();
            String[] args = json(
                    "speak", VOICE, "-", "--output", folder.resolve("a.mp3").toString());
            new Thread(() -> run.complete(Ran.with(stop, in, Terminals.NONE, args)), "command").start();
            stop.make();

            Ran ran = run.get(10, TimeUnit.SECONDS);
            assertThat(ran.exit()).as(ran.err()).isEqualTo(130);
            assertThat(provider.requests(SPEAK)).isZero();
        }
    }

    @Test
    void the_time_limit_covers_the_text_on_standard_input() throws Exception {
        try (PipedOutputStream never = new PipedOutputStream();
                InputStream in = new PipedInputStream(never)) {
            Ran ran = Ran.with(
                    stop,
                    in,
                    Terminals.NONE,
                    json(
                            "speak",
                            VOICE,
                            "-",
                            "--timeout",
                            "200ms",
                            "--output",
                            folder.resolve("a.mp3").toString()));

            assertThat(ran.exit()).as(ran.err()).isEqualTo(8);
            assertThat(ran.reason()).isEqualTo("deadline");
            assertThat(ran.error().get("delivery").getAsString()).isEqualTo("not-sent");
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    @Test
    void the_time_limit_ends_an_activation_and_a_list() throws Exception {
        provider.fallSilent(SPEAK).fallSilent("/v1/get_voice");

        Ran activation = Ran.voicecloner(json("activate", VOICE, "--timeout", "400ms"));
        Ran list = Ran.voicecloner(json("voices", "list", "--timeout", "400ms"));

        for (Ran ran : new Ran[] {activation, list}) {
            assertThat(ran.exit()).as(ran.err()).isEqualTo(8);
            assertThat(ran.reason()).isEqualTo("deadline");
            assertThat(ran.err()).contains("--timeout");
        }
        assertThat(activation.error().get("moneyMayBeSpent").getAsBoolean()).isTrue();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void speech_that_standard_output_does_not_take_is_10() throws IOException {
        provider.answer(
                SPEAK,
                200,
                "{\"data\":{\"audio\":\"fffb9064\",\"status\":2},\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}");
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Screen screen = new Screen(
                InputStream.nullInputStream(),
                new PrintStream(new ClosedPipe(), false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                Terminals.NONE);

        int exit = Main.run(
                screen,
                stop,
                "speak",
                VOICE,
                "Hi.",
                "--format",
                "wav",
                "--config",
                provider.config(folder).toString());

        assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(10);
        assertThat(provider.requests(SPEAK)).isEqualTo(1);
    }

    private Ran stoppedInSilence(String... args) throws Exception {
        CompletableFuture<Ran> run = new CompletableFuture<>();
        String[] all = json(args);
        new Thread(() -> run.complete(Ran.until(stop, false, all)), "command").start();
        provider.awaitSilence();
        stop.make();
        return run.get(10, TimeUnit.SECONDS);
    }

    private String[] json(String... args) throws IOException {
        String[] all = Arrays.copyOf(args, args.length + 3);
        all[args.length] = "--config";
        all[args.length + 1] = provider.config(folder).toString();
        all[args.length + 2] = "--json";
        return all;
    }

    private static final class ClosedPipe extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("broken pipe");
        }
    }
}

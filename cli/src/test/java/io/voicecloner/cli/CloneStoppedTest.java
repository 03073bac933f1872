package io.voicecloner.cli;

import static io.voicecloner.cli.Ran.SPEECH;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CloneStoppedTest {
    @TempDir
    Path folder;

    private final StopRequest stop = new StopRequest();

    @Test
    void before_the_clone_was_sent_it_is_130_and_no_voice_exists() throws Exception {
        try (FakeProvider provider = new FakeProvider().fallSilent("/v1/files/upload")) {
            Ran ran = stoppedInSilence(provider);

            assertThat(ran.exit()).as(ran.err()).isEqualTo(130);
            assertThat(ran.category()).isEqualTo("canceled");
            assertThat(ran.error().get("voiceMayExist").getAsBoolean()).isFalse();
        }
    }

    @Test
    void after_the_clone_was_sent_it_is_9_and_a_voice_may_exist() throws Exception {
        try (FakeProvider provider = new FakeProvider().fallSilent("/v1/voice_clone")) {
            Ran ran = stoppedInSilence(provider);

            assertThat(ran.exit()).as(ran.err()).isEqualTo(9);
            assertThat(ran.category()).isEqualTo("ambiguous-outcome");
            assertThat(ran.error().get("voiceMayExist").getAsBoolean()).isTrue();
        }
    }

    @Test
    @Tag("faults")
    @Tag("F54")
    void while_it_waits_to_learn_what_became_of_a_clone_it_is_9_and_nothing_is_sent_again() throws Exception {
        try (FakeProvider provider = new FakeProvider().hangUp("/v1/voice_clone")) {
            Ran ran = stoppedInSilence(provider);

            assertThat(ran.exit()).as(ran.err()).isEqualTo(9);
            assertThat(ran.category()).isEqualTo("ambiguous-outcome");
            assertThat(ran.reason()).isEqualTo("canceled");
            assertThat(provider.requests("/v1/voice_clone")).isEqualTo(1);
        }
    }

    @Test
    void while_the_preview_comes_it_is_10_and_the_voice_is_printed() throws Exception {
        try (FakeProvider provider = new FakeProvider().fallSilent("/slow.mp3")) {
            provider.answer(
                    "/v1/voice_clone",
                    200,
                    "{\"demo_audio\":\"" + provider.origin()
                            + "/slow.mp3\",\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}");
            Ran ran = stoppedInSilence(
                    provider,
                    "--text",
                    "Hi there.",
                    "--output",
                    folder.resolve("preview.mp3").toString());

            assertThat(ran.exit()).as(ran.err()).isEqualTo(10);
            assertThat(ran.object().get("voice").getAsString()).startsWith("minimax:");
            assertThat(folder.toFile().list()).containsExactly("voicecloner.conf");
        }
    }

    @Test
    void before_it_began_nothing_is_sent() throws Exception {
        try (FakeProvider provider = new FakeProvider()) {
            stop.make();

            Ran ran = Ran.until(
                    stop,
                    false,
                    "clone",
                    SPEECH,
                    "--config",
                    provider.config(folder).toString(),
                    "--json");

            assertThat(ran.exit()).as(ran.err()).isEqualTo(130);
            assertThat(ran.category()).isEqualTo("canceled");
            assertThat(provider.requests("/v1/files/upload")).isZero();
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    @Test
    void before_the_emulator_was_up_it_is_no_internal_error() {
        stop.make();

        Ran ran = Ran.until(stop, false, "clone", SPEECH, "--emulator", "--json");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(130);
        assertThat(ran.category()).isEqualTo("canceled");
    }

    @Test
    void the_emulator_command_ends_in_peace() throws Exception {
        CompletableFuture<Ran> run = inBackground("emulator", "--json");
        stop.make();

        Ran ran = run.get(10, TimeUnit.SECONDS);
        assertThat(ran.exit()).isZero();
        assertThat(ran.object().keySet()).containsExactly("baseUrls", "controlUrl", "apiKey");
        assertThat(ran.object().getAsJsonObject("baseUrls").keySet()).contains("minimax", "novita");
    }

    private Ran stoppedInSilence(FakeProvider provider, String... options) throws Exception {
        String[] args = new String[options.length + 5];
        args[0] = "clone";
        args[1] = SPEECH;
        args[2] = "--config";
        args[3] = provider.config(folder).toString();
        args[4] = "--json";
        System.arraycopy(options, 0, args, 5, options.length);
        CompletableFuture<Ran> run = inBackground(args);
        provider.awaitSilence();
        stop.make();
        return run.get(10, TimeUnit.SECONDS);
    }

    private CompletableFuture<Ran> inBackground(String... args) {
        CompletableFuture<Ran> run = new CompletableFuture<>();
        new Thread(() -> run.complete(Ran.until(stop, false, args)), "command").start();
        return run;
    }
}

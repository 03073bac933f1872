package io.voicecloner.cli;

import static io.voicecloner.cli.Ran.SPEECH;
import static io.voicecloner.cli.Ran.voicecloner;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CloneInterruptedTest {
    @TempDir
    Path folder;

    @Test
    void before_the_clone_was_sent_it_is_130_and_no_voice_exists() throws Exception {
        try (FakeProvider provider = new FakeProvider().fallSilent("/v1/files/upload")) {
            Ran ran = interruptedInSilence(provider);

            assertThat(ran.exit()).as(ran.err()).isEqualTo(130);
            assertThat(ran.category()).isEqualTo("canceled");
            assertThat(ran.error().get("voiceMayExist").getAsBoolean()).isFalse();
        }
    }

    @Test
    void after_the_clone_was_sent_it_is_9_and_a_voice_may_exist() throws Exception {
        try (FakeProvider provider = new FakeProvider().fallSilent("/v1/voice_clone")) {
            Ran ran = interruptedInSilence(provider);

            assertThat(ran.exit()).as(ran.err()).isEqualTo(9);
            assertThat(ran.category()).isEqualTo("ambiguous-outcome");
            assertThat(ran.error().get("voiceMayExist").getAsBoolean()).isTrue();
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
            Ran ran = interruptedInSilence(
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
            String config = provider.config(folder).toString();
            CompletableFuture<Ran> run = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                Thread.currentThread().interrupt();
                run.complete(voicecloner("clone", SPEECH, "--config", config, "--json"));
            });
            thread.start();

            assertThat(run.get().exit()).as(run.get().err()).isEqualTo(130);
            assertThat(provider.requests("/v1/voice_clone")).isZero();
        }
    }

    @Test
    void the_emulator_command_ends_in_peace() throws Exception {
        CompletableFuture<Ran> run = new CompletableFuture<>();
        Thread thread = new Thread(() -> run.complete(voicecloner("emulator", "--json")));
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            assertThat(run).isNotDone();
            TimeUnit.MILLISECONDS.sleep(10);
        }
        thread.interrupt();

        assertThat(run.get().exit()).isZero();
        assertThat(run.get().object().keySet()).containsExactly("baseUrls", "apiKey");
        assertThat(run.get().object().getAsJsonObject("baseUrls").keySet()).contains("minimax", "novita");
    }

    private Ran interruptedInSilence(FakeProvider provider, String... options) throws Exception {
        String[] args = new String[options.length + 5];
        args[0] = "clone";
        args[1] = SPEECH;
        args[2] = "--config";
        args[3] = provider.config(folder).toString();
        args[4] = "--json";
        System.arraycopy(options, 0, args, 5, options.length);
        CompletableFuture<Ran> run = new CompletableFuture<>();
        Thread thread = new Thread(() -> run.complete(voicecloner(args)));
        thread.start();
        provider.awaitSilence();
        thread.interrupt();
        try {
            return run.get(10, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("an interrupt did not end the command", e);
        }
    }
}

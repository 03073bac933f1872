package io.voicecloner.cli;

import static io.voicecloner.cli.Ran.SPEECH;
import static io.voicecloner.cli.Ran.voicecloner;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.voicecloner.emulator.Emulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloneFailuresTest {
    private static final String UPLOAD = "/v1/files/upload";
    private static final String CLONE = "/v1/voice_clone";

    @TempDir
    Path folder;

    private final FakeProvider provider;

    CloneFailuresTest() throws IOException {
        provider = new FakeProvider();
    }

    @AfterEach
    void stopProvider() {
        provider.close();
    }

    @Test
    void a_missing_recording_or_a_folder_is_refused_before_anything_is_sent() throws IOException {
        for (String audio : new String[] {folder.resolve("none.mp3").toString(), folder.toString()}) {
            Ran ran = cloneJson(audio);

            assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
            assertThat(ran.category()).isEqualTo("invalid-request");
            assertThat(violation(ran, 0).get("field").getAsString()).isEqualTo("audio");
            assertThat(ran.error().get("delivery").getAsString()).isEqualTo("not-sent");
        }
        assertThat(provider.requests(UPLOAD)).isZero();
    }

    @Test
    void a_file_that_is_no_recording_is_refused_before_anything_is_sent() throws IOException {
        Path text = Files.writeString(folder.resolve("song.mp3"), "This is not a song at all.");

        Ran ran = cloneJson(text.toString());

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.category()).isEqualTo("invalid-request");
        assertThat(provider.requests(UPLOAD)).isZero();
    }

    @Test
    void everything_wrong_with_the_request_is_listed_at_once() throws IOException {
        Ran ran = cloneJson(SPEECH, "--voice-id", "x", "--text", "long ".repeat(1000), "--accuracy", "7");

        assertThat(ran.exit()).isEqualTo(2);
        JsonArray violations = ran.error().getAsJsonArray("violations");
        assertThat(violations.asList().stream()
                        .map(each -> each.getAsJsonObject().get("field").getAsString()))
                .contains("voiceId", "text", "accuracy");
        assertThat(violation(ran, 0).keySet()).containsExactly("field", "rule", "message");
        assertThat(ran.err()).startsWith("voicecloner: ").contains("voiceId: ");
    }

    @Test
    void an_unknown_provider_is_named_with_those_that_are_installed() throws IOException {
        Ran ran = cloneJson(SPEECH, "--provider", "acme");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.category()).isEqualTo("configuration");
        assertThat(ran.reason()).isEqualTo("unknown-provider");
        assertThat(ran.err()).contains("acme", "minimax", "novita");
    }

    @Test
    void a_missing_key_names_the_setting_that_is_missing() throws IOException {
        Path config = config("provider = minimax");

        Ran ran = voicecloner("clone", SPEECH, "--config", config.toString(), "--json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.category()).isEqualTo("configuration");
        assertThat(ran.reason()).isEqualTo("missing-setting");
        assertThat(ran.err()).contains("MINIMAX_API_KEY");
    }

    @Test
    void a_misspelt_setting_is_named_with_its_nearest_neighbour() throws IOException {
        Path config = config("provider = minimax, minimax { api-kye = abc }");

        Ran ran = voicecloner("clone", SPEECH, "--config", config.toString(), "--json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.category()).isEqualTo("configuration");
        assertThat(ran.err()).contains("api-kye", "api-key");
    }

    @Test
    void a_configuration_file_that_is_not_there_is_a_configuration_error() {
        Ran ran = voicecloner(
                "clone", SPEECH, "--config", folder.resolve("none.conf").toString(), "--json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.category()).isEqualTo("configuration");
    }

    @Test
    void a_refused_key_is_3_and_is_never_printed() throws IOException {
        try (Emulator emulator = Emulator.start()) {
            Map<String, String> properties = emulator.properties("minimax");
            String lines = properties.entrySet().stream()
                    .map(each -> each.getKey() + " = \""
                            + (each.getKey().endsWith("api-key") ? "wr0ng-s3cret" : each.getValue()) + '"')
                    .collect(Collectors.joining("\n"));
            Path config = Files.writeString(folder.resolve("wrong.conf"), lines);

            Ran ran = voicecloner("clone", SPEECH, "--config", config.toString(), "--json");

            assertThat(ran.exit()).as(ran.err()).isEqualTo(3);
            assertThat(ran.category()).isEqualTo("access");
            assertThat(ran.out() + ran.err()).doesNotContain("wr0ng-s3cret");
        }
    }

    @Test
    void a_voice_id_that_exists_is_7() throws IOException {
        try (Emulator emulator = Emulator.start()) {
            String lines = emulator.properties("minimax").entrySet().stream()
                    .map(each -> each.getKey() + " = \"" + each.getValue() + '"')
                    .collect(Collectors.joining("\n"));
            String config =
                    Files.writeString(folder.resolve("emulator.conf"), lines).toString();

            Ran first = voicecloner("clone", SPEECH, "--config", config, "--voice-id", "Narrator-1");
            Ran again = voicecloner("clone", SPEECH, "--config", config, "--voice-id", "Narrator-1", "--json");

            assertThat(first.exit()).as(first.err()).isZero();
            assertThat(again.exit()).as(again.err()).isEqualTo(7);
            assertThat(again.category()).isEqualTo("voice-id-taken");
            assertThat(again.error().get("voiceMayExist").getAsBoolean()).isFalse();
            assertThat(emulator.voices()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"1008, 4, quota", "1002, 5, rate-limited", "1004, 3, access", "1026, 6, content-rejected"})
    void the_providers_own_codes_come_out_as_exit_codes(String code, int exit, String category) throws IOException {
        provider.answer(CLONE, 200, "{\"base_resp\":{\"status_code\":" + code + ",\"status_msg\":\"no\"}}");

        Ran ran = cloneJson(SPEECH);

        assertThat(ran.exit()).as(ran.err()).isEqualTo(exit);
        assertThat(ran.category()).isEqualTo(category);
        assertThat(ran.error().get("providerCode").getAsString()).isEqualTo(code);
        assertThat(ran.error().get("provider").getAsString()).isEqualTo("minimax");
        assertThat(ran.out() + ran.err()).doesNotContain(FakeProvider.KEY);
    }

    @Test
    void nobody_listening_is_8() throws IOException {
        int freePort;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            freePort = socket.getLocalPort();
        }
        Path config = config("provider = minimax, minimax { api-key = \"" + FakeProvider.KEY
                + "\", base-url = \"http://127.0.0.1:" + freePort + "/v1\" }");

        Ran ran = voicecloner("clone", SPEECH, "--config", config.toString(), "--json");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(8);
        assertThat(ran.category()).isEqualTo("provider-unavailable");
        assertThat(ran.error().get("step").getAsString()).isEqualTo("upload");
    }

    @Test
    void a_web_page_instead_of_an_api_is_no_internal_error() throws IOException {
        provider.answerHtml(UPLOAD);

        Ran ran = cloneJson(SPEECH);

        assertThat(ran.exit()).as(ran.err()).isEqualTo(8);
        assertThat(ran.category()).isEqualTo("unexpected-reply");
        assertThat(ran.error().get("hint").getAsString()).contains("base-url");
    }

    @Test
    void a_lost_answer_to_the_clone_itself_is_9_and_warns_of_a_second_voice() throws IOException {
        provider.answer(CLONE, 200, "{\"base_resp\":{\"status_co");

        Ran ran = cloneJson(SPEECH, "--voice-id", "Narrator-9");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(9);
        assertThat(ran.category()).isEqualTo("ambiguous-outcome");
        assertThat(ran.error().get("voiceMayExist").getAsBoolean()).isTrue();
        assertThat(ran.err()).contains("do not simply run this again");
    }

    @Test
    void a_recording_at_an_address_that_may_not_be_connected_to_is_2() throws IOException {
        Path config = config("provider = minimax, minimax { api-key = \"" + FakeProvider.KEY + "\", base-url = \""
                + provider.origin() + "/v1\" }");

        Ran ran = voicecloner(
                "clone", "https://127.0.0.1:1/speech.mp3?sig=s3cr3t", "--config", config.toString(), "--json");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        assertThat(ran.out() + ran.err()).doesNotContain("s3cr3t");
        assertThat(provider.requests(UPLOAD)).isZero();
    }

    @Test
    void a_recording_whose_address_serves_nothing_is_2() throws IOException {
        Ran ran = cloneJson(provider.origin() + "/nothing.mp3");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        assertThat(provider.requests(UPLOAD)).isZero();
    }

    @Test
    void a_voice_is_made_before_its_preview_fails_to_be_saved() throws IOException {
        provider.answer("/gone.mp3", 404, "gone")
                .answer(CLONE, 200, cloned(provider.origin() + "/gone.mp3?signature=s3cr3t"));
        Path output = folder.resolve("preview.mp3");

        Ran json = cloneJson(SPEECH, "--text", "Hi there.", "--output", output.toString());
        Ran text = clone(SPEECH, "--text", "Hi there.", "--output", output.toString());

        assertThat(json.exit()).as(json.err()).isEqualTo(10);
        assertThat(json.object().get("voice").getAsString()).startsWith("minimax:");
        assertThat(json.object().get("warnings").getAsJsonArray().get(0).getAsString())
                .startsWith("The preview was not saved: ");
        JsonObject preview = json.object().getAsJsonObject("preview");
        assertThat(preview.get("file").isJsonNull()).isTrue();
        assertThat(preview.get("url").isJsonNull()).isTrue();
        assertThat(text.exit()).isEqualTo(10);
        assertThat(text.out()).startsWith("minimax:");
        assertThat(text.err()).contains("The preview was not saved: ");
        assertThat(json.out() + json.err() + text.out() + text.err()).doesNotContain("s3cr3t");
        assertThat(folder.toFile().list()).containsExactly("voicecloner.conf");
    }

    @Test
    void a_preview_at_an_unsafe_address_costs_the_preview_and_not_the_voice() throws IOException {
        provider.answer(CLONE, 200, cloned("http://169.254.1.1/preview.mp3"));

        Ran ran = cloneJson(
                SPEECH,
                "--text",
                "Hi there.",
                "--output",
                folder.resolve("p.mp3").toString());

        assertThat(ran.exit()).as(ran.err()).isEqualTo(10);
        assertThat(folder.toFile().list()).containsExactly("voicecloner.conf");
    }

    @Test
    void the_time_limit_covers_the_upload() throws IOException {
        provider.fallSilent(UPLOAD);

        Ran ran = cloneJson(SPEECH, "--timeout", "400ms");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(8);
        assertThat(ran.error().get("voiceMayExist").getAsBoolean()).isFalse();
    }

    @Test
    void the_time_limit_covers_the_preview() throws IOException {
        provider.fallSilent("/slow.mp3").answer(CLONE, 200, cloned(provider.origin() + "/slow.mp3"));
        Path output = folder.resolve("preview.mp3");

        Ran ran = cloneJson(SPEECH, "--timeout", "1500ms", "--text", "Hi there.", "--output", output.toString());

        assertThat(ran.exit()).as(ran.err()).isEqualTo(10);
        assertThat(ran.err()).contains("--timeout");
        assertThat(folder.toFile().list()).containsExactly("voicecloner.conf");
        assertThat(Thread.interrupted()).isFalse();
    }

    private Ran clone(String audio, String... options) throws IOException {
        String[] args = new String[options.length + 4];
        args[0] = "clone";
        args[1] = audio;
        args[2] = "--config";
        args[3] = provider.config(folder).toString();
        System.arraycopy(options, 0, args, 4, options.length);
        return voicecloner(args);
    }

    private Ran cloneJson(String audio, String... options) throws IOException {
        String[] more = java.util.Arrays.copyOf(options, options.length + 1);
        more[options.length] = "--json";
        return clone(audio, more);
    }

    private Path config(String block) throws IOException {
        return Files.writeString(folder.resolve("voicecloner.conf"), "voicecloner { " + block + " }");
    }

    private static String cloned(String preview) {
        return "{\"input_sensitive\":false,\"demo_audio\":\"" + preview
                + "\",\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";
    }

    private static JsonObject violation(Ran ran, int index) {
        return ran.error().getAsJsonArray("violations").get(index).getAsJsonObject();
    }
}

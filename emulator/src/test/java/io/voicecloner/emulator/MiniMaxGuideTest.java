package io.voicecloner.emulator;

import static io.voicecloner.emulator.Client.code;
import static io.voicecloner.emulator.Client.file;
import static io.voicecloner.emulator.Client.fileWithoutContentType;
import static io.voicecloner.emulator.Client.form;
import static io.voicecloner.emulator.Client.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The examples of MiniMax's guide (spec/000), as curl and Python's requests put them on the wire, but for the host. */
@ExtendWith(EmulatorExtension.class)
class MiniMaxGuideTest {

    @Test
    void theCurlExamplesWork(Emulator emulator) throws Exception {
        Client client = new Client(emulator);
        long source = fileId(client.upload(curlForm("voice_clone", "clone_input.mp3", 30)));
        long prompt = fileId(client.upload(curlForm("prompt_audio", "clone_prompt.mp3", 5)));
        JsonObject reply = client.miniMaxClone("""
                {
                        "file_id": %d,
                        "voice_id": "FromCurl",
                        "clone_prompt": {
                          "prompt_audio": %d,
                          "prompt_text": "This voice sounds natural and pleasant."
                        },
                        "text": "A gentle breeze passes over the soft grass, accompanied by the fresh scent and birdsong.",
                        "model": "speech-2.8-hd"
                    }""".formatted(source, prompt));
        assertThat(code(reply)).isZero();
        assertThat(reply.get("demo_audio").getAsString()).endsWith(".mp3");
    }

    @Test
    void thePythonExampleWorksThoughItsPromptTextEndsWithoutPunctuation(Emulator emulator) throws Exception {
        Client client = new Client(emulator);
        long source = fileId(client.upload(pythonForm("voice_clone", "clone_input.mp3", 30)));
        long prompt = fileId(client.upload(pythonForm("prompt_audio", "clone_prompt.mp3", 5)));
        JsonObject reply = client.miniMaxClone("""
                {"file_id": %d, "voice_id": "FromPython", "clone_prompt": {"prompt_audio": %d, \
                "prompt_text": "Humans are creatures of habits, it can be tough"}, \
                "text": "You won't look at the notifications. And No.3, use my 1-1-1 journaling method.", \
                "model": "speech-2.8-hd"}""".formatted(source, prompt));
        assertThat(code(reply)).isZero();
    }

    private static BodyPublisher curlForm(String purpose, String fileName, int seconds) {
        return form(value("purpose", purpose), file(fileName, recording(seconds)));
    }

    private static BodyPublisher pythonForm(String purpose, String fileName, int seconds) {
        return form(value("purpose", purpose), fileWithoutContentType(fileName, recording(seconds)));
    }

    private static BodyPublisher recording(int seconds) {
        return BodyPublishers.ofByteArray(Sounds.mp3WithId3(Duration.ofSeconds(seconds)));
    }

    private static long fileId(JsonObject upload) {
        assertThat(code(upload)).isZero();
        return upload.getAsJsonObject("file").get("file_id").getAsLong();
    }
}

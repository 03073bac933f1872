package io.voicecloner.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PreviewTest {

    @RegisterExtension
    final EmulatorExtension extension = new EmulatorExtension();

    @Test
    void aPreviewIsTheSourceRecordingAndAsksForNoKey() throws Exception {
        HttpResponse<byte[]> response = client().download(
                        HttpRequest.newBuilder(preview(Sounds.wav(12))).build());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("audio/wav");
        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(Sounds.wav(12).length);
        assertThat(response.body()).isEqualTo(Sounds.wav(12));
    }

    @Test
    void aKeySentAllTheSameDoesNoHarm() throws Exception {
        HttpResponse<byte[]> response =
                client().download(client().authorized(preview(Sounds.wav(10))).build());
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void nameAndContentTypeFollowTheFormat() throws Exception {
        assertThat(preview(Sounds.mp3()).getPath()).endsWith(".mp3");
        assertThat(contentType(preview(Sounds.mp3WithId3()))).isEqualTo("audio/mpeg");
        assertThat(preview(Sounds.m4a()).getPath()).endsWith(".m4a");
        assertThat(contentType(preview(Sounds.m4a()))).isEqualTo("audio/mp4");
    }

    @Test
    void headTellsTheLengthWithoutTheBytes() throws Exception {
        HttpResponse<byte[]> response = client().download(HttpRequest.newBuilder(preview(Sounds.wav(12)))
                .method("HEAD", BodyPublishers.noBody())
                .build());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(Sounds.wav(12).length);
        assertThat(response.body()).isEmpty();
    }

    @Test
    void guessedNamesAreNotFound() throws Exception {
        URI preview = preview(Sounds.wav(10));
        HttpResponse<String> response = client().send(
                        HttpRequest.newBuilder(preview.resolve("/preview/00000000000000000000000000000000.wav"))
                                .build());
        assertThat(response.statusCode()).isEqualTo(404);
    }

    @Test
    void aPreviewCannotBeWritten() throws Exception {
        HttpResponse<String> response = client().send(HttpRequest.newBuilder(preview(Sounds.wav(10)))
                .PUT(BodyPublishers.ofString("x"))
                .build());
        assertThat(response.statusCode()).isEqualTo(405);
    }

    private String contentType(URI preview) throws Exception {
        return client().download(HttpRequest.newBuilder(preview).build())
                .headers()
                .firstValue("Content-Type")
                .orElseThrow();
    }

    private URI preview(byte[] recording) throws Exception {
        long id = client().fileId("voice_clone", recording);
        String voiceId = "MiniMax" + id;
        return URI.create(client().miniMaxClone("{\"file_id\":" + id + ",\"voice_id\":\"" + voiceId
                        + "\",\"text\":\"Hi\",\"model\":\"speech-2.8-hd\"}")
                .get("demo_audio")
                .getAsString());
    }

    private Client client() {
        return new Client(extension.emulator());
    }
}

package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.testkit.wire.Part;
import io.voicecloner.testkit.wire.Received;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The upload of spec/000, part by part. */
class UploadRequestTest {
    private static final String GENERATED = "vc-[A-Za-z0-9]{26}\\.";

    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    @TempDir
    private Path folder;

    @Test
    void theRecordingGoesUpAsAFormOfPurposeAndFile() {
        minimax.clone(Requests.plain());

        Received upload = minimax.uploads().get(0);
        assertThat(minimax.uploads()).hasSize(1);
        assertThat(upload.method()).isEqualTo("POST");
        assertThat(upload.parts()).extracting(Part::name).containsExactly("purpose", "file");
        Part purpose = upload.parts().get(0);
        assertThat(purpose.text()).isEqualTo("voice_clone");
        assertThat(purpose.fileName()).isEmpty();
        assertThat(upload.parts().get(1).bytes()).isEqualTo(Requests.sample("speech.mp3"));
    }

    @Test
    void thePromptAudioGoesUpForItsOwnPurpose() {
        minimax.clone(Requests.withPrompt());

        assertThat(minimax.uploads()).hasSize(2);
        assertThat(minimax.uploads("voice_clone").get(0).parts().get(1).bytes())
                .isEqualTo(Requests.sample("speech.mp3"));
        List<Part> parts = minimax.uploads("prompt_audio").get(0).parts();
        assertThat(parts).extracting(Part::name).containsExactly("purpose", "file");
        assertThat(parts.get(1).bytes()).isEqualTo(Requests.sample("prompt.mp3"));
    }

    @Test
    void theSizeIsSaidBeforehandAndNothingIsChunked() {
        minimax.clone(Requests.plain());

        Received upload = minimax.uploads().get(0);
        assertThat(upload.header("Content-Length")).containsExactly(Integer.toString(upload.body().length));
        assertThat(upload.header("Transfer-Encoding")).isEmpty();
        assertThat(upload.header("Content-Encoding")).isEmpty();
        assertThat(upload.header("Content-Type"))
                .singleElement()
                .asString()
                .startsWith("multipart/form-data; boundary=");
    }

    @ParameterizedTest
    @CsvSource({
        "speech.mp3, my voice.wav, mp3, audio/mpeg",
        "speech.wav, me.mp3, wav, audio/wav",
        "speech.m4a, secret-name, m4a, audio/mp4"
    })
    @Tag("B46")
    @Tag("B48")
    @Tag("S18")
    void theFileNameIsMadeUpAndItsExtensionIsJudgedByTheBytes(
            String sample, String callersName, String extension, String mediaType) throws Exception {
        Path file = Files.write(folder.resolve(callersName), Requests.sample(sample));

        minimax.clone(CloneRequest.of(AudioSource.file(file)));

        Received upload = minimax.uploads().get(0);
        Part part = upload.parts().get(1);
        assertThat(part.fileName()).get().asString().matches(GENERATED + extension);
        assertThat(part.contentType()).containsExactly(mediaType);
        assertThat(part.bytes()).isEqualTo(Requests.sample(sample));
        assertThat(upload.text()).doesNotContain(callersName).doesNotContain(folder.toString());
    }

    @Test
    @Tag("S18")
    void noTwoUploadsShareAFileName() {
        minimax.clone(Requests.withPrompt());
        minimax.clone(Requests.withPrompt());

        Set<String> names = new HashSet<>();
        minimax.uploads()
                .forEach(upload -> names.add(upload.parts().get(1).fileName().orElseThrow()));
        assertThat(names).hasSize(4).allSatisfy(name -> assertThat(name).matches(GENERATED + "mp3"));
    }

    @Test
    void aStreamGoesUpWholeAndWithItsSize() {
        byte[] audio = Requests.sample("speech.m4a");

        minimax.clone(CloneRequest.of(AudioSource.read(new ByteArrayInputStream(audio))));

        assertThat(minimax.uploads().get(0).parts().get(1).bytes()).isEqualTo(audio);
        assertThat(minimax.uploads().get(0).header("Transfer-Encoding")).isEmpty();
    }
}

package io.voicecloner.emulator;

import static io.voicecloner.emulator.Client.code;
import static io.voicecloner.emulator.Client.file;
import static io.voicecloner.emulator.Client.form;
import static io.voicecloner.emulator.Client.message;
import static io.voicecloner.emulator.Client.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class MiniMaxUploadTest {
    private static final int TWENTY_MB = 20 * 1024 * 1024;

    @RegisterExtension
    final EmulatorExtension extension = new EmulatorExtension();

    @Test
    void anUploadIsAnsweredWithItsFacts() throws Exception {
        byte[] recording = Sounds.wav(10);
        JsonObject reply = client().upload("voice_clone", recording);
        JsonObject file = reply.getAsJsonObject("file");
        assertThat(file.keySet()).containsExactly("file_id", "bytes", "created_at", "filename", "purpose");
        assertThat(file.get("bytes").getAsLong()).isEqualTo(recording.length);
        assertThat(file.get("filename").getAsString()).isEqualTo("voice.wav");
        assertThat(file.get("purpose").getAsString()).isEqualTo("voice_clone");
        assertThat(file.get("created_at").getAsLong()).isPositive();
        assertThat(code(reply)).isZero();
        assertThat(message(reply)).isEqualTo("success");
    }

    @Test
    void anUploadIsRememberedWithItsDigest() throws Exception {
        byte[] recording = Sounds.wav(10);
        long id = client().fileId("prompt_audio", recording);
        assertThat(emulator().uploads()).singleElement().satisfies(upload -> {
            assertThat(upload.provider()).isEqualTo("minimax");
            assertThat(upload.fileId()).isEqualTo(id);
            assertThat(upload.purpose()).isEqualTo("prompt_audio");
            assertThat(upload.fileName()).isEqualTo("voice.wav");
            assertThat(upload.bytes()).isEqualTo(recording.length);
            assertThat(upload.sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(recording)));
        });
    }

    @Test
    void fileIdsSurviveADouble() throws Exception {
        for (int i = 0; i < 5; i++) {
            long id = client().fileId("voice_clone", Sounds.wav(1));
            assertThat(id).isGreaterThan(1L << 32).isLessThan(1L << 53);
        }
    }

    @Test
    void thePartsMayComeInAnyOrder() throws Exception {
        JsonObject reply = client().upload(
                        form(file("a.mp3", BodyPublishers.ofByteArray(Sounds.mp3())), value("purpose", "voice_clone")));
        assertThat(code(reply)).isZero();
    }

    @Test
    void twentyMegabytesPassThroughASmallHeap(@TempDir Path directory) throws Exception {
        JsonObject reply = uploadOf(directory, TWENTY_MB);
        assertThat(code(reply)).isZero();
        assertThat(reply.getAsJsonObject("file").get("bytes").getAsLong()).isEqualTo(TWENTY_MB);
        assertThat(Runtime.getRuntime().maxMemory()).isLessThan(100L << 20);
    }

    @Test
    void oneByteMoreIsRefused(@TempDir Path directory) throws Exception {
        JsonObject reply = uploadOf(directory, TWENTY_MB + 1);
        assertThat(code(reply)).isEqualTo(2013);
        assertThat(message(reply)).contains("20 MB");
        assertThat(emulator().uploads()).isEmpty();
    }

    @Test
    void anEmptyFileIsRefused() throws Exception {
        JsonObject reply = client().upload("voice_clone", new byte[0]);
        assertThat(code(reply)).isEqualTo(2013);
        assertThat(message(reply)).contains("empty");
    }

    @Test
    void anUnknownPurposeIsRefused() throws Exception {
        JsonObject reply = client().upload("holiday", Sounds.wav(10));
        assertThat(code(reply)).isEqualTo(2013);
        assertThat(message(reply)).contains("purpose");
    }

    @Test
    void bothPartsAreRequired() throws Exception {
        assertThat(message(client().upload(form(value("purpose", "voice_clone")))))
                .contains("file is required");
        assertThat(message(client().upload(form(file("a.mp3", BodyPublishers.ofByteArray(Sounds.mp3()))))))
                .contains("purpose is required");
    }

    @Test
    void aFileSentAsAPlainValueIsNoFile() throws Exception {
        JsonObject reply = client().upload(form(value("purpose", "voice_clone"), value("file", "/path/to/voice.mp3")));
        assertThat(message(reply)).contains("file is required");
    }

    @Test
    void aBodyThatIsNoFormIsRefused() throws Exception {
        assertThat(code(client().upload(BodyPublishers.ofString("purpose=voice_clone"))))
                .isEqualTo(2013);
        assertThat(code(Client.json(client().post("minimax", "/files/upload", "{}"))))
                .isEqualTo(2013);
    }

    private JsonObject uploadOf(Path directory, long bytes) throws IOException, InterruptedException {
        Path large = directory.resolve("large.wav");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(bytes);
        }
        return client().upload(form(value("purpose", "voice_clone"), file("large.wav", BodyPublishers.ofFile(large))));
    }

    private Emulator emulator() {
        return extension.emulator();
    }

    private Client client() {
        return new Client(emulator());
    }
}

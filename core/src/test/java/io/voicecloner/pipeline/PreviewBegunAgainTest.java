package io.voicecloner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.DownloadException;
import io.voicecloner.Preview;
import io.voicecloner.Reason;
import io.voicecloner.VoiceCloner;
import io.voicecloner.fake.VirtualTime;
import io.voicecloner.fake.WireProvider;
import io.voicecloner.http.ScriptedServer;
import io.voicecloner.http.ScriptedServer.Behaviour;
import io.voicecloner.listen.Listening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A preview that broke off is begun again from its first byte, whatever the server says of ranges; what came before is not kept. */
@Tag("faults")
@Tag("F50")
class PreviewBegunAgainTest {
    private static final String SOUND = "ID3" + "0123456789".repeat(5_000);

    @TempDir
    Path directory;

    private final VirtualTime time = new VirtualTime();
    private ScriptedServer server;
    private VoiceCloner cloner;
    private Path target;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
        cloner = ClonePipeline.open(
                Cloners.configured(new WireProvider(), Cloners.SETTINGS.withBaseUrl(server.uri("/v1")), null),
                null,
                new Instruments(new Listening(null), null, time.clock(), time));
        target = directory.resolve("preview.mp3");
    }

    @AfterEach
    void stop() throws Exception {
        cloner.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept-Ranges: bytes\r\nETag: \"strong\"\r\n",
                "Accept-Ranges: bytes\r\nETag: W/\"weak\"\r\n",
                "Accept-Ranges: none\r\n",
                "",
            })
    void theWholeFileIsAskedForAgain(String ranges) throws Exception {
        server.then(brokenOff(ranges, 40_000))
                .then(brokenOff(ranges, 100))
                .then(ScriptedServer.answer("200 OK", ranges, SOUND));

        assertThat(save()).isEqualTo(SOUND.length());

        assertThat(target).hasContent(SOUND);
        assertThat(beside()).containsExactly(target);
        assertThat(server.received()).isEqualTo(3);
        assertThat(server.heads())
                .noneMatch(head -> head.toLowerCase(Locale.ROOT).contains("range"));
        assertThat(time.waits()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"416 Range Not Satisfiable", "206 Partial Content", "503 Busy", "408 Slow"})
    void anAnswerThatOnlyAServerInTroubleGivesIsAskedForAgainToo(String status) throws Exception {
        server.then(brokenOff("", 40_000))
                .then(ScriptedServer.answer(status, "Content-Range: bytes 40000-50002/50003\r\n", "rest"))
                .then(ScriptedServer.answer("200 OK", "", SOUND));

        assertThat(save()).isEqualTo(SOUND.length());

        assertThat(target).hasContent(SOUND);
        assertThat(beside()).containsExactly(target);
        assertThat(server.received()).isEqualTo(3);
    }

    @Test
    void afterThreeTriesThereIsNoFile() throws Exception {
        for (int attempt = 0; attempt < 4; attempt++) {
            server.then(brokenOff("", 40_000));
        }

        DownloadException failure = catchThrowableOfType(DownloadException.class, this::save);

        assertThat(failure.reason()).isEqualTo(Reason.INCOMPLETE);
        assertThat(failure.attempts()).isEqualTo(3);
        assertThat(server.received()).isEqualTo(3);
        assertThat(beside()).isEmpty();
    }

    /** Announces the whole file and sends only its beginning. */
    private static Behaviour brokenOff(String headers, int sent) {
        return conversation -> {
            conversation.readRequest();
            conversation.write("HTTP/1.1 200 OK\r\nContent-Length: " + SOUND.length() + "\r\n" + headers + "\r\n"
                    + SOUND.substring(0, sent));
        };
    }

    private long save() {
        return cloner.download(Preview.of(server.uri("/preview.mp3?signature=x")), target);
    }

    private Stream<Path> beside() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList().stream();
        }
    }
}

package io.voicecloner.host.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.voicecloner.spi.AudioFormat;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.PreparedAudio;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PublishedRecordingTest {
    private static final byte[] AUDIO = Recordings.noise(100_000);

    private S3Server server;
    private AudioHost host;

    @BeforeEach
    void start() throws IOException {
        server = S3Server.start();
        host = new S3AudioHostFactory().open(server.settings());
    }

    @AfterEach
    void close() throws IOException {
        host.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(AudioFormat.class)
    void canBeFetchedByWhoeverHasTheUrl(AudioFormat format) throws Exception {
        AudioHost.Published published =
                host.publish(new PreparedAudio.Content(format, AUDIO.length, () -> new ByteArrayInputStream(AUDIO)));

        HttpResponse<byte[]> answer = Web.get(published.url());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(AUDIO);
        assertThat(Web.header(answer, "Content-Type")).isEqualTo(format.mediaType());
        assertThat(Web.header(answer, "Content-Length")).isEqualTo("" + AUDIO.length);
        assertThat(published.url().getPath()).endsWith('.' + format.extension());
    }

    @Test
    void cannotBeFetchedWithoutTheSignature() throws Exception {
        URI url = publish().url();

        assertThat(Web.get(URI.create(url.toString().replaceFirst("\\?.*", ""))).statusCode())
                .isEqualTo(403);
        assertThat(Web.get(URI.create(url.toString().replaceFirst("Signature=.", "Signature=z")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void saysInItsUrlHowLongItWorks() throws Exception {
        assertThat(publish().url().getQuery()).contains("X-Amz-Expires=900");
        try (AudioHost other = new S3AudioHostFactory().open(server.settings("url-lifetime", "2h"))) {
            assertThat(other.publish(Recordings.wav(AUDIO)).url().getQuery()).contains("X-Amz-Expires=7200");
        }
    }

    @Test
    void isRefusedByTheServerOnceItsTimeIsOver() throws Exception {
        Settings settings = new SettingsReader(server.settings("url-lifetime", "1m")).read();
        Clock twoMinutesAgo = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-2));
        try (AudioHost early = S3AudioHost.open(settings, Wire.Timeouts.USUAL, twoMinutesAgo)) {
            HttpResponse<byte[]> answer =
                    Web.get(early.publish(Recordings.wav(AUDIO)).url());

            assertThat(server.keys()).hasSize(1);
            assertThat(answer.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void isGoneOnceItIsTakenDown() throws Exception {
        AudioHost.Published published = publish();
        AudioHost.Published other = publish();

        published.close();
        published.close();

        assertThat(Web.get(published.url()).statusCode()).isEqualTo(404);
        assertThat(Web.get(other.url()).body()).isEqualTo(AUDIO);
        assertThat(server.keys()).hasSize(1);
    }

    @Test
    void isGoneEvenIfTheThreadThatTakesItDownIsInterrupted() throws Exception {
        AudioHost.Published published = publish();
        Thread.currentThread().interrupt();

        published.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(server.keys()).isEmpty();
    }

    @Test
    void isGoneOnceTheHostIsClosed() throws Exception {
        AudioHost.Published published = publish();
        publish();

        host.close();

        assertThat(server.keys()).isEmpty();
        published.close();
        host.close();
        assertThatIOException().isThrownBy(this::publish).withMessage("the audio host is closed");
        assertThat(server.keys()).isEmpty();
    }

    @Test
    void leavesNoThreadOnceTheHostIsClosed() throws Exception {
        publish();
        assertThat(ours()).isNotEmpty().allMatch(Thread::isDaemon);

        host.close();

        Eventually.holds(() -> ours().isEmpty());
    }

    private static List<Thread> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("voicecloner-"))
                .toList();
    }

    @Test
    @Tag("S18")
    void hasANameThatNobodyCanGuess() throws Exception {
        Set<String> names = new HashSet<>();

        for (int i = 0; i < 50; i++) {
            names.add(publish().url().getPath());
        }

        assertThat(names).hasSize(50).allMatch(name -> name.matches("/recordings/voicecloner/[A-Za-z0-9_-]{32}\\.wav"));
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "a, a/", "a/b.c/, a/b.c/"})
    void liesUnderThePrefix(String given, String prefix) throws Exception {
        try (AudioHost other = new S3AudioHostFactory().open(server.settings("key-prefix", given))) {
            other.publish(Recordings.wav(AUDIO));

            assertThat(server.keys()).singleElement().asString().matches(prefix + "[A-Za-z0-9_-]{32}\\.wav");
        }
    }

    @Test
    void isOneOfManyAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(40);
        try {
            List<Callable<Boolean>> clones = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                byte[] own = Recordings.noise(1_000 + i);
                clones.add(() -> {
                    try (AudioHost.Published published = host.publish(Recordings.wav(own))) {
                        return Arrays.equals(own, Web.get(published.url()).body());
                    }
                });
            }
            for (Future<Boolean> clone : threads.invokeAll(clones)) {
                assertThat(clone.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(server.keys()).isEmpty();
    }

    @Test
    void isReachableWhereTheHostSays() throws Exception {
        String base = host.publicBaseUrl().orElseThrow().toString();

        assertThat(base).isEqualTo(server.endpoint() + "/recordings");
        assertThat(publish().url().toString()).startsWith(base + "/voicecloner/");
    }

    @Test
    @Tag("S13")
    void doesNotShowItsUrlByItself() throws Exception {
        AudioHost.Published published = publish();

        assertThat(published.toString()).isEqualTo("StoredRecording[127.0.0.1]");
        assertThat(published.name()).isEqualTo("s3:/" + published.url().getPath());
        assertThat(host.toString()).isEqualTo("S3AudioHost[the bucket \"recordings\" at 127.0.0.1]");
        Map<String, String> settings = server.settings();
        assertThat(new SettingsReader(settings).read().toString())
                .contains("recordings")
                .doesNotContain(S3Server.SECRET_KEY, S3Server.ACCESS_KEY);
    }

    private AudioHost.Published publish() throws IOException {
        return host.publish(Recordings.wav(AUDIO));
    }
}

package io.voicecloner.host.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.spi.AudioFormat;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.PreparedAudio;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedRecordingTest {
    private static final byte[] AUDIO = Recordings.noise(100_000);

    private EmbeddedAudioHost host;

    @BeforeEach
    void start() throws IOException {
        host = EmbeddedAudioHost.start();
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void isServedByteForByteWithHeadersThatKeepItOutOfCaches() throws Exception {
        AudioHost.Published published = host.publish(Recordings.wav(AUDIO));

        HttpResponse<byte[]> answer = Client.get(published.url());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(AUDIO);
        assertThat(header(answer, "Content-Type")).isEqualTo("audio/wav");
        assertThat(header(answer, "Content-Length")).isEqualTo("100000");
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.headers().firstValue("Content-Range")).isEmpty();
        assertThat(answer.headers().firstValue("Transfer-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void carriesTheTypeAndTheExtensionOfItsFormat(AudioFormat format) throws Exception {
        PreparedAudio.Content audio =
                new PreparedAudio.Content(format, AUDIO.length, () -> new ByteArrayInputStream(AUDIO));

        URI url = host.publish(audio).url();

        assertThat(url.getPath()).endsWith("." + format.extension());
        assertThat(header(Client.get(url), "Content-Type")).isEqualTo(format.mediaType());
    }

    @Test
    void isDescribedByHeadWithoutBeingOpened() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        URI url = host.publish(new PreparedAudio.Content(AudioFormat.MP3, 5_000_000_000L, () -> {
                    opened.incrementAndGet();
                    return InputStream.nullInputStream();
                }))
                .url();

        HttpResponse<byte[]> answer = Client.ask("HEAD", url, "Range", "bytes=0-9");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Content-Length")).isEqualTo("5000000000");
        assertThat(header(answer, "Content-Type")).isEqualTo("audio/mpeg");
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(answer.body()).isEmpty();
        assertThat(opened).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0,         0,     1",
        "bytes=10-19,       10,    10",
        "bytes=99999-,      99999, 1",
        "bytes=20000-,      20000, 80000",
        "bytes=-1,          99999, 1",
        "bytes=-70000,      30000, 70000",
        "bytes=-999999,     0,     100000",
        "bytes=0-999999,    0,     100000",
        "bytes=0-99999999999999999999, 0, 100000",
        "Bytes= 16383-16384, 16383, 2",
    })
    void isServedInParts(String range, int first, int count) throws Exception {
        URI url = host.publish(Recordings.wav(AUDIO)).url();

        HttpResponse<byte[]> answer = Client.get(url, "Range", range);

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(AUDIO, first, first + count));
        assertThat(header(answer, "Content-Length")).isEqualTo(Integer.toString(count));
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes " + first + "-" + (first + count - 1) + "/100000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100000-", "bytes=100000-100001", "bytes=-0", "bytes=99999999999999999999-"})
    void hasNoPartBeyondItsEnd(String range) throws Exception {
        URI url = host.publish(Recordings.wav(AUDIO)).url();

        HttpResponse<byte[]> answer = Client.get(url, "Range", range);

        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes */100000");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-1,5-6",
                "bytes=0-1,",
                "bytes=5-4",
                "bytes=-",
                "bytes=",
                "bytes",
                "bytes=a-b",
                "bytes=1--2",
                "bytes=+1-2",
                "seconds=0-1",
                "bytes=0-1;q=1",
                "bytes=\u0661-2"
            })
    void isServedWholeWhenTheRangeIsMalformedOrManifold(String range) throws Exception {
        URI url = host.publish(Recordings.wav(AUDIO)).url();

        String answer = Client.raw(
                host.address(), "GET " + url.getPath() + " HTTP/1.1", "Range: " + range, "Connection: close");

        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").doesNotContain("Content-range");
        assertThat(answer.length() - answer.indexOf("\r\n\r\n") - 4).isEqualTo(AUDIO.length);
    }

    @Test
    void isServedWholeWhenTheRangeDependsOnAValidator() throws Exception {
        URI url = host.publish(Recordings.wav(AUDIO)).url();

        assertThat(Client.get(url, "Range", "bytes=0-1", "If-Range", "\"v1\"").body())
                .isEqualTo(AUDIO);
        assertThat(Client.get(url, "Range", "bytes=0-1", "Range", "bytes=5-6").body())
                .isEqualTo(AUDIO);
    }

    @Test
    void mayBeEmpty() throws Exception {
        URI url = host.publish(Recordings.wav(new byte[0])).url();

        HttpResponse<byte[]> whole = Client.get(url);

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(header(whole, "Content-Length")).isEqualTo("0");
        assertThat(Client.get(url, "Range", "bytes=0-").statusCode()).isEqualTo(416);
        assertThat(Client.get(url, "Range", "bytes=-1").statusCode()).isEqualTo(416);
    }

    @Test
    void isStreamedHoweverLargeItIs() throws Exception {
        int length = 20 * 1024 * 1024;
        URI url = host.publish(Recordings.generated(length)).url();

        byte[] body = Client.get(url).body();

        assertThat(body).hasSize(length);
        for (int i = 0; i < length; i++) {
            if (body[i] != Recordings.generatedByte(i)) {
                throw new AssertionError("differs at " + i);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"99999, shorter", "99996, shorter", "100001, longer", "300000, longer"})
    void isNotPassedOffAsCompleteWhenItsLengthIsNotTheDeclaredOne(int actual, String what) throws Exception {
        URI url = host.publish(Recordings.declared(Recordings.noise(actual), AUDIO.length))
                .url();

        assertThatThrownBy(() -> Client.get(url)).as(what).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Client.get(url, "Range", "bytes=-5")).isInstanceOf(IOException.class);
    }

    @Test
    void isAnsweredWithAnEmptyErrorWhenItCannotBeOpenedWhereAskedFor() throws Exception {
        URI gone = host.publish(new PreparedAudio.Content(AudioFormat.WAV, 10, () -> {
                    throw new IOException("secret/path is gone");
                }))
                .url();
        URI broken = host.publish(new PreparedAudio.Content(AudioFormat.WAV, 10, () -> {
                    throw new UncheckedIOException(new IOException("secret/path is gone"));
                }))
                .url();

        URI tooShort = host.publish(Recordings.declared(new byte[5], 10)).url();

        for (URI url : new URI[] {gone, broken, tooShort}) {
            HttpResponse<byte[]> answer = Client.get(url, "Range", "bytes=8-");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEmpty();
        }
    }

    @Test
    void isClosedAfterEachReading() throws Exception {
        AtomicInteger open = new AtomicInteger();
        URI url = host.publish(new PreparedAudio.Content(AudioFormat.WAV, AUDIO.length, () -> {
                    open.incrementAndGet();
                    return new ByteArrayInputStream(AUDIO) {
                        @Override
                        public void close() {
                            open.decrementAndGet();
                        }
                    };
                }))
                .url();

        Client.get(url);
        Client.get(url, "Range", "bytes=5-9");
        Client.get(url, "Range", "bytes=100000-");

        Eventually.holds(() -> open.get() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "get"})
    void cannotBeAskedForAnythingElse(String method) throws Exception {
        URI url = host.publish(Recordings.wav(AUDIO)).url();

        HttpResponse<byte[]> known = Client.ask(method, url);
        HttpResponse<byte[]> unknown = Client.ask(method, url.resolve("/unknown.wav"));

        assertThat(known.statusCode()).isEqualTo(405);
        assertThat(header(known, "Allow")).isEqualTo("GET, HEAD");
        assertThat(unknown.statusCode()).isEqualTo(405);
    }

    @Test
    void hasANameThatNobodyCanGuess() throws Exception {
        Set<String> names = new HashSet<>();

        for (int i = 0; i < 1000; i++) {
            try (AudioHost.Published published = host.publish(Recordings.wav(AUDIO))) {
                names.add(published.url().getPath());
            }
        }

        assertThat(names).hasSize(1000).allMatch(name -> name.matches("/[A-Za-z0-9_-]{32}\\.wav"));
    }

    @Test
    void standsBesideOthers() throws Exception {
        byte[] other = Recordings.noise(50);
        AudioHost.Published first = host.publish(Recordings.wav(AUDIO));
        AudioHost.Published second = host.publish(Recordings.wav(other));

        assertThat(Client.get(first.url()).body()).isEqualTo(AUDIO);
        assertThat(Client.get(second.url()).body()).isEqualTo(other);
        first.close();
        assertThat(Client.get(first.url()).statusCode()).isEqualTo(404);
        assertThat(Client.get(second.url()).body()).isEqualTo(other);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}

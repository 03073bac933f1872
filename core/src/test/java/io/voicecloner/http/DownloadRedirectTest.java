package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.DownloadException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.spi.CallScope;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a download may be sent on to. */
@Tag("S6")
@Tag("faults")
@Timeout(value = 5, unit = TimeUnit.SECONDS)
class DownloadRedirectTest {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private ScriptedServer home;
    private ScriptedServer elsewhere;

    @BeforeEach
    void start() throws Exception {
        home = new ScriptedServer();
        elsewhere = new ScriptedServer().then(sound());
    }

    @AfterEach
    void stop() throws Exception {
        home.close();
        elsewhere.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsFollowedByAskingAnew(int status) {
        home.then(ScriptedServer.answer(status + " Moved", "Location: " + elsewhere.uri("/a") + "\r\n", ""));
        assertThat(download(true)).isEqualTo(5);
        assertThat(elsewhere.received()).isEqualTo(1);
    }

    @Test
    @Tag("F48")
    void aRelativeOneIsFollowedOnTheSameHost() {
        home.then(redirect("../other/a.mp3?x=y")).then(sound());
        assertThat(download(false)).isEqualTo(5);
        assertThat(home.heads().get(1)).startsWith("GET /other/a.mp3?x=y ");
    }

    @Test
    @Tag("F46")
    void threeAreFollowedAndTheFourthIsNot() {
        home.then(redirect("/1")).then(redirect("/2")).then(redirect("/3")).then(sound());
        assertThat(download(false)).isEqualTo(5);
        home.then(redirect("/1"))
                .then(redirect("/2"))
                .then(redirect("/3"))
                .then(redirect("/4"))
                .then(sound());
        assertThat(failure(false).reason()).isEqualTo(Reason.UNSAFE_URL);
        assertThat(home.received()).isEqualTo(8);
    }

    @Test
    @Tag("F46")
    void aLoopEnds() {
        for (int time = 0; time < 10; time++) {
            home.then(redirect("/previews/a.mp3"));
        }
        assertThat(failure(false)).hasMessageContaining("more than 3 times");
        assertThat(home.received()).isEqualTo(4);
    }

    @Test
    @Tag("F45")
    void fromTheProvidersOwnOriginToAnotherPortOfThisMachineIsRefusedBeforeConnecting() {
        home.then(redirect(elsewhere.uri("/a").toString()));
        assertThat(failure(false).reason()).isEqualTo(Reason.UNSAFE_URL);
        assertThat(elsewhere.connections()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1/a.mp3",
                "https://192.168.0.1:8443/",
                "https://169.254.169.254/latest/meta-data/",
                "https://100.100.100.200/",
                "https://0.0.0.0/",
                "https://127.1/",
                "https://0/",
                "https://2130706433/",
                "https://①②⑦.⓪.⓪.①/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[fd00::1]/",
                "https://[fe80::1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "https://192.168.1.1\\@good.example/",
                "https://good.example@192.168.1.1/",
                "//192.168.1.1/",
                "http://192.168.1.1/",
                "http://audio.example/a.mp3",
                "file:///etc/passwd",
                "data:audio/mp3;base64,AAAA",
                "jar:file:/a.jar!/b",
                "ftp://audio.example/a.mp3",
                "https://",
                "https://93.184.216.34:8443/",
                "https://93.184.216.34\\a.mp3",
                "https://93.184.216.34/a b.mp3",
                "https://93.184.216.34/a\tb.mp3",
                "https://93.184.216.34/%00",
                "https:\t//93.184.216.34/",
                "\\\\93.184.216.34\\a",
                "/a\\b",
            })
    @Tag("B67")
    @Tag("B69")
    @Tag("B70")
    @Tag("B71")
    @Tag("F44")
    @Tag("F45")
    @Tag("F48")
    void intoAPrivateNetOrToAnotherSchemeIsRefused(String location) throws Exception {
        home.then(conversation -> {
            conversation.readRequest();
            conversation.write("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
        });
        DownloadException failure = failure(false);
        assertThat(failure.reason()).isEqualTo(Reason.UNSAFE_URL);
        assertThat(failure.hint()).isPresent();
        assertThat(file.size()).isZero();
    }

    @Test
    @Tag("B71")
    void toAnAddressOfManyThousandCharactersIsRefused() {
        home.then(redirect("/a.mp3?" + "x".repeat(20_000)));
        assertThat(failure(false).reason()).isEqualTo(Reason.UNSAFE_URL);
        assertThat(home.received()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Location:\r\n", "Location:  \r\n"})
    void toNowhereIsAFailure(String header) {
        home.then(ScriptedServer.answer("302 Found", header, ""));
        assertThat(failure(false).reason()).isEqualTo(Reason.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1/a",
                "https://[::1]/a",
                "http://127.0.0.1:1/a",
                "https://user@audio.example/a",
                "mailto:a@b"
            })
    void theFirstAddressIsHeldToTheSameRules(String address) {
        assertThat(failure(URI.create(address), false).reason()).isEqualTo(Reason.UNSAFE_URL);
    }

    private static ScriptedServer.Behaviour redirect(String to) {
        return ScriptedServer.answer("302 Found", "Location: " + to + "\r\n", "");
    }

    private static ScriptedServer.Behaviour sound() {
        return ScriptedServer.answer("200 OK", "Content-Type: audio/mpeg\r\n", "sound");
    }

    private long download(boolean loopbackAllowed) {
        return download(home.uri("/previews/a.mp3"), loopbackAllowed);
    }

    /** {@code home} is the provider's own origin; everything else on this machine is as forbidden as any private address. */
    private long download(URI address, boolean loopbackAllowed) {
        try (GuardedDownloader downloader = new GuardedDownloader(home.uri("/v1/"), loopbackAllowed)) {
            CallScope scope = CallScope.of("fake", Duration.ofSeconds(30));
            return downloader.download(address, Step.DOWNLOAD, 1_000, scope, () -> file);
        }
    }

    private DownloadException failure(boolean loopbackAllowed) {
        return failure(home.uri("/previews/a.mp3"), loopbackAllowed);
    }

    private DownloadException failure(URI address, boolean loopbackAllowed) {
        return catchThrowableOfType(DownloadException.class, () -> download(address, loopbackAllowed));
    }
}

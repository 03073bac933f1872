package io.voicecloner.host.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.PreparedAudio;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FailingBucketTest {
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Wire.Timeouts IMPATIENT = new Wire.Timeouts(SHORT, SHORT, SHORT, SHORT.multipliedBy(3), SHORT);
    private static final Wire.Timeouts QUICK_TO_DELETE = new Wire.Timeouts(
            Wire.Timeouts.USUAL.connect(),
            Wire.Timeouts.USUAL.write(),
            Wire.Timeouts.USUAL.silence(),
            Wire.Timeouts.USUAL.upload(),
            SHORT);
    private static final byte[] AUDIO = Recordings.noise(5_000);

    @Test
    void refusesAWrongSecret() throws Exception {
        try (S3Server server = S3Server.start()) {
            VoiceClonerException refused = failure(server.settings("secret-key", "notTheSecretAtAll"));

            assertThat(refused.category()).isEqualTo(Category.ACCESS);
            assertThat(refused.reason()).isEqualTo(Reason.KEY);
            assertThat(refused.delivery()).isEqualTo(Delivery.REJECTED);
            assertThat(refused.providerCode()).contains("SignatureDoesNotMatch");
            assertThat(refused.providerMessage()).isPresent();
            assertThat(refused.traceId().orElseThrow()).matches("[0-9A-F]{16}");
            assertThat(refused.hint().orElseThrow()).contains("audio-host.secret-key");
            assertThat(all(refused)).doesNotContain("notTheSecretAtAll");
            assertThat(server.keys()).isEmpty();
        }
    }

    @Test
    void refusesAnUnknownKey() throws Exception {
        try (S3Server server = S3Server.start()) {
            VoiceClonerException refused = failure(server.settings("access-key", "AKIDSOMEBODYELSE"));

            assertThat(refused.category()).isEqualTo(Category.ACCESS);
            assertThat(refused.reason()).isEqualTo(Reason.KEY);
            assertThat(refused.providerCode()).contains("InvalidAccessKeyId");
        }
    }

    @Test
    void isNotThere() throws Exception {
        try (S3Server server = S3Server.start()) {
            VoiceClonerException refused = failure(server.settings("bucket", "no-such-bucket"));

            assertThat(refused.category()).isEqualTo(Category.CONFIGURATION);
            assertThat(refused.reason()).isEqualTo(Reason.INVALID_SETTING);
            assertThat(refused.providerCode()).contains("NoSuchBucket");
            assertThat(refused)
                    .hasMessageContaining("the bucket \"no-such-bucket\" at 127.0.0.1 refused to take the recording")
                    .hasMessageContaining("No voice was made.")
                    .hasMessageContaining("audio-host.bucket");
        }
    }

    @Test
    void isKeptByNobody() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        VoiceClonerException unreachable = failure(S3Server.settingsFor("http://127.0.0.1:" + port));

        assertThat(unreachable.category()).isEqualTo(Category.PROVIDER_UNAVAILABLE);
        assertThat(unreachable.reason()).isEqualTo(Reason.CONNECT);
        assertThat(unreachable.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(unreachable).hasMessageContaining("audio-host.endpoint");
    }

    @Test
    void hasANameThatDoesNotResolve() throws Exception {
        OkHttpClient nowhere = new OkHttpClient.Builder()
                .dns(name -> {
                    throw new UnknownHostException(name);
                })
                .build();
        Settings settings = new SettingsReader(S3Server.settingsFor("https://s3.example")).read();
        Signer signer = new Signer("us-east-1", settings.credentials(), Clock.systemUTC());
        Bucket bucket = new Bucket(settings.bucket(), signer, new Wire(nowhere, IMPATIENT, false));
        try (AudioHost host = new S3AudioHost(bucket, "", Duration.ofMinutes(1))) {
            VoiceClonerException unknown = failure(host);

            assertThat(unknown.category()).isEqualTo(Category.PROVIDER_UNAVAILABLE);
            assertThat(unknown.reason()).isEqualTo(Reason.DNS);
        }
    }

    @Test
    void doesNotSpeakTls() throws Exception {
        try (Peer plain = Peer.that(socket -> write(socket, "HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            VoiceClonerException insecure =
                    failure(S3Server.settingsFor(plain.endpoint().replace("http:", "https:")));

            assertThat(insecure.category()).isEqualTo(Category.PROVIDER_UNAVAILABLE);
            assertThat(insecure.reason()).isEqualTo(Reason.TLS);
            assertThat(insecure.delivery()).isEqualTo(Delivery.NOT_SENT);
        }
    }

    @Test
    void neverReads() throws Exception {
        try (Peer silent = Peer.silent()) {
            VoiceClonerException late =
                    impatient(S3Server.settingsFor(silent.endpoint()), Recordings.generated(20 * 1024 * 1024));

            assertThat(late.category()).isEqualTo(Category.PROVIDER_UNAVAILABLE);
            assertThat(late.reason()).isEqualTo(Reason.TIMEOUT);
        }
    }

    @Test
    void neverAnswers() throws Exception {
        try (Peer silent = Peer.silent()) {
            VoiceClonerException late = impatient(S3Server.settingsFor(silent.endpoint()), Recordings.wav(AUDIO));

            assertThat(late.reason()).isEqualTo(Reason.TIMEOUT);
            assertThat(late.delivery()).isEqualTo(Delivery.UNKNOWN);
            assertThat(late.hint().orElseThrow())
                    .matches("Ask again\\. Delete voicecloner/[A-Za-z0-9_-]{32}\\.wav there: it may be left\\.");
            assertThat(late.orphans())
                    .singleElement()
                    .asString()
                    .matches("s3://recordings/voicecloner/[A-Za-z0-9_-]{32}\\.wav");
            assertThat(late.getSuppressed()).hasSize(1);
        }
    }

    @Test
    void neverStopsAnswering() throws Exception {
        try (Peer endless = Peer.that(socket -> {
            write(socket, "HTTP/1.1 403 Forbidden\r\n\r\n<Error><Code>AccessDenied</Code><Message>");
            while (true) {
                write(socket, "no ".repeat(1000));
            }
        })) {
            VoiceClonerException refused = failure(S3Server.settingsFor(endless.endpoint()));

            assertThat(refused.category()).isEqualTo(Category.ACCESS);
            assertThat(refused.providerCode()).contains("AccessDenied");
        }
    }

    @Test
    void answersMoreSlowlyThanAnybodyWaits() throws Exception {
        try (Peer dripping = Peer.that(socket -> {
            write(socket, "HTTP/1.1 200 OK\r\n");
            for (int i = 0; i < 10_000; i++) {
                write(socket, "X: " + i + "\r\n");
                Thread.sleep(50);
            }
        })) {
            VoiceClonerException late = impatient(S3Server.settingsFor(dripping.endpoint()), Recordings.wav(AUDIO));

            assertThat(late.reason()).isEqualTo(Reason.TIMEOUT);
        }
    }

    @Test
    void hangsUp() throws Exception {
        try (Peer rude = Peer.that(Socket::close)) {
            VoiceClonerException lost = failure(S3Server.settingsFor(rude.endpoint()));

            assertThat(lost.category()).isEqualTo(Category.PROVIDER_UNAVAILABLE);
            assertThat(lost.reason()).isIn(Reason.CONNECTION_LOST, Reason.CONNECT);
        }
    }

    @Test
    void pointsElsewhereAndIsNotFollowed() throws Exception {
        try (Peer other = Peer.answering("200 OK", "ETag: \"1\"");
                Peer redirecting = Peer.answering(
                        "307 Temporary Redirect",
                        "Location: " + other.endpoint() + "/x",
                        "",
                        "<Error><Code>TemporaryRedirect</Code></Error>")) {
            VoiceClonerException refused = failure(S3Server.settingsFor(redirecting.endpoint()));

            assertThat(refused.category()).isEqualTo(Category.CONFIGURATION);
            assertThat(refused.hint().orElseThrow()).contains("audio-host.region");
            assertThat(redirecting.requests()).hasSize(1);
            assertThat(other.connections()).isZero();
        }
    }

    @Test
    void isOverloadedAndIsNotAskedAgain() throws Exception {
        try (Peer busy =
                Peer.answering("503 Slow Down", "Retry-After: 0", "", "<Error><Code>SlowDown</Code></Error>")) {
            VoiceClonerException refused = failure(S3Server.settingsFor(busy.endpoint()));

            assertThat(refused.category()).isEqualTo(Category.RATE_LIMITED);
            assertThat(refused.delivery()).isEqualTo(Delivery.REFUSED);
            assertThat(busy.requests()).hasSize(1);
        }
    }

    @Test
    void brokeAfterItMayHaveStoredTheRecordingWhichIsThenDeleted() throws Exception {
        try (Peer broken = Peer.refusing("500 Internal Server Error", "InternalError", "We are sorry.")) {
            VoiceClonerException refused = failure(S3Server.settingsFor(broken.endpoint()));

            assertThat(refused.category()).isEqualTo(Category.PROVIDER_UNAVAILABLE);
            assertThat(refused.reason()).isEqualTo(Reason.PROVIDER_FAULT);
            assertThat(refused.providerMessage()).contains("We are sorry.");
            assertThat(refused.traceId()).contains("4442587FB7D0A2F9");
            assertThat(broken.requests().get(0)).startsWith("PUT /recordings/voicecloner/");
            String path = broken.requests().get(0).split(" ", -1)[1];
            // Once when the upload failed, once more when the host was closed.
            assertThat(broken.requests().subList(1, broken.requests().size()))
                    .hasSize(2)
                    .allMatch(request -> request.startsWith("DELETE " + path + " HTTP/1.1"));
        }
    }

    @Test
    void isSomethingElse() throws Exception {
        try (Peer website = Peer.answering("200 OK", "Content-Type: text/html", "", "<html>Welcome!</html>")) {
            VoiceClonerException odd = failure(S3Server.settingsFor(website.endpoint()));

            assertThat(odd.category()).isEqualTo(Category.CONFIGURATION);
            assertThat(odd.reason()).isEqualTo(Reason.MISCONFIGURED_ENDPOINT);
        }
        try (Peer website = Peer.answering("404 Not Found", "", "<html>404</html>")) {
            VoiceClonerException odd = failure(S3Server.settingsFor(website.endpoint()));

            assertThat(odd.reason()).isEqualTo(Reason.MISCONFIGURED_ENDPOINT);
            assertThat(odd.providerCode()).contains("HTTP 404");
        }
    }

    @Test
    @Tag("S13")
    void repeatsTheRequestWithItsSignature() throws Exception {
        String echo = "GET https://s3.example/a.wav?X-Amz-Expires=9&amp;X-Amz-Signature=c0ffee, Signature=c0ffee";
        try (Peer echoing = Peer.refusing("400 Bad Request", "Odd", echo)) {
            VoiceClonerException refused = failure(S3Server.settingsFor(echoing.endpoint()));

            assertThat(refused.category()).isEqualTo(Category.UNEXPECTED_REPLY);
            assertThat(refused.providerMessage()).contains("GET https://s3.example/a.wav?[redacted] [redacted]");
            assertThat(all(refused)).doesNotContain("c0ffee");
        }
    }

    @Test
    void doesNotDeleteWhichTheOneWhoTakesDownIsTold() throws Exception {
        S3Server server = S3Server.start();
        AudioHost host = host(server.settings(), Wire.Timeouts.USUAL);
        AudioHost.Published published = host.publish(Recordings.wav(AUDIO));
        server.close();

        UncheckedIOException left = catchThrowableOfType(UncheckedIOException.class, published::close);

        assertThat(left)
                .hasMessage("the bucket \"recordings\" at 127.0.0.1 may still hold " + keyOf(published)
                        + ": no connection could be made");
        assertClean(left);
        host.close();
        published.close();
    }

    @Test
    void refusesToDeleteAndSaysWhy() throws Exception {
        try (Peer stubborn = Peer.takingAndKeeping("403 Forbidden", "AccessDenied", "Not you.")) {
            AudioHost host = host(S3Server.settingsFor(stubborn.endpoint()), Wire.Timeouts.USUAL);
            AudioHost.Published published = host.publish(Recordings.wav(AUDIO));

            UncheckedIOException left = catchThrowableOfType(UncheckedIOException.class, published::close);

            assertThat(left)
                    .hasMessage("the bucket \"recordings\" at 127.0.0.1 may still hold " + keyOf(published)
                            + ": it refused to delete it (AccessDenied, \"Not you.\", request id 4442587FB7D0A2F9)");
            assertClean(left);
            host.close();
            assertThat(stubborn.requests()).hasSize(3);
        }
    }

    @Test
    void isSilentOnDeleteAndWasOnceWaitedForAgainWhenTheHostWasClosed() throws Exception {
        try (Peer silent = Peer.takingAndSilentOnDelete()) {
            AudioHost host = host(S3Server.settingsFor(silent.endpoint()), QUICK_TO_DELETE);
            AudioHost.Published published = host.publish(Recordings.wav(AUDIO));

            UncheckedIOException left = catchThrowableOfType(UncheckedIOException.class, published::close);
            long before = System.nanoTime();
            host.close();

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SHORT);
            assertThat(left)
                    .hasMessage("the bucket \"recordings\" at 127.0.0.1 may still hold " + keyOf(published)
                            + ": no answer came in time");
            assertClean(left);
            assertThat(silent.requests()).hasSize(2);
        }
    }

    @Test
    void isSilentWhichHoldsAnUploadThatWasGivenUpForOneDeletionOnly() throws Exception {
        try (Peer silent = Peer.silent()) {
            AudioHost host = host(S3Server.settingsFor(silent.endpoint()), IMPATIENT);
            failure(host);
            int asked = silent.connections();
            host.close();

            assertThat(asked).isEqualTo(2);
            assertThat(silent.connections()).isEqualTo(asked);
        }
    }

    @Test
    void neverMakesADeletionLastLongerThanTheLibraryWaitsForIt() {
        assertThat(Wire.Timeouts.USUAL.removal()).isLessThan(Duration.ofSeconds(5));
    }

    private static String keyOf(AudioHost.Published published) {
        return published.url().getPath().substring("/recordings/".length());
    }

    @Test
    void breaksOffWhenTheCallerIsInterrupted() throws Exception {
        try (Peer silent = Peer.silent();
                AudioHost host = host(S3Server.settingsFor(silent.endpoint()), QUICK_TO_DELETE)) {
            Thread caller = Thread.currentThread();
            CompletableFuture<Void> interrupting = CompletableFuture.runAsync(() -> {
                while (silent.connections() == 0) {
                    Thread.onSpinWait();
                }
                caller.interrupt();
            });

            VoiceClonerException canceled = failure(host);

            // Waiting for anything with the flag still set would be interrupted itself.
            assertThat(Thread.interrupted()).isTrue();
            interrupting.get(10, TimeUnit.SECONDS);
            assertThat(canceled.category()).isEqualTo(Category.CANCELED);
            assertThat(canceled.reason()).isEqualTo(Reason.CANCELED);
        }
    }

    @Test
    void breaksOffWhenTheHostIsClosed() throws Exception {
        try (Peer silent = Peer.silent()) {
            AudioHost host = host(S3Server.settingsFor(silent.endpoint()), QUICK_TO_DELETE);
            CompletableFuture<VoiceClonerException> publishing = CompletableFuture.supplyAsync(() -> failure(host));
            Eventually.holds(() -> silent.connections() > 0);

            host.close();

            assertThat(publishing.get(10, TimeUnit.SECONDS).category()).isEqualTo(Category.CANCELED);
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static AudioHost host(Map<String, String> settings, Wire.Timeouts timeouts) {
        return S3AudioHost.open(new SettingsReader(settings).read(), timeouts, Clock.systemUTC());
    }

    private static VoiceClonerException failure(Map<String, String> settings) {
        try (AudioHost host = host(settings, Wire.Timeouts.USUAL)) {
            return failure(host);
        }
    }

    /** For peers that take longer than anybody should wait. */
    private static VoiceClonerException impatient(Map<String, String> settings, PreparedAudio.Content audio) {
        try (AudioHost host = host(settings, IMPATIENT)) {
            return failure(host, audio);
        }
    }

    private static VoiceClonerException failure(AudioHost host) {
        return failure(host, Recordings.wav(AUDIO));
    }

    private static VoiceClonerException failure(AudioHost host, PreparedAudio.Content audio) {
        VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, () -> host.publish(audio));
        assertThat(failure).isNotNull();
        assertThat(failure.step()).isEqualTo(Step.PUBLISH);
        assertThat(failure.voiceMayExist()).isFalse();
        assertClean(failure);
        return failure;
    }

    private static void assertClean(Throwable failure) {
        assertThat(all(failure)).doesNotContain(S3Server.SECRET_KEY, S3Server.ACCESS_KEY, "X-Amz-", "Signature=");
    }

    /** Everything that a log would show of it, with causes and what was suppressed. */
    private static String all(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}

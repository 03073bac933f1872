package io.voicecloner.host.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.Category;
import io.voicecloner.Reason;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.AudioFormat;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.PreparedAudio;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The usual endpoint: https, with the bucket in the path or before the host name. Every name leads to this machine here. */
class SecureEndpointTest {
    private static final byte[] AUDIO = Recordings.noise(50_000);

    private final HeldCertificate certificate = new HeldCertificate.Builder()
            .addSubjectAlternativeName("s3.example")
            .addSubjectAlternativeName("*.s3.example")
            .build();
    private final OkHttpClient here = new OkHttpClient.Builder()
            .dns(name -> List.of(InetAddress.getLoopbackAddress()))
            .build();
    private S3Server server;

    @BeforeEach
    void start() throws IOException {
        HandshakeCertificates own =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        server = S3Server.startSecurely(own.sslContext(), "s3.example");
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"true, https://s3.example:%d/recordings/", "false, https://recordings.s3.example:%d/"})
    void storesServesAndDeletes(boolean pathStyle, String base) throws Exception {
        AtomicInteger opened = new AtomicInteger();
        PreparedAudio.Content audio = new PreparedAudio.Content(AudioFormat.M4A, AUDIO.length, () -> {
            opened.incrementAndGet();
            return new ByteArrayInputStream(AUDIO);
        });
        OkHttpClient trusting = trusting();
        try (AudioHost host = host(trusting, pathStyle)) {
            AudioHost.Published published = host.publish(audio);

            assertThat(published.url().toString()).startsWith(base.formatted(server.securePort()));
            assertThat(opened).hasValue(1);
            Request get = new Request.Builder().url(published.url().toString()).build();
            try (Response answer = trusting.newCall(get).execute()) {
                assertThat(answer.body().bytes()).isEqualTo(AUDIO);
                assertThat(answer.header("Content-Type")).isEqualTo("audio/mp4");
            }
            published.close();
            assertThat(server.keys()).isEmpty();
        }
    }

    @Test
    @Tag("S32")
    void isNotToldAnythingIfItCannotProveWhoItIs() {
        try (AudioHost host = host(here, true)) {
            VoiceClonerException insecure =
                    catchThrowableOfType(VoiceClonerException.class, () -> host.publish(Recordings.wav(AUDIO)));

            assertThat(insecure.category()).isEqualTo(Category.PROVIDER_UNAVAILABLE);
            assertThat(insecure.reason()).isEqualTo(Reason.TLS);
            assertThat(server.keys()).isEmpty();
        }
    }

    private OkHttpClient trusting() {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate())
                .build();
        return here.newBuilder()
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .build();
    }

    private AudioHost host(OkHttpClient system, boolean pathStyle) {
        URI endpoint = URI.create("https://s3.example:" + server.securePort());
        Credentials credentials = new Credentials(Key.of(S3Server.ACCESS_KEY), Key.of(S3Server.SECRET_KEY), null);
        Signer signer = new Signer("eu-central-1", credentials, Clock.systemUTC());
        Bucket bucket = new Bucket(
                new BucketAddress(endpoint, S3Server.BUCKET, pathStyle),
                signer,
                new Wire(system, Wire.Timeouts.USUAL, true));
        return new S3AudioHost(bucket, "", Duration.ofMinutes(5));
    }
}

package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AudioSource;
import io.voicecloner.Category;
import io.voicecloner.CloneRequest;
import io.voicecloner.Delivery;
import io.voicecloner.FailoverOn;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceCloners;
import io.voicecloner.emulator.Emulator;
import java.net.URI;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody in the provider's place who cannot show that it is the provider: told nothing, asked once, and no reason to ask another one. */
@Tag("faults")
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class CertificateFailoverTest {
    private static final HeldCertificate HERE =
            new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    private static final HeldCertificate ANOTHER_NAME = new HeldCertificate.Builder()
            .addSubjectAlternativeName("another.example")
            .build();

    @ParameterizedTest
    @CsvSource({"minimax, untrusted", "minimax, another name", "novita, untrusted", "novita, another name"})
    @Tag("F06")
    void nothingIsSentNothingIsTriedAgainAndNobodyElseIsAsked(String first, String fault) {
        boolean untrusted = fault.equals("untrusted");
        try (SecureServer server = new SecureServer(untrusted ? HERE : ANOTHER_NAME);
                Emulator healthy = Emulator.start();
                VoiceCloner cloner = VoiceCloners.failover(
                        EnumSet.allOf(FailoverOn.class),
                        VoiceCloners.open(first, untrusted ? settings(server) : trusting(settings(server))),
                        VoiceCloners.fromProperties(healthy.properties("highway")))) {
            VoiceClonerException failure =
                    catchThrowableOfType(VoiceClonerException.class, () -> cloner.cloneVoice(request(first)));

            assertThat(failure.category()).isEqualTo(Category.PROVIDER_UNAVAILABLE);
            assertThat(failure.reason()).isEqualTo(Reason.CERTIFICATE);
            assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(failure.provider()).contains(first);
            assertThat(failure.attempts()).isEqualTo(1);
            assertThat(failure.passedOver()).isEmpty();
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.requests()).isZero();
            assertThat(healthy.requestCount()).isZero();
        }
    }

    /** So that the others are refused for what is wrong with them. */
    @ParameterizedTest
    @CsvSource({"minimax", "novita"})
    void aTrustedCertificateForThisNameIsSpokenTo(String first) {
        try (SecureServer server = new SecureServer(HERE);
                VoiceCloner cloner =
                        VoiceCloners.open(first, trusting(settings(server)).withAttempts(1))) {
            VoiceClonerException failure =
                    catchThrowableOfType(VoiceClonerException.class, () -> cloner.cloneVoice(request(first)));

            assertThat(failure.reason()).isEqualTo(Reason.CONNECTION_LOST);
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    private static CloneRequest request(String provider) {
        return provider.equals("novita")
                ? CloneRequest.of(AudioSource.url(URI.create("https://example.com/voice.mp3")))
                : TwoProviders.REQUEST;
    }

    private static ProviderSettings settings(SecureServer server) {
        return ProviderSettings.of("a-key-of-some-length").withBaseUrl(server.uri("/v1"));
    }

    private static ProviderSettings trusting(ProviderSettings settings) {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(HERE.certificate())
                .addTrustedCertificate(ANOTHER_NAME.certificate())
                .build();
        return settings.withTls(trust.sslSocketFactory(), trust.trustManager());
    }
}

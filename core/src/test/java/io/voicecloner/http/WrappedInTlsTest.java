package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import java.io.IOException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A secured connection wraps what its socket throws: too much of an answer was once told as a failure of TLS, and asked for again. */
@Tag("S22")
class WrappedInTlsTest {
    private final CallScope scope = CallScope.of("probe", Duration.ofMinutes(1));
    private final IOException wrapped =
            new SSLException("Unexpected", new UnreadableReplyException(Reason.TOO_LARGE, "more than 7 bytes came"));

    @Test
    void ofADownloadItIsTooLargeAndNotAskedForAgain() {
        VoiceClonerException told = DownloadFailures.of(Step.DOWNLOAD, scope, wrapped, () -> null);

        assertThat(told.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(told.delivery()).isEqualTo(Delivery.REJECTED);
        assertThat(told).hasMessageContaining("more than 7 bytes came");
    }

    @Test
    void ofAnAnswerItIsTooLarge() {
        VoiceClonerException told =
                TransportFailures.of(Answered.notSent(Step.CLONE, scope).sent().exchange(), wrapped);

        assertThat(told.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(told.voiceMayExist()).isTrue();
        assertThat(told).hasMessageContaining("more than 7 bytes came");
    }
}

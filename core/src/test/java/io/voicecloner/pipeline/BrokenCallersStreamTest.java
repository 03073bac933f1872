package io.voicecloner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.VoiceCloner;
import io.voicecloner.fake.FakeFileProvider;
import io.voicecloner.fake.FakeSession;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An error that a caller's stream threw once ended the thread that read it, and the caller waited for it until the deadline. */
@Timeout(value = 5, unit = TimeUnit.SECONDS)
class BrokenCallersStreamTest {
    @Test
    @Tag("S29")
    @Tag("S30")
    void isAViolationLikeAnyOtherFailureOfIt() {
        CloneRequest request = CloneRequest.of(AudioSource.read(new InputStream() {
                    @Override
                    public int read() {
                        throw new AssertionError("torn in two");
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) {
                        return read();
                    }
                }))
                .withDeadline(Duration.ofMinutes(10));
        FakeSession session = new FakeSession("fake-file");
        try (VoiceCloner cloner = Cloners.of(new FakeFileProvider(session))) {
            for (int again = 0; again < 2; again++) {
                assertThat(catchThrowableOfType(InvalidRequestException.class, () -> cloner.cloneVoice(request)))
                        .hasMessageContaining("torn in two");
            }
            assertThat(cloner.check(request).violations()).hasSize(1);
        }
        assertThat(session.asked()).isEmpty();
    }
}

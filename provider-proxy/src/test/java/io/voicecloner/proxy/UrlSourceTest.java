package io.voicecloner.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.Delivery;
import io.voicecloner.DownloadException;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.Received;
import io.voicecloner.testkit.wire.WireServer;
import io.voicecloner.testkit.wire.WireServer.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A recording on the web, which spec/004 has no field for: it is downloaded and uploaded. */
class UrlSourceTest {
    @AutoClose
    private final ProxyBench gateway = new ProxyBench();

    @AutoClose
    private final WireServer web = new WireServer(UrlSourceTest::serve);

    @Test
    void recordingsAreFetchedWithoutTheKeyAndThenUploaded() {
        gateway.with(settings -> settings.withLoopbackAllowed(true));

        gateway.clone(at("/speech.wav?signature=s3cr3t").withPrompt(url("/prompt.wav"), "It sounds natural."));

        assertThat(web.received()).hasSize(2).allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.header("Authorization")).isEmpty();
        });
        assertThat(gateway.uploads("voice_clone").get(0).parts().get(1).bytes()).isEqualTo(Requests.wav(11));
        assertThat(gateway.uploads("prompt_audio").get(0).parts().get(1).bytes())
                .isEqualTo(Requests.wav(4));
        assertThat(gateway.clones()).hasSize(1);
        assertThat(gateway.received())
                .allSatisfy(request -> assertThat(request.text()).doesNotContain("s3cr3t"));
    }

    @Test
    void loopbackIsRefusedWhereItIsNotAllowed() {
        VoiceClonerException failure = gateway.failure(at("/speech.wav"));

        assertThat(failure).isInstanceOf(InvalidRequestException.class);
        assertThat(failure.violations()).extracting(Violation::field).containsExactly("audio");
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(web.received()).isEmpty();
        assertThat(gateway.received()).isEmpty();
    }

    @Test
    void aRecordingThatCannotBeHadEndsTheCloneBeforeTheGatewayHearsOfIt() {
        gateway.with(settings -> settings.withLoopbackAllowed(true));

        VoiceClonerException failure = gateway.failure(at("/missing.wav?signature=s3cr3t"));

        assertThat(failure).isInstanceOf(DownloadException.class);
        assertThat(failure.step()).isEqualTo(Step.FETCH);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(failure.toString()).doesNotContain("s3cr3t");
        assertThat(gateway.received()).isEmpty();
    }

    private CloneRequest at(String path) {
        return CloneRequest.of(url(path)).withVoiceId(ProxyBench.VOICE_ID);
    }

    private AudioSource url(String path) {
        return AudioSource.url(web.uri(path));
    }

    private static Reply serve(Received request) {
        return switch (request.path()) {
            case "/speech.wav" -> Reply.bytes(Reply.message(200, "audio/wav", Requests.wav(11)));
            case "/prompt.wav" -> Reply.bytes(Reply.message(200, "audio/wav", Requests.wav(4)));
            default -> Reply.of(404, "text/plain", "gone");
        };
    }
}

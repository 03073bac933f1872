package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.Delivery;
import io.voicecloner.ProviderUnavailableException;
import io.voicecloner.UnexpectedReplyException;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Answers that end at every possible byte: never a success, and never anything but the library's own exceptions. */
class TruncatedAnswerTest {
    private static final byte[] CLONED = bytes("{\"input_sensitive\":false,\"demo_audio\":\"https://a.example/b.mp3\","
            + "\"extra_info\":{\"usage_characters\":18},\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}");
    private static final byte[] UPLOADED = bytes(MiniMaxBench.uploaded("123456789"));

    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    private volatile Reply next = Reply.end();

    @Test
    void aCloneAnsweredWithHalfAnObjectIsAnAnswerLost() {
        minimax.onClone(request -> next);
        for (int end = 0; end < CLONED.length; end++) {
            // One that saw this many failures would leave the provider alone.
            try (VoiceCloner cloner = minimax.open()) {
                next = complete(Arrays.copyOf(CLONED, end));

                assertLost(failure(cloner, end), end);
            }
        }
        assertThat(minimax.clones()).hasSize(CLONED.length);
    }

    @Test
    void aCloneWhoseAnswerBreaksOffIsAmbiguousWhereverItBreaks() {
        minimax.onClone(request -> next);
        byte[] message = Reply.message(200, "application/json", CLONED);
        for (int end = 0; end < message.length; end++) {
            // One that saw this many failures would leave the provider alone.
            try (VoiceCloner cloner = minimax.open()) {
                next = Reply.bytes(Arrays.copyOf(message, end));

                VoiceClonerException failure = failure(cloner, end);

                if (end >= message.length - CLONED.length) {
                    assertLost(failure, end);
                }
                assertThat(failure).as("cut at %d", end).isInstanceOf(AmbiguousOutcomeException.class);
                assertThat(failure.voiceMayExist()).as("cut at %d", end).isTrue();
            }
        }
        assertThat(minimax.clones()).hasSize(message.length);
    }

    @Test
    void anUploadAnsweredWithHalfAnObjectIsUnexpected() {
        minimax.onUpload(request -> next);
        for (int end = 0; end < UPLOADED.length; end++) {
            // One that saw this many failures would leave the provider alone.
            try (VoiceCloner cloner = minimax.open()) {
                next = complete(Arrays.copyOf(UPLOADED, end));

                VoiceClonerException failure = failure(cloner, end);

                assertThat(failure).as("cut at %d", end).isInstanceOf(UnexpectedReplyException.class);
                assertThat(failure.delivery()).as("cut at %d", end).isEqualTo(Delivery.ANSWER_LOST);
            }
        }
        assertThat(minimax.uploads()).hasSize(UPLOADED.length);
        assertThat(minimax.clones()).isEmpty();
    }

    @Test
    void anUploadWhoseAnswerBreaksOffEndsTheCloneWhereverItBreaks() {
        minimax.onUpload(request -> next);
        byte[] message = Reply.message(200, "application/json", UPLOADED);
        for (int end = 0; end < message.length; end++) {
            // One that saw this many failures would leave the provider alone.
            try (VoiceCloner cloner = minimax.open()) {
                next = Reply.bytes(Arrays.copyOf(message, end));

                VoiceClonerException failure = failure(cloner, end);

                assertThat(failure)
                        .as("cut at %d", end)
                        .isInstanceOfAny(UnexpectedReplyException.class, ProviderUnavailableException.class);
                assertThat(failure.voiceMayExist()).as("cut at %d", end).isFalse();
            }
        }
        assertThat(minimax.uploads()).hasSize(message.length);
        assertThat(minimax.clones()).isEmpty();
    }

    private static void assertLost(VoiceClonerException failure, int end) {
        assertThat(failure).as("cut at %d", end).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.delivery()).as("cut at %d", end).isEqualTo(Delivery.ANSWER_LOST);
        assertThat(failure.voiceMayExist()).as("cut at %d", end).isTrue();
    }

    private static VoiceClonerException failure(VoiceCloner cloner, int end) {
        Throwable thrown = catchThrowable(() -> cloner.cloneVoice(Requests.plain()));
        assertThat(thrown).as("cut at %d", end).isInstanceOf(VoiceClonerException.class);
        return (VoiceClonerException) thrown;
    }

    private static Reply complete(byte[] body) {
        return Reply.bytes(Reply.message(200, "application/json", body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.fake.VirtualTime;
import io.voicecloner.spi.CallScope;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a caller is told of a request without a readable answer: how far it came decides the leaf, the exception only the reason. */
class BrokenRequestTest {
    private final VirtualTime time = new VirtualTime();
    private final CallScope scope = CallScope.of("probe", Duration.ofMinutes(1), "vc-probe", null, time);

    static Stream<Arguments> beforeAnythingWasSent() {
        return Stream.of(
                arguments(new UnknownHostException("x"), Reason.DNS, "the host name does not resolve", "the network"),
                arguments(new ConnectException("x"), Reason.CONNECT, "no connection could be made", "status page"),
                arguments(
                        new SocketTimeoutException("x"),
                        Reason.CONNECT_TIMEOUT,
                        "no connection could be made",
                        "status page"),
                arguments(new SSLHandshakeException("x"), Reason.TLS, "could not be secured", "certificates"),
                arguments(untrusted(), Reason.CERTIFICATE, "not to be trusted", "certificates"),
                arguments(
                        new SSLPeerUnverifiedException("x"), Reason.CERTIFICATE, "not to be trusted", "certificates"));
    }

    @ParameterizedTest
    @MethodSource("beforeAnythingWasSent")
    void nothingWasSentAndNoVoiceWasMade(Exception cause, Reason reason, String words, String toDo) {
        for (Step step : new Step[] {Step.UPLOAD, Step.CLONE}) {
            VoiceClonerException told = TransportFailures.of(request(step), cause);

            assertThat(told.category()).isEqualTo(Category.PROVIDER_UNAVAILABLE);
            assertThat(told.reason()).isEqualTo(reason);
            assertThat(told.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(told.voiceMayExist()).isFalse();
            assertThat(told).hasCause(cause).hasMessageContaining(words + " while " + step.doing());
            assertThat(told.hint().orElse("")).contains(toDo);
        }
    }

    static Stream<Arguments> afterTheRequestLeft() {
        return Stream.of(
                arguments(new SocketTimeoutException("x"), Reason.TIMEOUT, "no answer came in time"),
                arguments(new IOException("x"), Reason.CONNECTION_LOST, "the connection broke"),
                arguments(new SSLException("x"), Reason.CONNECTION_LOST, "the connection broke"),
                arguments(new EOFException("x"), Reason.CONNECTION_LOST, "the connection broke"),
                arguments(new ProtocolException("x"), Reason.CONNECTION_LOST, "the connection broke"),
                arguments(new IllegalArgumentException("x"), Reason.UNREADABLE, "the answer cannot be read"));
    }

    @ParameterizedTest
    @MethodSource("afterTheRequestLeft")
    void withoutAWordOfAnAnswerAVoiceMayExistAndAnUploadIsRepeated(Exception cause, Reason reason, String words) {
        VoiceClonerException clone = ambiguous(
                Answered.notSent(Step.CLONE, scope).sent().exchange(), cause, reason, Delivery.UNKNOWN, words);
        assertThat(clone.voiceId()).contains("vc-probe");

        VoiceClonerException upload =
                TransportFailures.of(Answered.notSent(Step.UPLOAD, scope).sent().exchange(), cause);
        assertThat(upload.category()).isEqualTo(Category.PROVIDER_UNAVAILABLE);
        assertThat(upload.reason()).isEqualTo(reason);
        assertThat(upload.voiceMayExist()).isFalse();
    }

    static Stream<Arguments> inTheMiddleOfAnAnswer() {
        return Stream.of(
                arguments(new EOFException("x"), Reason.INCOMPLETE_REPLY, "the answer is incomplete"),
                arguments(new ProtocolException("x"), Reason.INCOMPLETE_REPLY, "the answer is incomplete"),
                arguments(new JsonDataException("x"), Reason.INCOMPLETE_REPLY, "the answer is incomplete"),
                arguments(new JsonEncodingException("x"), Reason.NOT_JSON, "the answer cannot be read"),
                arguments(
                        new UnreadableReplyException(Reason.TOO_LARGE, "more than any honest one"),
                        Reason.TOO_LARGE,
                        "the answer cannot be read while cloning the voice: more than any honest one"),
                arguments(new SocketException("x"), Reason.CONNECTION_LOST, "the connection broke"));
    }

    @ParameterizedTest
    @MethodSource("inTheMiddleOfAnAnswer")
    void aSuccessThatBrokeOffProbablyMadeAVoice(Exception cause, Reason reason, String words) {
        ambiguous(begun(Step.CLONE), cause, reason, Delivery.ANSWER_LOST, words);

        VoiceClonerException upload = TransportFailures.of(begun(Step.UPLOAD), cause);
        assertThat(upload.category()).isEqualTo(Category.UNEXPECTED_REPLY);
        assertThat(upload.reason()).isEqualTo(reason);
        assertThat(upload.delivery()).isEqualTo(Delivery.ANSWER_LOST);
        assertThat(upload.voiceId()).contains("vc-probe");
    }

    @Test
    void aBodyThatWasCutOffIsIncomplete() {
        ambiguous(
                Answered.notSent(Step.CLONE, scope).cutOff().exchange(),
                new SocketException("reset"),
                Reason.CONNECTION_LOST,
                Delivery.INCOMPLETE,
                "the connection broke");
    }

    @Test
    void whatTheTransportSaysIsKeptAsTheCauseAndNotRepeated() {
        IOException cause = new IOException("failed at https://x.example/");

        assertThat(TransportFailures.of(request(Step.UPLOAD), cause))
                .hasCause(cause)
                .hasMessageNotContaining("x.example");
    }

    @Test
    void whatTheTransportSaysIsNoSignedAddressAsTheCauseEither() {
        IOException cause = new IOException("failed at https://x.example/?signature=s3cr3t");

        assertThat(TransportFailures.of(request(Step.UPLOAD), cause))
                .hasStackTraceContaining("java.io.IOException: failed at https://x.example/?[redacted]")
                .hasMessageNotContaining("x.example");
    }

    @Test
    void onTheStepThatMakesAVoiceABodyThatFailedIsADoubtToo() {
        ambiguous(
                Answered.notSent(Step.CLONE, scope).cutOff().exchange(),
                new RecordingException("shorter", null),
                Reason.CONNECTION_LOST,
                Delivery.INCOMPLETE,
                "the connection broke");
    }

    @Test
    void anIdThatStoodInTheBrokenAnswerIsTold() {
        VoiceClonerException told = TransportFailures.of(begun(Step.CLONE), new EOFException("x"));

        assertThat(told.voiceId()).contains("nv-1");
        assertThat(((AmbiguousOutcomeException) told).checks()).anyMatch(check -> check.contains("nv-1"));
    }

    @Test
    void whatIsNotJsonIsPerhapsNotTheApi() {
        assertThat(TransportFailures.of(begun(Step.UPLOAD), new JsonEncodingException("x"))
                        .hint())
                .hasValueSatisfying(hint -> assertThat(hint).contains("something other than the API"));
        assertThat(TransportFailures.of(begun(Step.UPLOAD), new EOFException("x"))
                        .hint())
                .isEmpty();
    }

    @Test
    void aTimeoutAfterTheDeadlineIsTheDeadlines() {
        time.pass(Duration.ofMinutes(1));

        VoiceClonerException told = TransportFailures.of(
                Answered.notSent(Step.UPLOAD, scope).sent().exchange(), new InterruptedIOException("x"));

        assertThat(told.reason()).isEqualTo(Reason.DEADLINE);
        assertThat(told).hasMessageContaining("the deadline passed while");
        assertThat(told.hint()).contains("Ask again, or allow more time.");
    }

    @Test
    void aTimeoutBeforeTheDeadlineMayBeAllowedMoreTime() {
        assertThat(TransportFailures.of(
                                Answered.notSent(Step.UPLOAD, scope).sent().exchange(), new SocketTimeoutException("x"))
                        .hint())
                .contains("Ask again, or allow more time.");
    }

    @Test
    void whoGaveUpIsToldSoUnlessAVoiceMayExist() {
        scope.cancel();
        IOException cause = new IOException("Canceled");

        assertThat(TransportFailures.of(request(Step.CLONE), cause).category()).isEqualTo(Category.CANCELED);
        assertThat(TransportFailures.of(
                                Answered.notSent(Step.UPLOAD, scope).sent().exchange(), cause)
                        .category())
                .isEqualTo(Category.CANCELED);
        ambiguous(
                Answered.notSent(Step.CLONE, scope).sent().exchange(),
                cause,
                Reason.CANCELED,
                Delivery.UNKNOWN,
                "cancelled while");
    }

    @ParameterizedTest
    @EnumSource(names = {"UPLOAD", "UPLOAD_PROMPT", "PUBLISH"})
    void aRecordingThatFailsWhileItIsReadIsTheCallersToMend(Step step) {
        VoiceClonerException told = TransportFailures.of(
                Answered.notSent(step, scope).cutOff().exchange(),
                new RecordingException("the recording became shorter", null));

        assertThat(told.category()).isEqualTo(Category.INVALID_REQUEST);
        assertThat(told.reason()).isEqualTo(Reason.AUDIO);
        assertThat(told.delivery()).isEqualTo(Delivery.INCOMPLETE);
        assertThat(told).hasMessageContaining("the recording became shorter");
        assertThat(told.hint()).isPresent();
    }

    @Test
    void aRecordingThatFailsBecauseTheCallerGaveUpIsNotBlamed() {
        scope.cancel();

        assertThat(TransportFailures.of(
                                Answered.notSent(Step.UPLOAD, scope).cutOff().exchange(),
                                new RecordingException("closed", null))
                        .category())
                .isEqualTo(Category.CANCELED);
    }

    @Test
    void aFailureOfOursStaysWhatItIs() {
        VoiceClonerException ours = TransportFailures.of(request(Step.UPLOAD), new ConnectException("x"));

        assertThat(TransportFailures.of(request(Step.CLONE), ours)).isSameAs(ours);
    }

    private VoiceClonerException ambiguous(
            Exchange exchange, Exception cause, Reason reason, Delivery delivery, String words) {
        VoiceClonerException told = TransportFailures.of(exchange, cause);
        assertThat(told).isInstanceOf(AmbiguousOutcomeException.class).hasCause(cause);
        assertThat(told.reason()).isEqualTo(reason);
        assertThat(told.delivery()).isEqualTo(delivery);
        assertThat(told.voiceMayExist()).isTrue();
        assertThat(told).hasMessageContaining(words);
        assertThat(told.hint()).contains("Find out whether the voice is there before you ask again.");
        assertThat(((AmbiguousOutcomeException) told).checks()).isNotEmpty();
        return told;
    }

    private Exchange request(Step step) {
        return Answered.notSent(step, scope).exchange();
    }

    private Exchange begun(Step step) {
        return Answered.notSent(step, scope)
                .sent()
                .head(200, null)
                .began("{\"voice_id\":\"nv-1\"")
                .exchange();
    }

    private static SSLException untrusted() {
        return new SSLException("x", new IOException(new CertificateException("expired")));
    }
}

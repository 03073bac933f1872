package io.voicecloner.http;

import static io.voicecloner.http.BrokenSpeechTest.events;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Reason;
import io.voicecloner.VoiceClonerException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stream that breaks off: what was heard is counted and not asked for again; what nobody heard is. */
@Tag("B93")
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class BrokenStreamOfSpeechTest {
    private static final byte[] ONE = Sound.of(1, 300);
    private static final byte[] TWO = Sound.of(2, 400);
    private static final byte[] THREE = Sound.of(3, 500);
    private static final String THREE_PIECES = Sound.event(ONE, 1) + Sound.event(TWO, 1) + Sound.event(THREE, 1);
    private static final String LAST = "data: {\"data\":{\"status\":2}}\n\n";

    private ScriptedServer server;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void withoutItsLastPieceItIsInterruptedAndNotAskedForAgain() {
        server.then(events(THREE_PIECES)).then(events(THREE_PIECES + LAST));

        VoiceClonerException told = told(Ear.human());

        assertThat(told.category()).isEqualTo(Category.PROVIDER_UNAVAILABLE);
        assertThat(told.reason()).isEqualTo(Reason.STREAM_INTERRUPTED);
        assertThat(told.bytesDelivered()).isEqualTo(1_200);
        assertThat(told.moneyMayBeSpent()).isTrue();
        assertThat(told).hasMessageContaining("1200 bytes of audio were handed out before, and may be billed.");
        assertThat(server.received()).isEqualTo(1);
    }

    /** A refusal over several lines was taken for the beginning of a stream, and the text spoken again. */
    @Test
    void aRefusalInPlaceOfAStreamIsReadWholeAndNotAskedForAgain() {
        server.then(events("{\n  \"base_resp\": {\n    \"status_code\": 1004\n  }\n}\n"))
                .then(events(THREE_PIECES + LAST));

        VoiceClonerException told = told(Ear.human());

        assertThat(told.category()).isEqualTo(Category.ACCESS);
        assertThat(told.moneyMayBeSpent()).isFalse();
        assertThat(server.received()).isEqualTo(1);
    }

    /** It was taken for one object with something behind it, after its first piece was heard. */
    @Test
    void aStreamWithoutNamesOfItsLinesIsHeardToItsEnd() {
        Ear ear = Ear.human();
        server.then(events((THREE_PIECES + LAST).replace("data: ", "")));

        try (SpeakingProbe probe = new SpeakingProbe(server.uri("/"))) {
            probe.speak(ear);
        }

        assertThat(ear.heard()).isEqualTo(Sound.joined(ONE, TWO, THREE));
    }

    @Test
    @Tag("F66")
    @Tag("faults")
    void soItIsWhenTheConnectionBreaks() {
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + THREE_PIECES);
            conversation.rest(100);
            conversation.reset();
        });

        VoiceClonerException told = told(Ear.human());

        assertThat(told.reason()).isEqualTo(Reason.STREAM_INTERRUPTED);
        assertThat(told.bytesDelivered()).isEqualTo(1_200);
        assertThat(server.received()).isEqualTo(1);
    }

    /** Its events say nothing of a status, and its end was taken for a whole answer. */
    @Test
    void piecesThatNeverSayThatTheyAreTheLastAreNoWholeStream() {
        server.then(events("data: {\"audio\":\"" + Sound.hex(ONE) + "\"}\n\ndata: {\"extra_info\":{}}\n\n"));

        assertThat(told(Ear.human()).reason()).isEqualTo(Reason.STREAM_INTERRUPTED);
    }

    @Test
    void intoAFileItIsAskedForOnceMore() {
        server.then(events(THREE_PIECES)).then(events(Sound.event(TWO, 1) + LAST));
        Ear tape = Ear.tape();
        try (SpeakingProbe probe = new SpeakingProbe(server.uri("/"))) {
            assertThat(probe.speak(tape).audioBytes()).isEqualTo(400);
            assertThat(probe.scope.isSpeechLost()).isTrue();
            assertThat(probe.scope.handedOut()).isZero();
        }
        assertThat(tape.heard()).isEqualTo(TWO);
        assertThat(server.received()).isEqualTo(2);
    }

    @Test
    void beforeAnythingWasHeardItIsAskedForOnceMore() {
        server.then(events(": well\n\n")).then(events(Sound.event(TWO, 1) + LAST));
        Ear ear = Ear.human();
        try (SpeakingProbe probe = new SpeakingProbe(server.uri("/"))) {
            assertThat(probe.speak(ear).audioBytes()).isEqualTo(400);
        }
        assertThat(ear.heard()).isEqualTo(TWO);
        assertThat(server.received()).isEqualTo(2);
    }

    @Test
    void aFaultOfTheProvidersInTheMidstIsAnInterruption() {
        server.then(events(Sound.event(ONE, 1) + "data: {\"data\":null,\"base_resp\":{\"status_code\":1000}}\n\n"));

        VoiceClonerException told = told(Ear.human());

        assertThat(told.reason()).isEqualTo(Reason.STREAM_INTERRUPTED);
        assertThat(told.providerCode()).contains("1000");
        assertThat(told.bytesDelivered()).isEqualTo(300);
    }

    @Test
    void aRefusalInTheMidstKeepsItsNameAndMayBeBilled() {
        server.then(events(Sound.event(ONE, 1) + "data: {\"base_resp\":{\"status_code\":1027}}\n\n"));

        VoiceClonerException told = told(Ear.human());

        assertThat(told.category()).isEqualTo(Category.CONTENT_REJECTED);
        assertThat(told.bytesDelivered()).isEqualTo(300);
        assertThat(told.moneyMayBeSpent()).isTrue();
    }

    @Test
    void aLimitReachedInTheMidstIsNotWaitedOut() {
        server.then(events(Sound.event(ONE, 1) + "data: {\"base_resp\":{\"status_code\":1002}}\n\n"));

        assertThat(told(Ear.human()).category()).isEqualTo(Category.RATE_LIMITED);
        assertThat(server.received()).isEqualTo(1);
    }

    private VoiceClonerException told(Ear ear) {
        try (SpeakingProbe probe = new SpeakingProbe(server.uri("/"))) {
            VoiceClonerException failure = probe.failure(ear);
            assertThat(ear.closed()).isEqualTo(ear.opened());
            return failure;
        }
    }
}

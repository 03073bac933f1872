package io.voicecloner.minimax;

import static io.voicecloner.minimax.FaultyMiniMax.code;
import static io.voicecloner.minimax.FaultyMiniMax.just;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AccessException;
import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.ContentRejectedException;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.Reason;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import io.voicecloner.testkit.wire.WireServer.Script;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first answer was lost, and the voice was made. Only an answer that says something of that request ends the doubt. */
@Tag("faults")
class StickyDoubtTest {
    @AutoClose
    private final FaultyMiniMax minimax = new FaultyMiniMax();

    static Stream<Arguments> answersThatSayNothing() {
        return Stream.of(
                said("1004", code(1004), 2, Reason.REGION),
                said("1008", code(1008), 2, Reason.BALANCE),
                said("2038", code(2038), 2, Reason.PERMISSION),
                said("2049", code(2049), 2, Reason.REGION),
                said("2056", code(2056), 2, Reason.PLAN),
                said("400 without a code", just(Reply.of(400, "application/json", "{}")), 2, Reason.REQUEST),
                said("413 without a code", just(Reply.of(413, "text/plain", "too large")), 2, Reason.REQUEST),
                said("422 without a code", just(Reply.of(422, "text/plain", "no")), 2, Reason.REQUEST),
                said("401", just(Reply.of(401, "text/plain", "who?")), 2, Reason.KEY),
                said("404", just(Reply.of(404, "text/plain", "no such page")), 2, Reason.MISCONFIGURED_ENDPOINT),
                said("307", just(Reply.of(307, "text/plain", "", "Location: /elsewhere")), 2, Reason.REDIRECT),
                said("1002 every time", code(1002), 3, Reason.RATE),
                said("1039 every time", code(1039), 3, Reason.RATE),
                said("1041 every time", code(1041), 3, Reason.CONCURRENCY),
                said("429 every time", just(Reply.of(429, "text/plain", "slow down")), 3, Reason.RATE));
    }

    private static Arguments said(String name, Script later, int requests, Reason reason) {
        return Arguments.of(Named.of(name, later), requests, reason);
    }

    @ParameterizedTest
    @MethodSource("answersThatSayNothing")
    @Tag("F69")
    void whatSaysNothingOfTheFirstRequestLeavesItInDoubt(Script later, int requests, Reason reason) {
        minimax.onClone(minimax.makeBut(Reply.end()), later);

        VoiceClonerException failure = minimax.failure(FaultyMiniMax.request());

        assertInDoubt(failure);
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.getCause()).isInstanceOf(VoiceClonerException.class);
        assertThat(minimax.clones()).hasSize(requests);
        assertThat(minimax.voices()).hasSize(1);
    }

    @Test
    @Tag("F69")
    void noConnectionForTheRepeatLeavesTheFirstRequestInDoubt() {
        minimax.onClone(request -> {
            minimax.make(request);
            minimax.server().close();
            return Reply.end();
        });

        VoiceClonerException failure = minimax.failure(FaultyMiniMax.request());

        assertInDoubt(failure);
        assertThat(failure.reason()).isEqualTo(Reason.CONNECT);
        assertThat(minimax.clones()).hasSize(1);
        assertThat(minimax.time.waits()).hasSize(2).first().isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    @Tag("F69")
    void aProviderThatIsLeftAloneLeavesTheFirstRequestInDoubt() {
        minimax.with("attempts", "2").onClone(just(Reply.end()));
        try (VoiceCloner cloner = minimax.open()) {
            FaultyMiniMax.failure(cloner, FaultyMiniMax.request());
            FaultyMiniMax.failure(cloner, FaultyMiniMax.request());

            VoiceClonerException failure = FaultyMiniMax.failure(cloner, FaultyMiniMax.request());

            assertInDoubt(failure);
            assertThat(failure.reason()).isEqualTo(Reason.BREAKER_OPEN);
            assertThat(minimax.askedFor())
                    .filteredOn(failure.voiceId().orElseThrow()::equals)
                    .hasSize(1);
            assertThat(minimax.clones()).hasSize(5);
        }
    }

    @Test
    @Tag("F69")
    void aDeadlineThatPassesWhileTheAnswerIsAwaitedLeavesTheRequestInDoubt() {
        minimax.with("deadline", "1m").onClone(request -> {
            minimax.make(request);
            minimax.time.pass(Duration.ofSeconds(58));
            return Reply.end();
        });

        VoiceClonerException failure = minimax.failure(FaultyMiniMax.request());

        assertInDoubt(failure);
        assertThat(minimax.clones()).hasSize(1);
        assertThat(minimax.time.waits()).isEmpty();
    }

    @Test
    @Tag("F69")
    void aDeadlineThatPassesBeforeTheRepeatLeavesTheFirstRequestInDoubt() {
        minimax.with("deadline", "1m").onClone(minimax.makeBut(Reply.end()));
        minimax.time.onWait(() -> minimax.time.pass(Duration.ofMinutes(1)));

        VoiceClonerException failure = minimax.failure(FaultyMiniMax.request());

        assertInDoubt(failure);
        assertThat(failure.reason()).isEqualTo(Reason.DEADLINE);
        assertThat(minimax.clones()).hasSize(1);
        assertThat(minimax.time.waits()).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    @Tag("F69")
    void noTurnBeforeTheDeadlineLeavesTheFirstRequestInDoubt() {
        minimax.with("deadline", "30s").with("rate", "1/m").onClone(minimax.makeBut(Reply.end()));

        VoiceClonerException failure = minimax.failure(FaultyMiniMax.request());

        assertInDoubt(failure);
        assertThat(minimax.clones()).hasSize(1);
    }

    @Test
    @Tag("F15")
    void somebodyElsesVoiceIsNeverTakenForOnesOwn() {
        minimax.onClone(just(Reply.end()), code(2042));

        VoiceClonerException failure = minimax.failure(FaultyMiniMax.request());

        assertThat(failure).isInstanceOf(AccessException.class);
        assertThat(failure.reason()).isEqualTo(Reason.FOREIGN_VOICE);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(minimax.clones()).hasSize(2);
    }

    @Test
    @Tag("F16")
    void anotherAccountBehindAGatewayKnowsNothingOfTheFirstRequest() {
        minimax.onClone(minimax.makeBut(Reply.end()), code(20132));

        VoiceClonerException failure = minimax.failure(FaultyMiniMax.request());

        assertInDoubt(failure);
        assertThat(failure.providerCode()).contains("20132");
        assertThat(minimax.clones()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1042, 1043, 1044, 2013, 2037, 2048})
    @Tag("F70")
    void whatTheSameRequestMustHaveMetBeforeEndsTheDoubt(int later) {
        minimax.onClone(just(Reply.end()), code(later));

        VoiceClonerException failure = minimax.failure(FaultyMiniMax.request());

        assertThat(failure).isInstanceOf(InvalidRequestException.class);
        assertThat(failure.providerCode()).contains(Integer.toString(later));
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(minimax.clones()).hasSize(2);
    }

    @Test
    @Tag("F69")
    void unsafeContentDoesNotSayThatTheFirstRequestWasRefusedToo() {
        minimax.onClone(minimax.makeBut(Reply.end()), code(1026));

        VoiceClonerException failure = minimax.failure(FaultyMiniMax.request());

        assertThat(failure).isInstanceOf(ContentRejectedException.class);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(minimax.clones()).hasSize(2);
    }

    private static void assertInDoubt(VoiceClonerException failure) {
        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(failure.delivery().mayHaveActed()).isTrue();
        assertThat(((AmbiguousOutcomeException) failure).checks()).isNotEmpty();
        assertThat(failure.voiceId()).isPresent();
        assertThat(failure.attempts()).isPositive();
        assertThat(failure.hint().orElseThrow())
                .doesNotContainIgnoringCase("again in")
                .contains("before you ask again");
    }
}

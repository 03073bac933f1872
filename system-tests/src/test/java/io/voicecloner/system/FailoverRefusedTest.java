package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.voicecloner.Category;
import io.voicecloner.CloneEvent;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Reason;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.emulator.Fault;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the first provider refuses: never taken elsewhere if it is the recording, and if it is the account, only where that was said. */
@Tag("faults")
class FailoverRefusedTest {
    private static final String EVERYTHING = "quota, permission, access";

    static Stream<Arguments> contents() {
        return Stream.of(
                arguments("minimax", "voice_clone", Fault.code(1026, "input sensitive"), Reason.INPUT_CONTENT),
                arguments("minimax", "voice_clone", Fault.code(1027, "output sensitive"), Reason.OUTPUT_CONTENT),
                arguments("minimax", "files/upload", Fault.code(1026, "input sensitive"), Reason.INPUT_CONTENT),
                arguments("proxy", "voice_clone", Fault.code(1026, "input sensitive"), Reason.INPUT_CONTENT),
                arguments(
                        "novita",
                        "minimax-voice-cloning",
                        Fault.reason(400, "ILLEGAL_PROMPT", "illegal"),
                        Reason.INPUT_CONTENT),
                arguments(
                        "highway", "minimax-voice-cloning", Fault.code(1026, "input sensitive"), Reason.INPUT_CONTENT));
    }

    @ParameterizedTest
    @MethodSource("contents")
    @Tag("F59")
    void aRefusedRecordingIsNeverShownToAnotherProvider(String first, String route, Fault fault, Reason reason) {
        try (TwoProviders two = new TwoProviders(first, another(first)).with("failover-on", EVERYTHING);
                VoiceCloner cloner = two.open()) {
            two.a.script(first, route, fault);

            VoiceClonerException failure = failure(cloner);

            assertThat(failure.reason()).isEqualTo(reason);
            assertThat(failure.provider()).contains(first);
            assertThat(failure.passedOver()).isEmpty();
            assertThat(two.b.requestCount()).isZero();
        }
    }

    static Stream<Arguments> accounts() {
        return Stream.of(
                arguments("quota", "minimax", Fault.code(1008, "insufficient balance"), Reason.BALANCE),
                arguments("quota", "proxy", Fault.code(2056, "usage limit exceeded"), Reason.PLAN),
                arguments(
                        "quota",
                        "novita",
                        Fault.reason(403, "NOT_ENOUGH_BALANCE", "not enough balance"),
                        Reason.BALANCE),
                arguments("permission", "minimax", Fault.code(2038, "no cloning permission"), Reason.PERMISSION),
                arguments(
                        "permission",
                        "highway",
                        Fault.reason(403, "NEED_REAL_NAME_VERIFY", "verify"),
                        Reason.PERMISSION),
                arguments("access", "minimax", Fault.code(2049, "invalid api key"), Reason.REGION),
                arguments("access", "novita", Fault.reason(403, "INVALID_API_KEY", "invalid api-key"), Reason.KEY));
    }

    @ParameterizedTest
    @MethodSource("accounts")
    @Tag("F60")
    void anAccountThatCannotPayOrMayNotIsNotLeftUnasked(String cause, String first, Fault fault, Reason reason) {
        String allButThis = String.join(
                ",",
                Stream.of(EVERYTHING.split(", "))
                        .filter(each -> !each.equals(cause))
                        .toList());
        for (String allowed : List.of("", allButThis)) {
            try (TwoProviders two = new TwoProviders(first, another(first)).with("failover-on", allowed);
                    VoiceCloner cloner = two.open()) {
                two.a.script(first, two.creating(), fault);

                VoiceClonerException failure = failure(cloner);

                assertThat(failure.reason()).isEqualTo(reason);
                assertThat(failure.provider()).contains(first);
                assertThat(two.b.requestCount()).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("accounts")
    @Tag("F60")
    void ifThatWasAllowedItIsLeftAndTheResultSaysWhoseBillItIsOn(
            String cause, String first, Fault fault, Reason reason) {
        String second = another(first);
        try (TwoProviders two = new TwoProviders(first, second).with("failover-on", cause);
                VoiceCloner cloner = two.open()) {
            two.a.script(first, two.creating(), fault);

            ClonedVoice voice = cloner.cloneVoice(TwoProviders.REQUEST);

            assertThat(voice.ref().provider()).isEqualTo(second);
            assertThat(two.b.voices()).hasSize(1);
            assertThat(two.createsAtA()).isEqualTo(1);
            Category category = cause.equals("quota") ? Category.QUOTA : Category.ACCESS;
            assertThat(voice.passedOver()).singleElement().satisfies(failure -> {
                assertThat(failure.provider()).contains(first);
                assertThat(failure.category()).isEqualTo(category);
                assertThat(failure.reason()).isEqualTo(reason);
            });
            assertThat(voice.warnings()).anyMatch(warning -> warning.startsWith("Not made by " + first + ": "));
            assertThat(two.events).contains(new CloneEvent.FailedOver(first, second, category, reason));
        }
    }

    private static String another(String first) {
        return first.equals("novita") ? "highway" : "novita";
    }

    private static VoiceClonerException failure(VoiceCloner cloner) {
        return catchThrowableOfType(VoiceClonerException.class, () -> cloner.cloneVoice(TwoProviders.REQUEST));
    }
}

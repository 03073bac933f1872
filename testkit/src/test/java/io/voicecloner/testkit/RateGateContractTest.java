package io.voicecloner.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.voicecloner.Rate;
import io.voicecloner.VoiceCloners;
import io.voicecloner.spi.RateGate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** Gates that keep the contract pass; each that breaks it fails exactly the tests about that; and each test can fail. */
class RateGateContractTest {
    private static Function<Rate, RateGate> opened = FairGate::new;

    @AfterEach
    void noGateIsLeft() {
        opened = FairGate::new;
    }

    @Test
    void theGateOfTheLibraryKeepsIt() {
        assertThat(failed(VoiceCloners::rateGate)).isEmpty();
    }

    @Test
    void aGateThatCountsInAnotherWayKeepsItToo() {
        assertThat(failed(FairGate::new)).isEmpty();
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                gate(
                        BrokenGates.CountsMinutes::new,
                        "turnsTakenAtOnceComeOneToAnInterval",
                        "noWindowHoldsMoreThanTheRateAndOneMore"),
                gate(BrokenGates.SavesUp::new, "noWindowHoldsMoreThanTheRateAndOneMore"),
                gate(BrokenGates.CountsThoseWhoLeave::new, "whoWouldComeTooLateTakesNobodysPlace"),
                gate(BrokenGates.DoesNotSayWhen::new, "whoWouldComeTooLateTakesNobodysPlace"),
                gate(BrokenGates.MixesAccounts::new, "accountsDoNotWaitForEachOther"),
                gate(BrokenGates.MixesOperations::new, "operationsDoNotWaitForEachOther"),
                gate(BrokenGates.HoldsOthersToo::new, "aHoldIsForOneOperationOfOneAccount"),
                gate(BrokenGates.BelievesTheLastHold::new, "aHoldIsNeverShortened"),
                gate(BrokenGates.HoldsForSecondsAtLeast::new, "aHoldEnds"),
                gate(BrokenGates.HasALimitAlways::new, "withoutALimitNobodyWaits"),
                gate(BrokenGates.HoldsNobodyWithoutALimit::new, "aHoldHoldsWithoutALimitToo"),
                gate(BrokenGates.LooksBeforeItTakes::new, "asManyThreadsHaveAsManyTurns"));
    }

    private static Arguments gate(Function<Rate, RateGate> gate, String... breaks) {
        return arguments(gate, Set.of(breaks));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenGateFailsExactlyTheTestsOfWhatItBreaks(Function<Rate, RateGate> gate, Set<String> breaks) {
        assertThat(failed(gate)).isEqualTo(breaks);
    }

    @Test
    void everyTestIsFailedBySomeGate() {
        Set<String> failing = new TreeSet<>();
        for (Arguments gate : broken().toList()) {
            ((Set<?>) gate.get()[1]).forEach(test -> failing.add(test.toString()));
        }

        assertThat(failing).isEqualTo(names(run(FairGate::new).finished().list()));
    }

    private static Set<String> failed(Function<Rate, RateGate> gate) {
        return names(run(gate).failed().list());
    }

    private static Events run(Function<Rate, RateGate> gate) {
        opened = gate;
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Contract.class))
                .execute()
                .testEvents();
    }

    private static Set<String> names(List<Event> events) {
        Set<String> names = new TreeSet<>();
        events.forEach(
                event -> names.add(event.getTestDescriptor().getDisplayName().replace("()", "")));
        return names;
    }

    /** Its name does not end in Test, so that only these tests run it. */
    static final class Contract extends RateGateContract {
        @Override
        protected RateGate open(Rate rate) {
            return opened.apply(rate);
        }
    }
}

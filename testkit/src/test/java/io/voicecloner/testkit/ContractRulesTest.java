package io.voicecloner.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.spi.VoiceClonerProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/** Providers that keep all rules pass; each provider that breaks some fails exactly these; and each rule can fail. */
class ContractRulesTest {
    @Test
    void theRulesAreNumberedInOrder() {
        List<String> ids = ContractRules.all().stream().map(ContractRule::id).toList();

        assertThat(ids)
                .isEqualTo(IntStream.rangeClosed(1, ids.size())
                        .mapToObj(number -> String.format("R%02d", number))
                        .toList());
    }

    @Test
    void aProviderWithEverythingIsAskedForEverything() {
        Result result = Result.of(new Healthy.Everything());

        assertThat(result.broken).isEmpty();
        // There is no option that it lacks, and it leaves ids to the caller.
        assertThat(result.skipped.keySet()).containsExactly("R23", "R73");
    }

    @Test
    void aProviderThatSpeaksAndNoMoreIsNotAskedForStreamsTasksAndLists() {
        Result result = Result.of(new Healthy.Murmuring());

        assertThat(result.broken).isEmpty();
        assertThat(result.skipped)
                .containsEntry("R84", "needs a provider that streams speech")
                .containsEntry("R99", "needs a provider that has tasks for long texts")
                .containsEntry("R102", "needs \"slow\", which the host cannot provoke")
                .containsEntry("R107", "needs LIST_VOICES, which the provider does not have");
    }

    @Test
    void aProviderWithNothingIsNotAskedForWhatItLacks() {
        Result result = Result.of(new Healthy.Plain());

        assertThat(result.broken).isEmpty();
        assertThat(result.skipped)
                .containsEntry("R19", "needs CHOSEN_VOICE_ID, which the provider does not have")
                .containsEntry("R44", "needs \"slow\", which the host cannot provoke");
    }

    @Test
    void theIdsThatAreChosenSuitAnyRuleThatTakesWhatTheLibraryMakes() {
        assertThat(Result.of(new Healthy.Particular()).broken).isEmpty();
    }

    static Stream<Named<FakeProvider>> broken() {
        return fakes().filter(fake -> !fake.breaks().isEmpty()).map(fake -> Named.of(fake.id(), fake));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenProviderFailsExactlyTheRulesItBreaks(FakeProvider provider) {
        assertThat(Result.of(provider).broken.keySet()).containsExactlyElementsOf(new TreeSet<>(provider.breaks()));
    }

    @Test
    void everyRuleIsBrokenBySomeProvider() {
        Set<String> broken = new TreeSet<>();
        fakes().forEach(fake -> broken.addAll(fake.breaks()));

        assertThat(broken)
                .containsExactlyInAnyOrderElementsOf(
                        ContractRules.all().stream().map(ContractRule::id).toList());
    }

    private static Stream<FakeProvider> fakes() {
        List<FakeProvider> fakes = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        for (VoiceClonerProvider provider : ServiceLoader.load(VoiceClonerProvider.class)) {
            if (provider instanceof FakeProvider fake && ids.add(fake.id())) {
                fakes.add(fake);
            }
        }
        return fakes.stream();
    }

    /** What became of each rule that was not simply kept, with the reason. */
    private record Result(Map<String, String> broken, Map<String, String> skipped) {
        static Result of(FakeProvider provider) {
            Result result = new Result(new TreeMap<>(), new TreeMap<>());
            for (ContractRule rule : ContractRules.all()) {
                try {
                    rule.check(() -> new FakeHost(provider));
                } catch (TestAbortedException e) {
                    result.skipped.put(rule.id(), reason(rule, e));
                } catch (AssertionError e) {
                    result.broken.put(rule.id(), reason(rule, e));
                }
            }
            return result;
        }

        private static String reason(ContractRule rule, Throwable thrown) {
            assertThat(thrown).hasMessageStartingWith(rule + ": ");
            return String.valueOf(thrown.getMessage()).substring((rule + ": ").length());
        }
    }
}

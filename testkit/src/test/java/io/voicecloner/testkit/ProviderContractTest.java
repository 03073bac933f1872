package io.voicecloner.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** The contract as JUnit sees it. */
class ProviderContractTest {
    private static final int RULES = ContractRules.all().size();

    @Test
    void eachRuleIsATestThatSaysItsNumberAndTitle() {
        Events tests = run(HealthyContract.class);

        assertThat(tests.succeeded().list().stream().map(ProviderContractTest::name))
                .hasSize(RULES - 2)
                .contains("R13 a plain clone is one request and one voice");
        assertThat(tests.failed().count()).isZero();
    }

    @Test
    void aRuleThatDoesNotApplyIsReportedAsSkippedWithTheReason() {
        Events tests = run(HealthyContract.class);

        assertThat(tests.aborted().list())
                .extracting(ProviderContractTest::outcome)
                .satisfiesExactly(
                        lacksNothing ->
                                assertThat(lacksNothing).contains("R23 ", "needs an option that the provider lacks"),
                        makesNoIds -> assertThat(makesNoIds).contains("R73 ", "needs a provider that makes the ids"));
    }

    @Test
    void aBrokenRuleIsReportedAsFailed() {
        Events tests = run(BrokenContract.class);

        assertThat(tests.failed().list()).singleElement().satisfies(event -> {
            assertThat(name(event)).startsWith("R18 ");
            assertThat(outcome(event)).contains("the account in forgets-the-account:");
        });
    }

    @Test
    void theHostOfEachRuleIsClosed() {
        run(BrokenContract.class);

        assertThat(FakeHost.startedFor("forgets-the-account")).isEmpty();
    }

    private static Events run(Class<?> contract) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(contract))
                .execute()
                .testEvents();
    }

    private static String name(Event event) {
        return event.getTestDescriptor().getDisplayName();
    }

    private static String outcome(Event event) {
        return event.getPayload().orElseThrow().toString();
    }

    /** Its name does not end in Test, so that only these tests run it. */
    static final class HealthyContract extends ProviderContract {
        @Override
        protected ProviderHost startHost() {
            return new FakeHost(new Healthy.Everything());
        }
    }

    static final class BrokenContract extends ProviderContract {
        @Override
        protected ProviderHost startHost() {
            return new FakeHost(new BrokenRequests.ForgetsTheAccount());
        }
    }
}

package io.voicecloner.testkit;

import java.util.List;
import java.util.stream.Stream;

/** The rules of the contract as data, for those who run them otherwise than by {@link ProviderContract}. */
public final class ContractRules {
    private static final List<ContractRule> ALL = Stream.of(
                    DiscoveryRules.all(),
                    CapabilityRules.all(),
                    RequestRules.all(),
                    RefusalRules.all(),
                    FailureRules.all(),
                    PreviewRules.all(),
                    LifeRules.all(),
                    SecretRules.all(),
                    AsideRules.all(),
                    RetryRules.all(),
                    DoubtRules.all(),
                    GivingUpRules.all(),
                    DeadlineRules.all(),
                    ClosingRules.all(),
                    LeftAloneRules.all(),
                    SpeechRules.all(),
                    SpeechRefusalRules.all(),
                    SpeechFailureRules.all(),
                    SpeechRepeatRules.all(),
                    SpeechUseRules.all(),
                    SpeechEndRules.all(),
                    CatalogRules.all())
            .flatMap(rules -> rules)
            .toList();

    private ContractRules() {}

    /** Every rule, in the order of their numbers. Immutable. */
    public static List<ContractRule> all() {
        return ALL;
    }
}

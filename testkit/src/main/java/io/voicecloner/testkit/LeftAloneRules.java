package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.VoiceClonerException;
import java.util.stream.Stream;

/** A provider that fails all the time. */
final class LeftAloneRules {
    /** More than it takes. */
    private static final int FAULTS = 10;

    private LeftAloneRules() {}

    static Stream<ContractRule> all() {
        return Stream.of(new ContractRule(
                        "R81",
                        "retries",
                        "a provider that failed too often is left alone: it is sent nothing, not even a recording",
                        LeftAloneRules::nothingSent)
                .needs(Trouble.PROVIDER_FAULT));
    }

    private static void nothingSent(Bench bench) {
        for (int i = 0; i < FAULTS; i++) {
            bench.failureBy(Trouble.PROVIDER_FAULT);
        }
        int sent = bench.host().requests();
        VoiceClonerException failure = bench.failure(bench.plain());
        assertEquals(sent, bench.host().requests(), "requests after " + FAULTS + " faults and one more clone");
        assertEquals(Category.PROVIDER_UNAVAILABLE, failure.category(), () -> "the leaf of: " + failure);
        assertEquals(Reason.BREAKER_OPEN, failure.reason(), () -> "the reason of: " + failure);
        assertEquals(Delivery.NOT_SENT, failure.delivery(), () -> "the delivery of: " + failure);
        assertFalse(failure.voiceMayExist(), () -> "voiceMayExist of: " + failure);
    }
}

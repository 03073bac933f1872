package io.voicecloner.testkit;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules that every provider keeps, one test for each. A provider's own test extends this and starts its host:
 *
 * <pre>{@code
 * class AcmeContractTest extends ProviderContract {
 *     @Override
 *     protected ProviderHost startHost() {
 *         return new AcmeHost();
 *     }
 * }
 * }</pre>
 *
 * <p>A rule that needs what the provider or its host does not have is reported as skipped, with what it lacks. No rule sends
 * anything to another machine than the host names.
 */
public abstract class ProviderContract {
    /** Starts a new host. Called several times, by some rules more than once; each is closed by whoever asked for it. */
    protected abstract ProviderHost startHost();

    /** Every rule, in groups. */
    @TestFactory
    public final Stream<DynamicNode> contract() {
        Map<String, List<ContractRule>> groups =
                ContractRules.all().stream().collect(groupingBy(ContractRule::group, LinkedHashMap::new, toList()));
        return groups.entrySet().stream()
                .map(group -> DynamicContainer.dynamicContainer(
                        group.getKey(), group.getValue().stream().map(this::test)));
    }

    private DynamicNode test(ContractRule rule) {
        return DynamicTest.dynamicTest(rule.toString(), () -> rule.check(this::startHost));
    }
}

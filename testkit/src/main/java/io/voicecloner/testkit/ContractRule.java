package io.voicecloner.testkit;

import io.voicecloner.Feature;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** One thing that every provider keeps. Immutable; may be checked any number of times, by several threads at once. */
public final class ContractRule {
    private final String id;
    private final String group;
    private final String title;
    private final Check check;
    private final Set<Feature> features = EnumSet.noneOf(Feature.class);
    private final Set<Trouble> troubles = EnumSet.noneOf(Trouble.class);
    private final Set<SpeechTrouble> speechTroubles = EnumSet.noneOf(SpeechTrouble.class);

    /** Looks at a provider; throws if it does not keep the rule. */
    @FunctionalInterface
    interface Check {
        void on(Bench bench) throws Exception;
    }

    ContractRule(String id, String group, String title, Check check) {
        this.id = id;
        this.group = group;
        this.title = title;
        this.check = check;
    }

    /** The same, for providers with this feature only. */
    ContractRule needs(Feature feature) {
        ContractRule copy = copy();
        copy.features.add(feature);
        return copy;
    }

    /** The same, for hosts that can provoke this only. */
    ContractRule needs(Trouble trouble) {
        ContractRule copy = copy();
        copy.troubles.add(trouble);
        return copy;
    }

    /** The same, for hosts that can provoke this only. */
    ContractRule needs(SpeechTrouble trouble) {
        ContractRule copy = copy();
        copy.speechTroubles.add(trouble);
        return copy;
    }

    private ContractRule copy() {
        ContractRule copy = new ContractRule(id, group, title, check);
        copy.features.addAll(features);
        copy.troubles.addAll(troubles);
        copy.speechTroubles.addAll(speechTroubles);
        return copy;
    }

    /** The number, stable between releases: {@code R07}. */
    public String id() {
        return id;
    }

    /** What it is about, in a word or two. */
    public String group() {
        return group;
    }

    /** What is kept, as a sentence without a full stop. */
    public String title() {
        return title;
    }

    /**
     * Checks a provider against a new host.
     *
     * @param hosts starts a new host each time; what was started is closed before this returns
     * @throws AssertionError if the rule is broken
     * @throws TestAbortedException if the provider or its host lacks what the rule needs; says what
     */
    public void check(Supplier<? extends ProviderHost> hosts) {
        try (Bench bench = new Bench(hosts)) {
            requireWhatIsNeeded(bench);
            check.on(bench);
        } catch (TestAbortedException e) {
            throw new TestAbortedException(this + ": " + e.getMessage(), e);
        } catch (AssertionError e) {
            throw new AssertionFailedError(this + ": " + e.getMessage(), e);
        } catch (Exception e) {
            throw new AssertionFailedError(this + ": ended in " + e, e);
        }
    }

    private void requireWhatIsNeeded(Bench bench) {
        for (Trouble trouble : troubles) {
            require(bench.host().can(trouble), trouble.words());
        }
        for (SpeechTrouble trouble : speechTroubles) {
            require(bench.host().can(trouble), trouble.words());
        }
        for (Feature feature : features) {
            if (!bench.cloner().capabilities().has(feature)) {
                throw new TestAbortedException("needs " + feature + ", which the provider does not have");
            }
        }
    }

    private static void require(boolean provoked, String words) {
        if (!provoked) {
            throw new TestAbortedException("needs \"" + words + "\", which the host cannot provoke");
        }
    }

    @Override
    public String toString() {
        return id + ' ' + title;
    }
}

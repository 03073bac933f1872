package io.voicecloner.pipeline;

import io.voicecloner.ConsentCheck;
import io.voicecloner.listen.Listening;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.RateGate;
import io.voicecloner.spi.Time;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What a cloner is given beside its configuration.
 *
 * @param listening who is told of what happens
 * @param executor runs asynchronous clones; null for threads of the cloner's own
 * @param clock says what time it is
 * @param time what deadlines and pauses are measured by
 * @param rateGate who says when the next voice may be asked for; null for a gate of each cloner's own
 * @param consentCheck says whether a voice may be cloned; null where nobody is asked
 */
public record Instruments(
        Listening listening,
        @Nullable Executor executor,
        Clock clock,
        Time time,
        @Nullable RateGate rateGate,
        @Nullable ConsentCheck consentCheck) {
    /** With a gate of each cloner's own, and nobody who is asked for consent. */
    public Instruments(Listening listening, @Nullable Executor executor, Clock clock, Time time) {
        this(listening, executor, clock, time, null, null);
    }

    /** The time of this JVM, threads of the cloner's own, and nobody but the log who listens. */
    public static Instruments ordinary() {
        return new Instruments(new Listening(null), null, Clock.systemUTC(), Time.system());
    }

    ProviderContext context() {
        return new ProviderContext(clock, time, Optional.ofNullable(rateGate));
    }
}

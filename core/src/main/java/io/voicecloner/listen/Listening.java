package io.voicecloner.listen;

import io.voicecloner.CloneEvent;
import io.voicecloner.CloneListener;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the application's listener and the log, and survives what a listener throws. Thread-safe. */
public final class Listening implements CloneListener {
    private static final Logger LOG = LoggerFactory.getLogger("io.voicecloner");

    private final @Nullable CloneListener given;
    private final LoggedEvents log = new LoggedEvents();
    private final AtomicBoolean complained = new AtomicBoolean();

    /** @param given the application's; null for none */
    public Listening(@Nullable CloneListener given) {
        this.given = given;
    }

    /** This one while somebody listens; who finds nobody here makes no events. */
    public Optional<CloneListener> ifHeard() {
        return given != null || log.isEnabled() ? Optional.of(this) : Optional.empty();
    }

    @Override
    public void onEvent(CloneEvent event) {
        log.onEvent(event);
        if (given == null) {
            return;
        }
        try {
            given.onEvent(event);
        } catch (RuntimeException e) {
            if (!complained.getAndSet(true)) {
                LOG.warn("A CloneListener threw an exception; this is said once.", e);
            }
        }
    }
}

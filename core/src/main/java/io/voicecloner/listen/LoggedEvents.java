package io.voicecloner.listen;

import io.voicecloner.CloneEvent;
import io.voicecloner.CloneListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Writes events to the log {@code io.voicecloner.events}: WARN for what somebody should look after, INFO for what became of a clone, DEBUG for
 * how it went.
 */
final class LoggedEvents implements CloneListener {
    private static final Logger LOG = LoggerFactory.getLogger("io.voicecloner.events");

    boolean isEnabled() {
        return LOG.isWarnEnabled();
    }

    @Override
    public void onEvent(CloneEvent event) {
        LOG.atLevel(levelOf(event)).log(event::text);
    }

    static Level levelOf(CloneEvent event) {
        if (event instanceof CloneEvent.OutcomeUnknown
                || event instanceof CloneEvent.OrphanLeft
                || event instanceof CloneEvent.FailedOver) {
            return Level.WARN;
        }
        boolean end = event instanceof CloneEvent.VoiceMade || event instanceof CloneEvent.CloneFailed;
        return end ? Level.INFO : Level.DEBUG;
    }
}

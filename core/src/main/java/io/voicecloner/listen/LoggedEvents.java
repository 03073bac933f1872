package io.voicecloner.listen;

import io.voicecloner.CloneEvent;
import io.voicecloner.CloneListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Writes events to the log {@code io.voicecloner.events}: WARN for what somebody should look after, INFO for what became of a clone, DEBUG for
 * how it went. A failover for the same reason is said once a minute, and the rest as DEBUG: while a provider is down, each clone would say it.
 */
final class LoggedEvents implements CloneListener {
    private static final Logger LOG = LoggerFactory.getLogger("io.voicecloner.events");

    private static final long A_MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final Map<CloneEvent.FailedOver, Long> saidAt = new ConcurrentHashMap<>();
    private final LongSupplier nanoClock;

    LoggedEvents(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    boolean isEnabled() {
        return LOG.isWarnEnabled();
    }

    @Override
    public void onEvent(CloneEvent event) {
        boolean known = event instanceof CloneEvent.FailedOver failover && !isNews(failover);
        LOG.atLevel(known ? Level.DEBUG : levelOf(event)).log(event::text);
    }

    private boolean isNews(CloneEvent.FailedOver failover) {
        long now = nanoClock.getAsLong();
        Long before = saidAt.putIfAbsent(failover, now);
        return before == null || (now - before >= A_MINUTE && saidAt.replace(failover, before, now));
    }

    private static Level levelOf(CloneEvent event) {
        if (event instanceof CloneEvent.OutcomeUnknown
                || event instanceof CloneEvent.OrphanLeft
                || event instanceof CloneEvent.FailedOver) {
            return Level.WARN;
        }
        boolean end = event instanceof CloneEvent.VoiceMade
                || event instanceof CloneEvent.CloneFailed
                || event instanceof CloneEvent.SpeechMade
                || event instanceof CloneEvent.SpeechFailed
                || event instanceof CloneEvent.VoiceDeleted;
        return end ? Level.INFO : Level.DEBUG;
    }
}

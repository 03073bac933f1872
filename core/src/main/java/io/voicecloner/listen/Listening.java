package io.voicecloner.listen;

import io.voicecloner.CloneEvent;
import io.voicecloner.CloneListener;
import io.voicecloner.UploadProgress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the application's listener and the log, and survives what a listener throws. Thread-safe. */
public final class Listening implements CloneListener {
    private static final Logger LOG = LoggerFactory.getLogger("io.voicecloner");

    private final @Nullable CloneListener given;
    private final LoggedEvents log = new LoggedEvents(System::nanoTime);
    private final AtomicBoolean complained = new AtomicBoolean();
    private final AtomicBoolean complainedOfProgress = new AtomicBoolean();

    /** @param given the application's; null for none */
    public Listening(@Nullable CloneListener given) {
        this.given = given;
    }

    /** This one while somebody listens; who finds nobody here makes no events. */
    public Optional<CloneListener> ifHeard() {
        return given != null || log.isEnabled() ? Optional.of(this) : Optional.empty();
    }

    /** Whatever is thrown, errors included, ends here: a voice that was made is not to be lost over it. */
    @Override
    public void onEvent(CloneEvent event) {
        tell(log, event);
        if (given != null) {
            tell(given, event);
        }
    }

    /** The same for who is told how far an upload has come. */
    public UploadProgress watched(UploadProgress progress) {
        return (step, sentBytes, totalBytes) -> {
            try {
                progress.onProgress(step, sentBytes, totalBytes);
            } catch (Throwable e) {
                complainOnce(complainedOfProgress, progress, e);
            }
        };
    }

    private void tell(CloneListener listener, CloneEvent event) {
        try {
            listener.onEvent(event);
        } catch (Throwable e) {
            complainOnce(complained, listener, e);
        }
    }

    private static void complainOnce(AtomicBoolean complained, Object listener, Throwable thrown) {
        if (!complained.getAndSet(true)) {
            complain(listener, thrown);
        }
    }

    private static void complain(Object listener, Throwable thrown) {
        try {
            LOG.warn(
                    "{} threw an exception; this is said once.",
                    listener.getClass().getName(),
                    thrown);
        } catch (RuntimeException ignored) {
            // A log that cannot be written has nowhere to say so.
        }
    }
}

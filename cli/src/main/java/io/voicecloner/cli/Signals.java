package io.voicecloner.cli;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets a command end in its own words, and with its own exit code, when Ctrl-C or {@code kill} wants it to.
 *
 * <p>A shutdown hook could not: by the time it runs the exit code is settled, the emulator's own hook runs beside it, and nothing
 * can be opened any more.
 */
final class Signals {
    /** A stopped command ends at once; this is for one that does not. */
    private static final int PATIENCE_SECONDS = 15;

    private final StopRequest stop;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean seen = new AtomicBoolean();

    private Signals(StopRequest stop) {
        this.stop = stop;
    }

    /** Runs the command, turns the first signal into the request, and returns the command's exit code. */
    static int during(IntSupplier command, StopRequest stop) {
        Signals signals = new Signals(stop);
        signals.register("INT");
        signals.register("TERM");
        signals.register("HUP");
        try {
            return command.getAsInt();
        } finally {
            signals.ended.countDown();
        }
    }

    /**
     * A signal that is ignored, as under {@code nohup}, stays ignored. By reflection, because the compiler warns of
     * {@code sun.misc.Signal} and cannot be told not to; where it is missing, signals end the JVM as ever.
     */
    private void register(String name) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object told = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, this::onSignal);
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), told);
        } catch (ReflectiveOperationException e) {
            // No such signal on this system, or the JVM was told to keep it.
        }
    }

    private @Nullable Object onSignal(Object proxy, Method method, Object[] arguments) {
        if (method.getName().equals("handle")) {
            stopOrEnd();
        }
        return null;
    }

    private void stopOrEnd() {
        if (!seen.compareAndSet(false, true)) {
            return;
        }
        stop.make();
        try {
            if (ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            // Nobody interrupts this thread; end as if the time were up.
        }
        Runtime.getRuntime().halt(ExitCode.OUTCOME_UNKNOWN.code());
    }
}

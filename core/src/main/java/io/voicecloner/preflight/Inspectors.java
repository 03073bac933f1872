package io.voicecloner.preflight;

import io.voicecloner.spi.AudioInspector;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds the inspector: this library's class loader knows once and for all, a thread's for that thread only. */
final class Inspectors {
    private Inspectors() {}

    /** The installed one, or, where none is or it cannot be loaded, the first bytes. */
    static AudioInspector installed() {
        return Beside.INSPECTOR
                .or(() -> find(Thread.currentThread().getContextClassLoader()))
                .orElseGet(MagicBytes::new);
    }

    private static Optional<AudioInspector> find(@Nullable ClassLoader loader) {
        try {
            return loader == null
                    ? Optional.empty()
                    : ServiceLoader.load(AudioInspector.class, loader).findFirst();
        } catch (ServiceConfigurationError | LinkageError e) {
            // A Tika of another major version on the path, for example: less is checked, and the result says so.
            return Optional.empty();
        }
    }

    private static final class Beside {
        static final Optional<AudioInspector> INSPECTOR = find(Inspectors.class.getClassLoader());
    }
}

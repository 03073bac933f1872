package io.voicecloner.preflight;

import io.voicecloner.spi.AudioInspector;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the inspector once, when the first recording is looked at. */
final class Inspectors {
    private Inspectors() {}

    /** The installed one, or, where none is or it cannot be loaded, the first bytes. */
    static AudioInspector installed() {
        return Holder.INSPECTOR;
    }

    private static final class Holder {
        static final AudioInspector INSPECTOR = find();

        private static AudioInspector find() {
            try {
                return ServiceLoader.load(AudioInspector.class, Inspectors.class.getClassLoader())
                        .findFirst()
                        .or(() -> ServiceLoader.load(AudioInspector.class).findFirst())
                        .orElseGet(MagicBytes::new);
            } catch (ServiceConfigurationError | LinkageError e) {
                // A Tika of another major version on the path, for example: less is checked, and the result says so.
                return new MagicBytes();
            }
        }
    }
}

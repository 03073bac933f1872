package io.voicecloner.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * What of the world configuration is read from.
 *
 * @param environment environment variables
 * @param systemProperties system properties
 * @param workingDirectory where a configuration file is looked for
 * @param classLoader what a configuration file on the class path is looked for with
 */
record Surroundings(
        Map<String, String> environment, Properties systemProperties, Path workingDirectory, ClassLoader classLoader) {
    /** A thread's class loader that knows of no configuration gives way to the one that this library is from. */
    static Surroundings ofProcess() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader own = Surroundings.class.getClassLoader();
        return new Surroundings(
                System.getenv(),
                System.getProperties(),
                Path.of(""),
                context != null && ConfigFile.isSeenBy(context) ? context : own);
    }
}

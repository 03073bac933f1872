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
    static Surroundings ofProcess() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return new Surroundings(
                System.getenv(),
                System.getProperties(),
                Path.of(""),
                context == null ? Surroundings.class.getClassLoader() : context);
    }
}

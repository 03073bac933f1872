package io.voicecloner.emulator;

import java.util.ServiceLoader;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Keeps SLF4J, which Jetty logs through, from printing "No SLF4J providers were found" to the standard error of an application
 * that never asked for a log. Where a provider is installed nothing is touched, and Jetty logs to it as usual.
 */
final class QuietLogging {
    private static final String VERBOSITY = "slf4j.internal.verbosity";

    private QuietLogging() {}

    /** To be called before the first class of Jetty is used. SLF4J reads the property once; it is taken back at once. */
    static void prepare() {
        if (System.getProperty(VERBOSITY) != null || hasProvider()) {
            return;
        }
        System.setProperty(VERBOSITY, "ERROR");
        try {
            LoggerFactory.getILoggerFactory();
        } finally {
            System.clearProperty(VERBOSITY);
        }
    }

    private static boolean hasProvider() {
        return ServiceLoader.load(SLF4JServiceProvider.class, LoggerFactory.class.getClassLoader())
                .iterator()
                .hasNext();
    }
}

/** A stateful HTTP server on loopback that speaks as the voice-cloning providers do. */
module io.voicecloner.emulator {
    requires static org.jspecify;
    requires static org.junit.jupiter.api;
    requires com.google.gson;
    requires org.eclipse.jetty.server;

    exports io.voicecloner.emulator;

    uses org.slf4j.spi.SLF4JServiceProvider;
}

/** Publishes a local recording from the application's own process, for providers that take only URLs. */
module io.voicecloner.host.embedded {
    requires static org.jspecify;
    requires transitive io.voicecloner.core;
    requires jdk.httpserver;

    exports io.voicecloner.host.embedded;

    provides io.voicecloner.spi.AudioHostFactory with
            io.voicecloner.host.embedded.EmbeddedAudioHostFactory;
}

/** Clones a voice through whichever provider is configured. */
module io.voicecloner.core {
    requires static org.jspecify;
    requires com.squareup.moshi;
    requires okhttp3;
    requires okio;
    requires retrofit2;
    requires retrofit2.converter.moshi;
    requires typesafe.config;

    exports io.voicecloner;
    exports io.voicecloner.http;
    exports io.voicecloner.spi;

    uses io.voicecloner.spi.AudioHostFactory;
    uses io.voicecloner.spi.AudioInspector;
    uses io.voicecloner.spi.VoiceClonerProvider;
}

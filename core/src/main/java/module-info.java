/** Clones a voice through whichever provider is configured. */
module io.voicecloner.core {
    requires static org.jspecify;
    requires com.squareup.moshi;
    requires io.github.resilience4j.bulkhead;
    requires io.github.resilience4j.circuitbreaker;
    requires io.github.resilience4j.core;
    requires io.github.resilience4j.ratelimiter;
    requires io.github.resilience4j.retry;
    requires okhttp3;
    requires okio;
    requires org.slf4j;
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

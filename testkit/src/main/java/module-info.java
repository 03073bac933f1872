/** The rules that every provider keeps, as JUnit 5 tests. */
module io.voicecloner.testkit {
    requires static org.jspecify;
    requires com.squareup.moshi;
    requires io.voicecloner.emulator;
    requires okio;
    requires transitive io.voicecloner.core;
    requires transitive org.junit.jupiter.api;

    exports io.voicecloner.testkit;
    exports io.voicecloner.testkit.wire;

    uses io.voicecloner.spi.VoiceClonerProvider;
}

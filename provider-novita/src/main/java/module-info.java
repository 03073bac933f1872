/** Clones a voice at Novita. */
module io.voicecloner.novita {
    requires static org.jspecify;
    requires com.squareup.moshi;
    requires io.voicecloner.core;
    requires retrofit2;

    exports io.voicecloner.novita;

    opens io.voicecloner.novita to
            com.squareup.moshi,
            retrofit2;

    provides io.voicecloner.spi.VoiceClonerProvider with
            io.voicecloner.novita.NovitaProvider;
}

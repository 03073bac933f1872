/** Clones a voice at Highway. */
module io.voicecloner.highway {
    requires static org.jspecify;
    requires io.voicecloner.core;
    requires io.voicecloner.novita;

    exports io.voicecloner.highway;

    provides io.voicecloner.spi.VoiceClonerProvider with
            io.voicecloner.highway.HighwayProvider;
}

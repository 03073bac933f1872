/** Clones a voice at MiniMax. */
module io.voicecloner.minimax {
    requires static org.jspecify;
    requires com.squareup.moshi;
    requires io.voicecloner.core;
    requires okhttp3;
    requires retrofit2;

    exports io.voicecloner.minimax;

    opens io.voicecloner.minimax to
            com.squareup.moshi,
            retrofit2;

    provides io.voicecloner.spi.VoiceClonerProvider with
            io.voicecloner.minimax.MiniMaxProvider;
}

/** Clones a voice through any {@code /minimax/v1} gateway. */
module io.voicecloner.proxy {
    requires static org.jspecify;
    requires io.voicecloner.core;
    requires io.voicecloner.minimax;

    exports io.voicecloner.proxy;

    provides io.voicecloner.spi.VoiceClonerProvider with
            io.voicecloner.proxy.ProxyProvider;
}

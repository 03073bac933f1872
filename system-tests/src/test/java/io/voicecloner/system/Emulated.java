package io.voicecloner.system;

import io.voicecloner.emulator.Emulator;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a page shows, made to run: another provider for the one it shows, the emulator for the addresses, its key for each "…".
 *
 * @param provider takes the place of novita
 */
record Emulated(Emulator emulator, String provider) {
    private static final String SHOWN = "novita";

    /** A block in which the provider is only chosen: its other providers stay as they are. */
    String choosing(String block) {
        return runnable(block.replaceAll("(?i)(provider ?= ?|--provider )" + SHOWN, "$1" + provider));
    }

    /** A block that is about one provider. */
    String about(String block) {
        // The address is spared: it is the emulator's turn to replace it.
        return runnable(block.replaceAll("(?<!api\\.)" + SHOWN, provider));
    }

    /** What the environment says besides: where the hosts are, and that loopback is meant. */
    Map<String, String> addresses() {
        Map<String, String> variables = new TreeMap<>();
        variables.put("MINIMAX_BASE_URL", url("minimax"));
        variables.put("NOVITA_BASE_URL", url("novita"));
        variables.put("HIGHWAY_BASE_URL", url("highway"));
        variables.put("VOICECLONER_ALLOW_LOOPBACK", "true");
        return variables;
    }

    /** An environment in which everything is set but the provider. */
    Map<String, String> everywhere() {
        Map<String, String> variables = addresses();
        for (String name : new String[] {"MINIMAX", "NOVITA", "HIGHWAY", "VOICECLONER_PROXY"}) {
            variables.put(name + "_API_KEY", emulator.apiKey());
        }
        variables.put("VOICECLONER_PROXY_BASE_URL", url("proxy"));
        variables.put("VOICECLONER_AUDIO_HOST", "embedded");
        return variables;
    }

    /** One that names another provider than is meant. */
    Map<String, String> environmentNamingAnother() {
        Map<String, String> variables = everywhere();
        variables.put("VOICECLONER_PROVIDER", provider.equals("minimax") ? "novita" : "minimax");
        return variables;
    }

    String url(String name) {
        return String.valueOf(emulator.baseUrls().get(name));
    }

    private String runnable(String block) {
        return block.replace("https://gateway.example/minimax/v1", url("proxy"))
                .replace(
                        "URI.create(\"https://api.novita.ai/v3\"))",
                        "URI.create(\"" + url(provider) + "\")).withLoopbackAllowed(true)")
                .replace("https://api.novita.ai/v3", url(provider))
                .replace(", public-base-url = \"https://audio.example.com\"", "")
                .replace(", \"public-base-url\": \"https://audio.example.com\"", "")
                .replace("voicecloner.audio-host.public-base-url = https://audio.example.com\n", "")
                .replace(" VOICECLONER_AUDIO_HOST_PUBLIC_BASE_URL=https://audio.example.com", "")
                .replace("audio-host.public-base-url\", \"https://audio.example.com\"", "allow-loopback\", \"true\"")
                .replace("…", emulator.apiKey());
    }
}

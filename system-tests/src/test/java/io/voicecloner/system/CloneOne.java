package io.voicecloner.system;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ProviderSettings;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import java.net.URI;
import java.nio.file.Path;

/** A client in a process of its own: base URL, key, recording. */
final class CloneOne {
    private CloneOne() {}

    public static void main(String[] arguments) {
        ProviderSettings settings = ProviderSettings.of(arguments[1]).withBaseUrl(URI.create(arguments[0]));
        try (VoiceCloner cloner = VoiceCloners.open("minimax", settings)) {
            System.out.println("cloned "
                    + cloner.cloneVoice(CloneRequest.of(AudioSource.file(Path.of(arguments[2]))))
                            .ref());
        }
    }
}

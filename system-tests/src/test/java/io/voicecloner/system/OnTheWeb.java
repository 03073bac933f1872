package io.voicecloner.system;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.emulator.Emulator;
import java.net.URI;

/** A recording that has a URL. */
final class OnTheWeb {
    private OnTheWeb() {}

    /** The sample of this name, served by the emulator: a preview is what its voice was cloned from. */
    static URI sample(String name, Emulator emulator) {
        try (VoiceCloner cloner = VoiceCloners.fromProperties(emulator.properties("minimax"))) {
            return cloner.cloneVoice(CloneRequest.of(AudioSource.file(Project.SAMPLES.resolve(name)))
                            .withPreview("Hello."))
                    .preview()
                    .orElseThrow()
                    .uri();
        }
    }
}

package io.voicecloner.system;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceCloners;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A program that leaves everything to configuration, and tells all it learns. Public for class loaders that are not ours. */
public final class FromConfig {
    private FromConfig() {}

    /** The recording; where to save the preview. */
    public static void main(String[] arguments) {
        System.out.println(told(VoiceCloners::fromConfig, arguments[0], arguments[1]));
    }

    /** In the caller's process, with this file. */
    public static String told(String config, String recording, String preview) {
        return told(() -> VoiceCloners.fromConfig(Path.of(config)), recording, preview);
    }

    private static String told(Supplier<VoiceCloner> opening, String recording, String preview) {
        try (VoiceCloner cloner = opening.get()) {
            ClonedVoice voice = cloner.cloneVoice(
                    CloneRequest.of(AudioSource.file(Path.of(recording))).withPreview("Hello."));
            long bytes = cloner.download(voice.preview().orElseThrow(), Path.of(preview));
            return "cloned " + voice.ref() + ", preview of " + bytes + " bytes, warnings " + voice.warnings();
        } catch (VoiceClonerException e) {
            return e.getMessage();
        }
    }
}

package org.example;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import java.nio.file.Path;

public final class Consumer {
    public static void main(String[] arguments) {
        try (VoiceCloner cloner = VoiceCloners.fromConfig()) {
            System.out.println("cloned " + cloner.cloneVoice(CloneRequest.of(AudioSource.file(Path.of(arguments[0])))).ref());
        }
    }
}

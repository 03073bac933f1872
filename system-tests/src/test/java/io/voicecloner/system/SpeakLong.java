package io.voicecloner.system;

import io.voicecloner.ProviderSettings;
import io.voicecloner.SpeechRequest;
import io.voicecloner.Synthesis;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.VoiceRef;
import java.net.URI;
import java.nio.file.Path;

/** A client in a process of its own, which speaks at length in each way there is: base URL, key, voice, folder. */
final class SpeakLong {
    private SpeakLong() {}

    public static void main(String[] arguments) {
        VoiceRef voice = VoiceRef.parse(arguments[2]);
        Path folder = Path.of(arguments[3]);
        ProviderSettings settings = ProviderSettings.of(arguments[1])
                .withBaseUrl(URI.create(arguments[0]))
                .withLoopbackAllowed(true);
        SpeechRequest request = SpeechRequest.of(voice, "Once upon a time.");
        try (VoiceCloner cloner = VoiceCloners.open(voice.provider(), settings)) {
            long[] heard = new long[1];
            long[] longest = new long[1];
            Synthesis streamed = cloner.speech().synthesize(request, chunk -> {
                heard[0] += chunk.length;
                longest[0] = Math.max(longest[0], chunk.length);
            });
            System.out.println("streamed " + streamed.bytes() + ", heard " + heard[0] + ", longest " + longest[0]);
            System.out.println("saved "
                    + cloner.speech()
                            .synthesize(request, folder.resolve("whole"))
                            .bytes());
            System.out.println("by link "
                    + cloner.speech()
                            .synthesize(request.withAudioByLink(true), folder.resolve("link"))
                            .bytes());
            SpeechRequest tale = SpeechRequest.of(voice, "Once upon a time. ".repeat(1_000));
            System.out.println("by task "
                    + cloner.speech().synthesize(tale, folder.resolve("task")).bytes());
        }
    }
}

package io.voicecloner.system;

import io.voicecloner.ProviderSettings;
import io.voicecloner.SpeechRequest;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceCloners;
import io.voicecloner.VoiceRef;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A client in a process of its own that has speech from a hostile server, into files and piece by piece: its address, a folder, the answers. */
final class HostileListener {
    private HostileListener() {}

    public static void main(String[] arguments) throws Exception {
        URI hostile = URI.create(arguments[0]);
        Path folder = Path.of(arguments[1]);
        ExecutorService callers = Executors.newFixedThreadPool(4);
        List<Future<String>> ends = new ArrayList<>();
        for (String answer : List.of(arguments).subList(2, arguments.length)) {
            for (String provider : List.of("minimax", "novita")) {
                for (boolean pieces : new boolean[] {false, true}) {
                    ends.add(callers.submit(
                            () -> heard(provider, hostile.resolve('/' + answer), folder.resolve(answer), pieces)));
                }
            }
        }
        for (Future<String> end : ends) {
            System.out.println(end.get());
        }
        callers.shutdown();
    }

    private static String heard(String provider, URI address, Path target, boolean pieces) {
        ProviderSettings settings = ProviderSettings.of("long-enough-key")
                .withBaseUrl(address)
                .withLoopbackAllowed(true)
                .withRetryAmbiguousSpeech(false)
                .withDeadline(Duration.ofSeconds(6));
        SpeechRequest request = SpeechRequest.of(VoiceRef.of(provider, "vc-1"), "Hello.");
        String what = provider + address.getPath() + (pieces ? " in pieces: " : " into a file: ");
        try (VoiceCloner cloner = VoiceCloners.open(provider, settings)) {
            return what
                    + (pieces
                            ? cloner.speech().synthesize(request, chunk -> {})
                            : cloner.speech().synthesize(request, target));
        } catch (VoiceClonerException e) {
            return what + e.getClass().getSimpleName() + ' ' + e.reason().id();
        }
    }
}

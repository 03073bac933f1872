package io.voicecloner.system;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.Preview;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceCloners;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A client in a process of its own that meets everything too large at once. Arguments: a hostile server, and the base URLs of an honest
 * {@code minimax} and {@code novita} with their key and a recording of the largest size there is.
 */
final class HostileClient {
    private static final List<String> ANSWERS =
            List.of("endless-json", "endless-error", "bomb", "bomb-error", "deep", "endless-headers");

    private final List<Callable<String>> tasks = new ArrayList<>();
    private final List<VoiceCloner> cloners = new ArrayList<>();
    private final URI hostile;
    private final String key;
    private final AudioSource small = AudioSource.file(Project.SAMPLES.resolve("speech.mp3"));
    private final AudioSource large;

    private HostileClient(String[] arguments) {
        hostile = URI.create(arguments[0]);
        key = arguments[3];
        large = AudioSource.file(Path.of(arguments[4]));
        for (String answer : ANSWERS) {
            for (String provider : List.of("minimax", "novita")) {
                VoiceCloner cloner =
                        open(provider, hostile.resolve('/' + answer).toString());
                tasks.add(() -> clone(provider + ' ' + answer, cloner, CloneRequest.of(small)));
            }
        }
        VoiceCloner uploading = open("minimax", arguments[1]);
        VoiceCloner publishing = open("novita", arguments[2]);
        for (int i = 0; i < 3; i++) {
            tasks.add(() -> clone("minimax 20 MB", uploading, CloneRequest.of(large)));
            tasks.add(() -> clone("novita 20 MB", publishing, CloneRequest.of(large)));
        }
        for (String file : List.of("endless-file", "bomb-file")) {
            URI address = hostile.resolve('/' + file);
            tasks.add(() -> clone("fetched " + file, uploading, CloneRequest.of(AudioSource.url(address))));
            tasks.add(() -> download("preview " + file, uploading, address));
        }
    }

    public static void main(String[] arguments) throws Exception {
        HostileClient client = new HostileClient(arguments);
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<Future<String>> ends = new ArrayList<>();
        client.tasks.forEach(task -> ends.add(callers.submit(task)));
        for (Future<String> end : ends) {
            System.out.println(end.get());
        }
        callers.shutdown();
        client.cloners.forEach(VoiceCloner::close);
        long peak = peak();
        System.gc();
        System.out.println("peak heap " + peak / 1_000_000 + " MB, garbage included; of use at the end "
                + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1_000_000 + " MB");
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private VoiceCloner open(String provider, String baseUrl) {
        Map<String, String> properties = new HashMap<>();
        properties.put("voicecloner.provider", provider);
        properties.put("voicecloner." + provider + ".base-url", baseUrl);
        properties.put("voicecloner." + provider + ".api-key", key);
        properties.put("voicecloner." + provider + ".rate", "unlimited");
        properties.put("voicecloner." + provider + ".attempts", "1");
        properties.put("voicecloner." + provider + ".call-timeout", "20s");
        properties.put("voicecloner.allow-loopback", "true");
        properties.put("voicecloner.audio-host.type", "embedded");
        VoiceCloner cloner = VoiceCloners.fromProperties(properties);
        cloners.add(cloner);
        return cloner;
    }

    private static String clone(String what, VoiceCloner cloner, CloneRequest request) {
        try {
            return what + ": made " + cloner.cloneVoice(request).ref();
        } catch (VoiceClonerException e) {
            return what + ": " + e.getClass().getSimpleName() + ' ' + e.reason().id();
        }
    }

    private static String download(String what, VoiceCloner cloner, URI address) throws Exception {
        Path target = Files.createTempFile("preview-", ".mp3");
        try {
            return what + ": saved " + cloner.download(Preview.of(address), target);
        } catch (VoiceClonerException e) {
            return what + ": " + e.getClass().getSimpleName() + ' ' + e.reason().id();
        } finally {
            Files.delete(target);
        }
    }
}

package io.voicecloner.system;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneEvent;
import io.voicecloner.CloneRequest;
import io.voicecloner.FailoverOn;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.emulator.Emulator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** One provider and its fallback, each at an emulator of its own, which counts what it is asked for. */
final class TwoProviders implements AutoCloseable {
    static final CloneRequest REQUEST = CloneRequest.of(AudioSource.file(Project.SAMPLES.resolve("speech.mp3")));

    final Emulator a = Emulator.start();

    /** Its file ids are never those of the other. */
    final Emulator b = Emulator.builder().largeFileIds().start();

    final SetForwardTime time = new SetForwardTime();
    final List<CloneEvent> events = new CopyOnWriteArrayList<>();

    private final String first;
    private final String second;
    private final Map<String, String> ofA;
    private final Map<String, String> ofB;

    TwoProviders(String first, String second) {
        this.first = first;
        this.second = second;
        this.ofA = new LinkedHashMap<>(a.properties(first));
        this.ofB = new LinkedHashMap<>(b.properties(second));
        atA("attempts", "1");
    }

    /** A setting in the block of the first. */
    TwoProviders atA(String option, String value) {
        ofA.put("voicecloner." + first + '.' + option, value);
        return this;
    }

    /** A setting in the block of the second. */
    TwoProviders atB(String option, String value) {
        ofB.put("voicecloner." + second + '.' + option, value);
        return this;
    }

    /** A setting above both. */
    TwoProviders with(String key, String value) {
        ofA.put("voicecloner." + key, value);
        ofB.put("voicecloner." + key, value);
        return this;
    }

    VoiceCloners.Builder configured() {
        Map<String, String> both = new LinkedHashMap<>(ofB);
        both.putAll(ofA);
        both.put("voicecloner.fallbacks", second);
        return VoiceCloners.builder().properties(both).time(time).listener(events::add);
    }

    /** By configuration. */
    VoiceCloner open() {
        return configured().build();
    }

    VoiceCloner openA() {
        return VoiceCloners.builder().properties(ofA).time(time).build();
    }

    VoiceCloner openB() {
        return VoiceCloners.builder().properties(ofB).time(time).build();
    }

    /** By code. */
    VoiceCloner byHand(FailoverOn... also) {
        return VoiceCloners.failover(Set.of(also), openA(), openB());
    }

    /** The route by which the first is asked for a voice. */
    String creating() {
        return creating(first);
    }

    static String creating(String provider) {
        return provider.equals("minimax") || provider.equals("proxy") ? "voice_clone" : "minimax-voice-cloning";
    }

    /** How often the first was asked for a voice. */
    long createsAtA() {
        return a.requests().stream()
                .filter(request -> request.path().endsWith(creating()))
                .count();
    }

    @Override
    public void close() {
        a.close();
        b.close();
    }
}

package io.voicecloner.testkit;

import io.voicecloner.AudioSource;
import io.voicecloner.Feature;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a provider's requests go in a contract test: a server on loopback that behaves as the provider's documents say, and tells
 * what it saw. Every rule starts one of its own. Called by several threads at once.
 */
public interface ProviderHost extends AutoCloseable {
    /** The provider's id, as {@link java.util.ServiceLoader} finds it. */
    String provider();

    /**
     * The configuration that makes {@link io.voicecloner.VoiceCloners#fromProperties} use this host: provider, key, base URL and
     * {@code voicecloner.allow-loopback} as a rule.
     */
    Map<String, String> properties();

    /** The key in {@link #properties}: nothing that is printed may hold it. At least eight characters that stand nowhere else. */
    String apiKey();

    /**
     * A recording that the host takes, in the form that the provider takes natively, a file or a URL. The query of a URL counts as
     * a secret.
     */
    AudioSource recording();

    /** The same, shorter than 8 seconds. Asked for only if the provider has {@link Feature#PROMPT}. */
    AudioSource promptRecording();

    /** The ids of the voices made so far, oldest first. */
    List<String> voices();

    /** How many requests to make a voice arrived whole so far, whatever became of them. */
    int creates();

    /** How many requests of any kind arrived so far. */
    int requests();

    /**
     * Which options the last request that made a voice carried: those of {@link Feature#PROMPT}, {@link Feature#PREVIEW},
     * {@link Feature#LANGUAGE_BOOST}, {@link Feature#ACCURACY}, {@link Feature#WATERMARK}, {@link Feature#NOISE_REDUCTION} and
     * {@link Feature#VOLUME_NORMALIZATION} that the provider knows.
     */
    Set<Feature> asked();

    /** Whether any request for a preview so far carried the key, wherever in it. */
    boolean previewSawKey();

    /** Whether this host can provoke this. */
    boolean can(Trouble trouble);

    /**
     * Lets one request meet this: the next one of the kind that the trouble is about, and that one only. Called again before that, it
     * is for the request after: troubles stand in line.
     */
    void next(Trouble trouble);

    /** What the host said in its answer to the request that met the last {@link #next} trouble. */
    Said said();

    /**
     * The ids of the voices spoken with so far, one for each synthesis that was carried out and would be billed, oldest first: whether or
     * not its answer arrived, and as a task or at once. The same text is answered with the same audio each time. By default nobody
     * spoke.
     */
    default List<String> syntheses() {
        return List.of();
    }

    /** How many requests to speak arrived whole so far, those for tasks included, whatever became of them. By default none. */
    default int speeches() {
        return 0;
    }

    /** Whether this host can provoke this. By default it cannot. */
    default boolean can(SpeechTrouble trouble) {
        return false;
    }

    /**
     * Lets the next request to speak meet this that is no task and names no model or the default one. Called again before that, it is for
     * the request after. Only for what {@link #can(SpeechTrouble)} says yes to.
     */
    default void next(SpeechTrouble trouble) {
        throw new IllegalArgumentException("this host has no " + trouble.words());
    }

    /** Frees the port and ends the threads, whatever requests are under way. */
    @Override
    void close();
}

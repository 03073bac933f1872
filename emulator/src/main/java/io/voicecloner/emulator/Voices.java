package io.voicecloner.emulator;

import io.voicecloner.emulator.EmulatedVoice.State;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The voices of one account, those that are gone included. Thread-safe; every method is one step.
 *
 * <p>An id is taken as long as its voice lives, and for ever once the voice was deleted by request, as the page of
 * {@code delete_voice} says (wire-facts 1.4). The id of an expired voice is free again: spec/001 forbids duplicates of an
 * <em>existing</em> id, and nothing says of expiry what that page says of deletion.
 */
final class Voices {

    /** "168 hours (7 days)" from the clone (spec/001, spec/002, spec/003, wire-facts 1.4); at the end of the last hour it is gone. */
    static final Duration UNUSED_LIFE = Duration.ofDays(7);

    private final Clock clock;
    private final List<EmulatedVoice> all = new ArrayList<>();

    /** Where in the list the newest voice of an id stands. */
    private final Map<String, Integer> newest = new HashMap<>();

    Voices(Clock clock) {
        this.clock = clock;
    }

    /** False, and nothing changed, when the id is taken. */
    synchronized boolean add(EmulatedVoice voice) {
        Integer known = newest.get(voice.voiceId());
        if (known != null && now(all.get(known)).state() != State.EXPIRED) {
            return false;
        }
        newest.put(voice.voiceId(), all.size());
        all.add(voice);
        return true;
    }

    /** Every voice ever made, oldest first, as each is at this moment. */
    synchronized List<EmulatedVoice> all() {
        return all.stream().map(this::now).toList();
    }

    /** A voice is spoken with: from now on it stays. False when no voice of this id lives. */
    synchronized boolean use(String voiceId) {
        return change(voiceId, State.USED) != null;
    }

    /** The voice as it was, null when none of this id lives. */
    synchronized @Nullable EmulatedVoice delete(String voiceId) {
        return change(voiceId, State.DELETED);
    }

    /** Null when no voice of this id lives. */
    synchronized @Nullable EmulatedVoice living(String voiceId) {
        Integer index = newest.get(voiceId);
        EmulatedVoice voice = index == null ? null : now(all.get(index));
        return voice == null || !voice.exists() ? null : voice;
    }

    private @Nullable EmulatedVoice change(String voiceId, State state) {
        EmulatedVoice voice = living(voiceId);
        Integer index = newest.get(voiceId);
        if (index != null && voice != null) {
            all.set(index, voice.in(state));
        }
        return voice;
    }

    private EmulatedVoice now(EmulatedVoice voice) {
        boolean late = !clock.instant().isBefore(voice.createdAt().plus(UNUSED_LIFE));
        return late && voice.state() == State.UNUSED ? voice.in(State.EXPIRED) : voice;
    }
}

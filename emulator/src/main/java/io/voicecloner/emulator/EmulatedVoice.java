package io.voicecloner.emulator;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A voice that was cloned, with everything its request said.
 *
 * @param provider the provider whose account holds it, {@code minimax} for one
 * @param voiceId the id its owner speaks with: chosen by the caller at MiniMax and a proxy, by the server at Novita and Highway
 * @param createdAt when, by the emulator's clock
 * @param source the recording it was cloned from
 * @param prompt the example recording, null when the request had none
 * @param options every other member of the request's JSON object, known to the provider or not, in the order received.
 *     Strings stand without their quotes, everything else as JSON: {@code text=Hello.}, {@code need_noise_reduction=true}
 * @param state what had become of it when this was asked for
 */
public record EmulatedVoice(
        String provider,
        String voiceId,
        Instant createdAt,
        Recording source,
        @Nullable Prompt prompt,
        Map<String, String> options,
        State state) {

    public EmulatedVoice {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** One just made. */
    EmulatedVoice(
            String provider,
            String voiceId,
            Instant createdAt,
            Recording source,
            @Nullable Prompt prompt,
            Map<String, String> options) {
        this(provider, voiceId, createdAt, source, prompt, options, State.UNUSED);
    }

    EmulatedVoice in(State state) {
        return new EmulatedVoice(provider, voiceId, createdAt, source, prompt, options, state);
    }

    /** Whether it can be spoken with: neither expired nor deleted. */
    public boolean exists() {
        return state == State.UNUSED || state == State.USED;
    }

    /** What can become of a voice. */
    public enum State {
        /** Never spoken with. It is gone 168 hours after it was made; the preview does not count (spec/001, spec/002, spec/003). */
        UNUSED,

        /** Spoken with at least once: it stays. */
        USED,

        /** Gone because nobody spoke with it in time. Its id may be used again. */
        EXPIRED,

        /** Deleted by request. Its id can never be used again. */
        DELETED
    }

    /** The example recording of a request and what is said in it. */
    public record Prompt(Recording recording, String text) {}
}

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
 * @param voiceId the id its owner speaks with: chosen by the caller at MiniMax, by the server at Novita
 * @param createdAt when, by the emulator's clock
 * @param source the recording it was cloned from
 * @param prompt the example recording, null when the request had none
 * @param options every other member of the request's JSON object, known to the provider or not, in the order received.
 *     Strings stand without their quotes, everything else as JSON: {@code text=Hello.}, {@code need_noise_reduction=true}
 */
public record EmulatedVoice(
        String provider,
        String voiceId,
        Instant createdAt,
        Recording source,
        @Nullable Prompt prompt,
        Map<String, String> options) {

    public EmulatedVoice {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** The example recording of a request and what is said in it. */
    public record Prompt(Recording recording, String text) {}
}

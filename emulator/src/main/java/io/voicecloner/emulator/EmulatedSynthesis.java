package io.voicecloner.emulator;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A synthesis that a provider carried out and bills, whether or not its answer ever arrived.
 *
 * @param provider the provider that spoke, {@code minimax} for one
 * @param voiceId the voice it spoke with
 * @param model as the request named it: the member {@code model}, or what follows {@code minimax-} in the path
 * @param characters how many are billed, {@code usage_characters}: every code point of the text once, as no document tells how the
 *     provider weighs them
 * @param at when it was asked for, by the emulator's clock
 * @param async whether as a task
 * @param options every other member of the request's JSON object but the text, known to the provider or not, in the order received.
 *     Strings stand without their quotes, everything else as JSON: {@code stream=true}, {@code voice_setting={...}}
 */
public record EmulatedSynthesis(
        String provider,
        String voiceId,
        String model,
        int characters,
        Instant at,
        boolean async,
        Map<String, String> options) {

    public EmulatedSynthesis {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }
}

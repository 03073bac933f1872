package io.voicecloner.failover;

import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceRef;
import io.voicecloner.spi.Failures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What those of several cloners have that have it, and what the others say to that.
 *
 * @param open in the order of the cloners; at least one
 * @param shut what each provider says that has none
 */
record Doors<R>(List<R> open, Map<String, VoiceClonerException> shut) {
    /** @throws VoiceClonerException what the first one says, if none has it */
    static <R> Doors<R> of(List<VoiceCloner> cloners, Function<VoiceCloner, R> door) {
        List<R> open = new ArrayList<>();
        Map<String, VoiceClonerException> shut = new LinkedHashMap<>();
        for (VoiceCloner cloner : cloners) {
            try {
                open.add(door.apply(cloner));
            } catch (VoiceClonerException e) {
                shut.putIfAbsent(cloner.provider(), e);
            }
        }
        if (open.isEmpty()) {
            throw shut.values().iterator().next();
        }
        return new Doors<>(List.copyOf(open), shut);
    }

    /** What a caller is told of a voice behind none of the open ones: it may live where nobody opens. */
    VoiceClonerException refused(VoiceRef voice) {
        VoiceClonerException said = shut.get(voice.provider());
        return said == null ? Strangers.refused(voice) : Failures.retold(said, said.report().toBuilder());
    }
}

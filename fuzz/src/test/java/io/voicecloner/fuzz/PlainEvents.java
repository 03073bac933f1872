package io.voicecloner.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * A stream of events, read in the plainest way, up to the event that ends it.
 *
 * @param pieces the digits of the audio of the events that hold some
 * @param ended whether there is an event that says it is the last
 * @param refused whether an event refuses
 */
record PlainEvents(List<String> pieces, boolean ended, boolean refused) {
    /** @throws IllegalArgumentException if something of it is not as an event should be */
    static PlainEvents of(String text) {
        List<String> pieces = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String event = line.startsWith("data:") ? line.substring(5) : line.startsWith("{") ? line : "";
            String data = event.strip();
            if (data.isEmpty() || data.startsWith("[")) {
                continue;
            }
            SpokenAnswer answer = SpokenAnswer.of(data);
            String audio = answer.audio();
            if (!audio.isEmpty()) {
                pieces.add(audio);
            }
            if (answer.isLast() || answer.isRefusal()) {
                return new PlainEvents(pieces, answer.isLast(), answer.isRefusal());
            }
        }
        return new PlainEvents(pieces, false, false);
    }
}

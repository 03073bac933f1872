package io.voicecloner.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Holds what the servers did against what callers were told of it, voice by voice. */
final class SoakLedger {
    private final Set<String> executed = new HashSet<>();
    private final Map<String, Integer> executedByCall = new HashMap<>();
    private final Set<String> voices = new HashSet<>();
    private final Set<String> doubts = new HashSet<>();
    private final Map<String, Integer> namelessDoubts = new HashMap<>();
    private final Map<String, Integer> said = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();

    /** @param servers lines of the servers; what else they hold is passed over */
    SoakLedger(List<String> servers, List<String> callers) {
        servers.stream().map(line -> line.split(" ", -1)).forEach(this::readServer);
        callers.stream().map(line -> line.split(" ", 3)).forEach(this::readCaller);
        compare();
    }

    private void readServer(String[] line) {
        if (line[0].equals("made")) {
            if (!executed.add(line[1] + ' ' + line[2])) {
                wrong.add("made twice: " + line[2]);
            }
            if (!line[3].equals("-")) {
                executedByCall.merge(line[3], 1, Integer::sum);
            }
        }
    }

    private void readCaller(String[] line) {
        switch (line[0]) {
            case "voice" -> voices.add(line[1] + ' ' + line[2]);
            case "doubt" -> {
                if (line[2].equals("-")) {
                    namelessDoubts.merge(line[1], 1, Integer::sum);
                } else {
                    doubts.add(line[1] + ' ' + line[2]);
                }
            }
            case "made" -> said.put(line[1], 1);
            case "perhaps" -> said.put(line[1], -1);
            case "none" -> said.put(line[1], 0);
            case "unforeseen" -> wrong.add(String.join(" ", line));
            default -> throw new AssertionError(String.join(" ", line));
        }
    }

    private void compare() {
        voices.stream().filter(voice -> !executed.contains(voice)).forEach(voice -> wrong.add("never made: " + voice));
        Map<String, Integer> unexplained = new HashMap<>();
        for (String voice : executed) {
            if (!voices.contains(voice) && !doubts.contains(voice)) {
                unexplained.merge(voice.substring(0, voice.indexOf(' ')), 1, Integer::sum);
            }
        }
        unexplained.forEach((provider, count) -> {
            int doubtful = namelessDoubts.getOrDefault(provider, 0);
            if (count > doubtful) {
                wrong.add(count + " voices of " + provider + " that nobody was told of, and " + doubtful + " doubts");
            }
        });
        executedByCall.forEach((call, count) -> {
            if (count > 1) {
                wrong.add("call " + call + " made " + count + " voices");
            }
            if (said.getOrDefault(call, -1) == 0) {
                wrong.add("call " + call + " made a voice and said that there is none");
            }
        });
    }

    /** Everything that does not add up. */
    List<String> wrong() {
        return wrong;
    }

    int executed() {
        return executed.size();
    }

    int voices() {
        return voices.size();
    }

    /** How many of the doubts were voices. */
    int doubtsThatHappened() {
        return executed.size() - voices.size();
    }
}

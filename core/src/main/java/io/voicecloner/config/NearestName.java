package io.voicecloner.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Guesses which name was meant. */
final class NearestName {
    private static final int FARTHEST = 3;

    private NearestName() {}

    /** " Did you mean …?", or nothing where no name is near. */
    static String hint(String given, Collection<String> known) {
        String meant = given.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name -> distance(meant, name) <= Math.min(FARTHEST, Math.max(1, given.length() / 2)))
                .min(Comparator.comparingInt(name -> distance(meant, name)))
                .map(name -> " Did you mean \"" + name + "\"?")
                .orElse("");
    }

    /** Levenshtein's distance: how many letters to change, add or take away. */
    static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int swap = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(swap, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[to.length()];
    }
}

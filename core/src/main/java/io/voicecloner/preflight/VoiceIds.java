package io.voicecloner.preflight;

import java.security.SecureRandom;

/** Makes voice ids that nobody can guess and nobody else has: a prefix and 80 random bits. */
public final class VoiceIds {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int RANDOM_CHARACTERS = 16;

    private final SecureRandom random = new SecureRandom();
    private final String prefix;

    /** @param prefix how the ids begin */
    public VoiceIds(String prefix) {
        this.prefix = prefix;
    }

    /** A new id. */
    public String next() {
        StringBuilder id = new StringBuilder(prefix);
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}

package io.voicecloner.minimax;

import io.voicecloner.spi.AudioFormat;
import java.security.SecureRandom;

/** Makes file names for uploads: unique, so that a lost upload can be found again, and nothing of the caller's. */
final class UploadNames {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int RANDOM_CHARACTERS = 26;

    private final SecureRandom random = new SecureRandom();

    /** A new name with the extension of what the file really is. */
    String next(AudioFormat format) {
        StringBuilder name = new StringBuilder("vc-");
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            name.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return name.append('.').append(format.extension()).toString();
    }
}

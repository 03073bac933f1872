package io.voicecloner;

import java.util.regex.Pattern;

/**
 * What a voice id chosen by the caller must look like.
 *
 * @param pattern matches every legal id and nothing else
 * @param description the rule as the end of a sentence: "8 to 256 letters, …"
 */
public record VoiceIdRule(Pattern pattern, String description) {
    /** Whether the id is legal. */
    public boolean allows(String id) {
        return pattern.matcher(id).matches();
    }
}

package io.voicecloner.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ProviderSettings;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.VoiceRef;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Timeout;

/** Ids that a caller may choose, by the check that every request goes through. */
@Timeout(20)
class VoiceIdFuzzTest {
    private static final VoiceCloner CLONER = VoiceCloners.open("minimax", ProviderSettings.of(Host.KEY));
    private static final CloneRequest REQUEST =
            CloneRequest.of(AudioSource.url(URI.create("https://audio.example/speech.mp3")));

    @FuzzTest
    void anIdPassesExactlyIfItIsWhatIsDocumented(byte[] input) {
        String id = new String(input, StandardCharsets.UTF_8);
        boolean passed = CLONER.check(REQUEST.withVoiceId(id)).violations().stream()
                .noneMatch(violation -> violation.field().equals("voiceId"));

        assertThat(passed).as("\"%s\"", id).isEqualTo(isDocumented(id));
        if (passed) {
            VoiceRef ref = VoiceRef.of("minimax", id);
            assertThat(VoiceRef.parse(ref.toString())).isEqualTo(ref);
        }
    }

    /** {@code ^[A-Za-z][A-Za-z0-9_-]{6,254}[A-Za-z0-9]$}, letter by letter ({@code spec/001}, voice_id). */
    private static boolean isDocumented(String id) {
        int length = id.length();
        if (length < 8 || length > 256 || !isLetter(id.charAt(0)) || isJoint(id.charAt(length - 1))) {
            return false;
        }
        return id.chars().allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || isJoint(c));
    }

    private static boolean isLetter(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean isJoint(int c) {
        return c == '-' || c == '_';
    }
}

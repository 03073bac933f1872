package io.voicecloner.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;

/** Speech that comes in pieces, whole and cut off. */
@Timeout(20)
class SpokenEventsFuzzTest {
    /** As documented, nested and flat (wire-facts 1.4, 2.4), with a last event that holds no audio. */
    private static final Pattern DOCUMENTED = Pattern.compile(
            "(?:data: \\{(?:\"data\":\\{\"audio\":\"(?:[0-9a-f]{2})+\",\"status\":1}"
                    + "|\"audio\":\"(?:[0-9a-f]{2})+\",\"status\":1)}\\n\\n){1,50}+data: \\{(?:\"data\":\\{)?\"status\":2}?}\\n\\n");

    private static final SpeakingHost HOST = new SpeakingHost();

    @FuzzTest
    void whatIsSpokenWholeHasALastPieceAndNoneTwice(byte[] body) {
        judge(body);
        if (body.length > 0) {
            judge(Arrays.copyOf(body, Math.floorMod(Arrays.hashCode(body), body.length)));
        }
    }

    private static void judge(byte[] body) {
        SpeakingHost.Outcome outcome = HOST.answering("text/event-stream", body);

        // One letter for each byte: nothing that is looked at here is beyond ASCII.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        if (outcome.isSuccess()) {
            PlainEvents events = PlainEvents.of(text);
            assertThat(events.refused()).as("refused").isFalse();
            assertThat(events.ended() || outcome.written().isEmpty())
                    .as("has a last event")
                    .isTrue();
            assertThat(isSpoken(events.pieces(), outcome.written()))
                    .as("%s of %s", outcome.written(), text)
                    .isTrue();
        }
        if (DOCUMENTED.matcher(text).matches()) {
            List<String> pieces = PlainEvents.of(text).pieces();
            assertThat(outcome.failure()).isNull();
            if (pieces.stream().distinct().count() == pieces.size() && !addsUp(pieces)) {
                assertThat(outcome.written()).isEqualTo(String.join("", pieces));
            }
        }
    }

    /** Whether it is all the pieces in their order, but those that say something again: the one before, everything, or at the end. */
    private static boolean isSpoken(List<String> pieces, String written) {
        Set<Integer> reached = Set.of(0);
        for (int i = 0; i < pieces.size(); i++) {
            String piece = pieces.get(i);
            boolean again = i > 0 && (i == pieces.size() - 1 || piece.equals(pieces.get(i - 1)));
            Set<Integer> then = new HashSet<>();
            for (int at : reached) {
                if (written.startsWith(piece, at)) {
                    then.add(at + piece.length());
                }
                if (again || written.substring(0, at).equals(piece)) {
                    then.add(at);
                }
            }
            reached = then;
        }
        return reached.contains(written.length());
    }

    /** Whether a piece says everything before it again. */
    private static boolean addsUp(List<String> pieces) {
        return IntStream.range(1, pieces.size())
                .anyMatch(i -> pieces.get(i).equals(String.join("", pieces.subList(0, i))));
    }
}

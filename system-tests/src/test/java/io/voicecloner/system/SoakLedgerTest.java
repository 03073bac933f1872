package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link SoakTest} would see a voice that nobody was told of, and one that was made twice. */
class SoakLedgerTest {
    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("; "));
    }

    @ParameterizedTest
    @CsvSource({
        "made minimax v1 7, voice minimax v1; made 7 minimax",
        "made minimax v1 7, doubt minimax v1; perhaps 7",
        "made novita v1 7, doubt novita -; perhaps 7",
        "made novita v1 -, doubt novita -",
        "'', doubt minimax v1; perhaps 7",
        "fault END 3; requests 9, none 7"
    })
    void whatAddsUpIsRight(String servers, String callers) {
        assertThat(new SoakLedger(lines(servers), lines(callers)).wrong()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "made minimax v1 7, ''",
        "made minimax v1 -, doubt minimax v2",
        "made minimax v1 -, doubt novita -",
        "made novita v1 -; made novita v2 -, doubt novita -",
        "made minimax v1 7; made novita v2 7, voice minimax v1; voice novita v2; made 7 novita",
        "made minimax v1 7; made minimax v1 -, voice minimax v1; made 7 minimax",
        "made minimax v1 7, doubt minimax v1; none 7",
        "'', voice minimax v1; made 7 minimax",
        "'', unforeseen java.lang.IllegalStateException"
    })
    void whatDoesNotIsSaid(String servers, String callers) {
        assertThat(new SoakLedger(lines(servers), lines(callers)).wrong()).isNotEmpty();
    }

    @Test
    void doubtsThatHappenedAreVoicesThatNobodyIsSureOf() {
        SoakLedger ledger = new SoakLedger(
                lines("made minimax v1 7; made novita v2 8"),
                lines("voice minimax v1; made 7 minimax; doubt novita -"));
        assertThat(ledger.executed()).isEqualTo(2);
        assertThat(ledger.voices()).isEqualTo(1);
        assertThat(ledger.doubtsThatHappened()).isEqualTo(1);
    }
}

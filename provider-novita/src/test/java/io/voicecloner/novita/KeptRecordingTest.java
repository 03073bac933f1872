package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.ClonedVoice;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Who wants the recordings deleted is told that this provider has no way to. */
class KeptRecordingTest {
    @AutoClose
    private final NovitaBench novita = new NovitaBench();

    @Test
    void whoWantsTheRecordingDeletedIsToldThatItsCopyStays() {
        ClonedVoice voice = novita.clone(NovitaBench.plain().withRecordingsDeleted(true));

        assertThat(voice.warnings())
                .filteredOn(warning -> warning.contains("copy"))
                .containsExactly("The provider fetched a copy of the recording, and has no way to have it deleted.");
        assertThat(voice.orphans()).isEmpty();
        assertThat(novita.received()).hasSize(1);
    }

    @Test
    void whoDoesNotIsNot() {
        for (ClonedVoice voice : new ClonedVoice[] {
            novita.clone(NovitaBench.plain()), novita.clone(NovitaBench.plain().withRecordingsDeleted(false))
        }) {
            assertThat(voice.warnings())
                    .noneSatisfy(warning -> assertThat(warning).contains("copy"));
        }
    }
}

package io.voicecloner.pipeline;

import static io.voicecloner.pipeline.Speaking.VOICE;
import static io.voicecloner.pipeline.Speaking.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Capabilities;
import io.voicecloner.Catalog;
import io.voicecloner.CloneEvent;
import io.voicecloner.DeletedVoice;
import io.voicecloner.Existence;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.ListedVoice;
import io.voicecloner.VoiceRef;
import io.voicecloner.fake.Abilities;
import io.voicecloner.fake.SpeakingSession;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The clones of an account: what a list proves, and what it does not. */
class CatalogPipelineTest {
    private static final VoiceRef USED = VoiceRef.of("fake", "used-1");

    @Test
    void whatIsListedIsThereAndWhatIsNotMayBe() {
        try (Speaking speaking = new Speaking(SpeakingSession.saying(new byte[1]))) {
            Catalog catalog = speaking.cloner.catalog();

            assertThat(catalog.list()).map(ListedVoice::ref).contains(USED).hasSize(2);
            assertThat(catalog.exists(USED)).isEqualTo(Existence.YES);
            assertThat(catalog.exists(VOICE)).isEqualTo(Existence.UNKNOWN);
        }
    }

    @Test
    void whatWasDeletedHereIsNotThereWhateverTheListSays() {
        try (Speaking speaking = new Speaking(SpeakingSession.saying(new byte[1]))) {
            Catalog catalog = speaking.cloner.catalog();
            DeletedVoice deleted = catalog.delete(USED);

            assertThat(deleted.ref()).isEqualTo(USED);
            assertThat(deleted.deletedAt()).isEqualTo(Instant.EPOCH);
            assertThat(deleted.notice()).isEqualTo("The id used-1 can never be used again.");
            assertThat(speaking.session.deleted()).containsExactly("used-1");
            assertThat(catalog.exists(USED)).isEqualTo(Existence.NO);
            assertThat(speaking.events)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            CloneEvent.VoiceDeleted.class,
                            event -> assertThat(event.voice()).isEqualTo(USED));
        }
    }

    @Test
    void whoCannotListSaysSoAndProvesNothing() {
        try (Speaking speaking = new Speaking(
                Capabilities.builder(Abilities.bare().audio())
                        .speech(Abilities.speech().build())
                        .build(),
                Cloners.SETTINGS,
                SpeakingSession.saying(new byte[1]))) {
            Catalog catalog = speaking.cloner.catalog();

            assertThat(failure(InvalidRequestException.class, catalog::list))
                    .hasMessageContaining("This provider lists no voices.");
            assertThat(failure(InvalidRequestException.class, () -> catalog.delete(USED)))
                    .hasMessageContaining("This provider deletes no voices.");
            assertThat(catalog.exists(USED)).isEqualTo(Existence.UNKNOWN);
            assertThat(speaking.session.deleted()).isEmpty();
        }
    }
}

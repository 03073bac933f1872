package io.voicecloner.testkit;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of it: a voice, a trouble, or both. */
record FakeAnswer(
        @Nullable Trouble trouble,
        Said said,
        String voiceId,
        @Nullable URI preview) {
    /** What went wrong, if the clone failed. */
    Optional<Outcome> failure() {
        return Optional.ofNullable(trouble).flatMap(Outcome::of);
    }

    boolean flagged() {
        return trouble == Trouble.CONTENT_FLAGGED;
    }
}

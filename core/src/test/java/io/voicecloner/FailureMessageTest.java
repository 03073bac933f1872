package io.voicecloner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person reads: what happened, what became of the voice and the money, and what to do next. */
class FailureMessageTest {
    @Test
    @Tag("S13")
    void theQueryOfAnAddressThatSomebodyPutIntoTheWordsIsLeftOut() {
        FailureReport report = FailureReport.of(
                        Category.CONFIGURATION,
                        Reason.INVALID_SETTING,
                        Step.PUBLISH,
                        "the audio host could not publish: PUT HTTPS://store.example/a?X-Amz-Signature=CANARY failed")
                .hint("Try https://store.example/b?token=CANARY again.")
                .violations(List.of(new Violation("audio", "unreadable", "See https://store.example/c?CANARY.")))
                .build();
        assertThat(report.message() + report.summary() + report.violations())
                .doesNotContain("CANARY")
                .contains("HTTPS://store.example/a?[redacted] failed", "b?[redacted] again", "c?[redacted]");
    }

    @Test
    void aMessageSaysWhatHappenedWhatCameOfItAndWhatToDo() {
        String message = FailureReport.of(Category.QUOTA, Reason.BALANCE, Step.CLONE, "the account has no balance left")
                .provider("fake")
                .delivery(Delivery.REJECTED)
                .providerCode("1008")
                .providerMessage("insufficient balance")
                .traceId("t-1")
                .hint("Top up the account.")
                .build()
                .message();
        assertThat(message)
                .isEqualTo("fake: the account has no balance left (provider code 1008, \"insufficient balance\", "
                        + "trace id t-1). No voice was made. Top up the account.");
    }

    @Test
    void anUnknownOutcomeWarnsAgainstRunningAgainAndListsWaysToFindOut() {
        String message = FailureReport.of(Category.AMBIGUOUS_OUTCOME, Reason.TIMEOUT, Step.CLONE, "no answer came")
                .delivery(Delivery.UNKNOWN)
                .voiceId("vc-1")
                .hint("Find out.")
                .checks(List.of("Look here.", "Look there."))
                .orphans(List.of("file-1", "file-2"))
                .build()
                .message();
        assertThat(message).isEqualTo("""
                        no answer came. The voice vc-1 may exist and money may have been spent; do not simply run this again. Find out.
                          - Look here.
                          - Look there.
                        Left behind: file-1, file-2.""");
    }

    @Test
    void withoutAnIdItIsSomeVoice() {
        assertThat(outcome(Category.AMBIGUOUS_OUTCOME, Step.CLONE, Delivery.UNKNOWN))
                .startsWith("A voice may exist");
    }

    @Test
    void violationsStandOnLinesOfTheirOwn() {
        String message = FailureReport.of(
                        Category.INVALID_REQUEST, Reason.VIOLATIONS, Step.CHECK, "the request cannot be sent")
                .violations(List.of(new Violation("audio", "empty", "It is empty."), new Violation("text", "x", "Y.")))
                .build()
                .message();
        assertThat(message).isEqualTo("""
                        the request cannot be sent.
                          - audio: It is empty.
                          - text: Y.
                        Nothing was sent.""");
    }

    @ParameterizedTest
    @EnumSource
    void everyMessageTellsWhatBecameOfTheVoice(Step step) {
        String expected = switch (step) {
            case CONFIGURE, CHECK -> "Nothing was sent.";
            case FETCH, PUBLISH, UPLOAD, UPLOAD_PROMPT, CLONE, DELETE_RECORDING -> "No voice was made.";
            case SPEAK -> "Nothing was synthesized.";
            case AWAIT_SPEECH, FETCH_SPEECH -> "The synthesis may be billed.";
            case LIST_VOICES -> "No voice was changed.";
            case DELETE_VOICE -> "The voice was not deleted.";
            case DOWNLOAD -> "The voice itself is not affected.";
        };
        assertThat(outcome(Category.CANCELED, step, Delivery.NOT_SENT)).isEqualTo(expected);
    }

    @Test
    void aRecordingThatCouldNotBeFetchedLeavesNoVoiceUnaffectedSinceThereIsNone() {
        assertThat(outcome(Category.DOWNLOAD, Step.FETCH, Delivery.REJECTED)).isEqualTo("No voice was made.");
    }

    private static String outcome(Category category, Step step, Delivery delivery) {
        String message = FailureReport.of(category, Reason.CANCELED, step, "x")
                .delivery(delivery)
                .build()
                .message();
        assertThat(message).startsWith("x. ");
        return message.substring(3);
    }
}

package io.voicecloner.listen;

import io.voicecloner.Category;
import io.voicecloner.CloneEvent;
import io.voicecloner.CloneEvent.AttemptFinished;
import io.voicecloner.CloneEvent.CloneFailed;
import io.voicecloner.CloneEvent.Decided;
import io.voicecloner.CloneEvent.FailedOver;
import io.voicecloner.CloneEvent.Move;
import io.voicecloner.CloneEvent.OrphanLeft;
import io.voicecloner.CloneEvent.OutcomeUnknown;
import io.voicecloner.CloneEvent.SpeechFailed;
import io.voicecloner.CloneEvent.SpeechMade;
import io.voicecloner.CloneEvent.StepFinished;
import io.voicecloner.CloneEvent.StepStarted;
import io.voicecloner.CloneEvent.VoiceDeleted;
import io.voicecloner.CloneEvent.VoiceMade;
import io.voicecloner.CloneEvent.Wait;
import io.voicecloner.CloneEvent.Waiting;
import io.voicecloner.Confirmation;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceRef;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Events of each kind, and how each reads. */
final class Events {
    private static final Duration TOOK = Duration.ofMillis(1234);

    private Events() {}

    static Map<CloneEvent, String> withTheirTexts() {
        Map<CloneEvent, String> texts = new LinkedHashMap<>();
        texts.put(new StepStarted("a", 7, Step.UPLOAD), "a #7: uploading the recording");
        texts.put(
                new StepFinished("a", 7, Step.UPLOAD, TOOK, OptionalLong.of(500), Optional.empty()),
                "a #7: uploading the recording done after 1234 ms, 500 bytes");
        texts.put(
                new StepFinished("a", 7, Step.CHECK, TOOK, OptionalLong.empty(), Optional.of(Reason.VIOLATIONS)),
                "a #7: checking the request failed, violations after 1234 ms");
        texts.put(
                new AttemptFinished("a", 7, Step.CLONE, 1, Delivery.DONE, Optional.empty(), Optional.of("t-1"), TOOK),
                "a #7: attempt 1 at cloning the voice succeeded (done) after 1234 ms, trace id t-1");
        texts.put(
                new AttemptFinished(
                        "a", 7, Step.CLONE, 2, Delivery.REFUSED, Optional.of(Reason.RATE), Optional.empty(), TOOK),
                "a #7: attempt 2 at cloning the voice failed, rate (refused) after 1234 ms");
        texts.put(new Waiting("a", 7, Step.CLONE, Wait.TURN, Optional.of(TOOK)), "a #7: waiting for a turn, 1234 ms");
        texts.put(new Waiting("a", 7, Step.CLONE, Wait.SLOT, Optional.empty()), "a #7: waiting for others to finish");
        texts.put(
                new Waiting("a", 7, Step.CLONE, Wait.REPEAT, Optional.of(TOOK)),
                "a #7: waiting before asking again, 1234 ms");
        texts.put(
                new Decided("a", 7, Step.CLONE, Move.RECONCILE, Reason.TIMEOUT),
                "a #7: timeout while cloning the voice: reconcile");
        texts.put(
                new CloneFailed("a", 7, Step.CLONE, Category.QUOTA, Reason.BALANCE, TOOK),
                "a #7: failed at cloning the voice (quota, balance) after 1234 ms");
        texts.put(
                new VoiceMade("a", 7, VoiceRef.of("a", "v-1"), Confirmation.INFERRED, 2, TOOK),
                "a #7: made a:v-1 (inferred, attempts: 2) in 1234 ms");
        texts.put(new OrphanLeft("a", 7, "file-9"), "a #7: left behind: file-9");
        texts.put(
                new OutcomeUnknown("a", 7, Optional.of("v-1"), Reason.CONNECTION_LOST, List.of("t-1", "t-2")),
                "a #7: a voice may exist: v-1 (connection-lost, trace ids t-1, t-2)");
        texts.put(
                new OutcomeUnknown("a", 7, Optional.empty(), Reason.TIMEOUT, List.of()),
                "a #7: a voice may exist (timeout)");
        texts.put(
                new FailedOver("a", "b", Category.PROVIDER_UNAVAILABLE, Reason.CONNECT),
                "a did not make the voice (provider-unavailable, connect); asking b");
        texts.put(
                new Waiting("a", 7, Step.AWAIT_SPEECH, Wait.TASK, Optional.of(TOOK)),
                "a #7: waiting for the task, 1234 ms");
        texts.put(
                new SpeechMade("a", 7, VoiceRef.of("a", "v-1"), 4_096, 1, false, TOOK),
                "a #7: spoke 4096 bytes with a:v-1 (attempts: 1) in 1234 ms");
        texts.put(
                new SpeechMade("a", 7, VoiceRef.of("a", "v-1"), 4_096, 2, true, TOOK),
                "a #7: spoke 4096 bytes with a:v-1 (attempts: 2, possibly billed twice) in 1234 ms");
        texts.put(
                new SpeechFailed("a", 7, Step.SPEAK, Category.QUOTA, Reason.BALANCE, false, TOOK),
                "a #7: failed at synthesizing the speech (quota, balance) after 1234 ms");
        texts.put(
                new SpeechFailed("a", 7, Step.FETCH_SPEECH, Category.DOWNLOAD, Reason.EXPIRED, true, TOOK),
                "a #7: failed at downloading the speech (download, expired, may be billed) after 1234 ms");
        texts.put(new VoiceDeleted("a", 7, VoiceRef.of("a", "v-1")), "a #7: deleted a:v-1");
        return texts;
    }

    static List<CloneEvent> all() {
        return List.copyOf(withTheirTexts().keySet());
    }
}

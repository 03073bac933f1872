package io.voicecloner.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.Category;
import io.voicecloner.CloneListener;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** So many requests at once, a queue in order behind them, and an end to the queue. */
class SlotsTest {
    private final ScriptedTime time = new ScriptedTime();
    private final List<String> entered = new ArrayList<>();

    @Test
    void asManyAsThereAreSlotsEnterAtOnceAndTheNextIsRefusedWhereNobodyMayWait() {
        Slots slots = new Slots("test", 2, 0);
        enter(slots, "first");
        enter(slots, "second");

        VoiceClonerException refusal = refused(slots);

        assertThat(refusal.category()).isEqualTo(Category.PROVIDER_UNAVAILABLE);
        assertThat(refusal.reason()).isEqualTo(Reason.OVERLOADED);
        assertThat(refusal.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(refusal.hint()).isPresent();
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void aSlotThatIsGivenBackCanBeTakenAgain() {
        Slots slots = new Slots("test", 1, 0);
        for (int i = 0; i < 3; i++) {
            enter(slots, "again");
            slots.leave();
        }
        assertThat(entered).hasSize(3);
    }

    @Test
    void whoWaitsLongestEntersFirst() {
        Slots slots = new Slots("test", 1, 2);
        enter(slots, "holder");
        time.meanwhile(() -> enter(slots, "second in the queue"))
                .meanwhile(() -> leave(slots, "holder"))
                .meanwhile(() -> {
                    // Still waiting, although a slot was given back: it went to the first in the queue.
                    assertThat(entered).containsExactly("holder", "holder left");
                    leave(slots, "first in the queue");
                });

        enter(slots, "first in the queue");

        assertThat(time.waits()).hasSize(3);
        assertThat(entered).contains("second in the queue", "first in the queue");
    }

    @Test
    void beyondTheEndOfTheQueueNobodyWaits() {
        Slots slots = new Slots("test", 1, 1);
        enter(slots, "holder");
        time.meanwhile(() -> {
            assertThat(refused(slots)).hasMessageContaining("1 others wait");
            slots.leave();
        });

        enter(slots, "queued");

        assertThat(entered).containsExactly("holder", "queued");
    }

    @Test
    void whoGivesUpLeavesTheQueue() {
        Slots slots = new Slots("test", 1, 1);
        enter(slots, "holder");
        CallScope impatient = scope();
        time.meanwhile(impatient::cancel);

        VoiceClonerException canceled =
                catchThrowableOfType(VoiceClonerException.class, () -> slots.enter(Step.UPLOAD, impatient));

        assertThat(canceled.category()).isEqualTo(Category.CANCELED);
        assertFree(slots);
    }

    @Test
    void whoseTimeIsUpLeavesTheQueue() {
        Slots slots = new Slots("test", 1, 1);
        enter(slots, "holder");
        time.meanwhile(() -> time.pass(Duration.ofMinutes(2)));

        VoiceClonerException late =
                catchThrowableOfType(VoiceClonerException.class, () -> slots.enter(Step.UPLOAD, scope()));

        assertThat(late.reason()).isEqualTo(Reason.DEADLINE);
        assertFree(slots);
    }

    @Test
    void aSlotThatCameAtTheMomentOfGivingUpIsTaken() {
        Slots slots = new Slots("test", 1, 0);
        Slots queued = new Slots("test", 1, 1);
        enter(slots, "other");
        enter(queued, "holder");
        CallScope impatient = scope();
        time.meanwhile(() -> {
            queued.leave();
            impatient.cancel();
        });

        queued.enter(Step.UPLOAD, impatient);

        queued.leave();
        assertFreeFor(queued, 1);
    }

    @Test
    void whoIsWokenForNothingWaitsOnAndIsWokenWhenTheTurnComes() {
        Slots slots = new Slots("test", 1, 1);
        enter(slots, "holder");
        time.meanwhile(() -> {}).meanwhile(() -> {}).meanwhile(slots::leave);

        enter(slots, "patient");

        assertThat(time.woken()).containsExactly(false, false, true);
    }

    @Test
    @Tag("B96")
    void aListenerThatTookItsTimeOverTheWaitOnceHeldTheSlotThatCame() {
        Slots slots = new Slots("test", 1, 1);
        enter(slots, "holder");
        CloneListener slow = event -> {
            slots.leave();
            // While it is still being told, the slot is anybody's.
            enter(slots, "somebody else");
            slots.leave();
        };

        slots.enter(Step.UPLOAD, CallScope.of("fake", Duration.ofMinutes(1), null, null, time, slow));

        assertThat(entered).containsExactly("holder", "somebody else");
        assertFree(slots);
    }

    @Test
    void nobodyKeepsTheQueueForItself() throws Exception {
        Slots slots = new Slots("test", 1, 1);
        enter(slots, "holder");
        time.meanwhile(() -> {
            // On another thread: a lock that somebody kept would hold it up.
            elsewhere(() -> assertThat(refused(slots)).isNotNull());
            elsewhere(slots::leave);
        });
        enter(slots, "queued");
        elsewhere(slots::leave);

        elsewhere(() -> enter(slots, "elsewhere"));
        slots.leave();
        elsewhere(() -> enter(slots, "elsewhere again"));
        assertThat(entered).hasSize(4);
    }

    private static void elsewhere(Runnable step) {
        try {
            CompletableFuture.runAsync(step).get(2, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("held up", e);
        }
    }

    /** The holder of the only slot leaves, nobody is in the queue any more, and the slot is there for the next two. */
    private void assertFree(Slots slots) {
        slots.leave();
        assertFreeFor(slots, 2);
    }

    private void assertFreeFor(Slots slots, int times) {
        int before = time.waits().size();
        for (int i = 0; i < times; i++) {
            enter(slots, "next");
            slots.leave();
        }
        assertThat(time.waits()).hasSize(before);
    }

    private void enter(Slots slots, String who) {
        slots.enter(Step.UPLOAD, scope());
        entered.add(who);
    }

    private void leave(Slots slots, String who) {
        entered.add(who + " left");
        slots.leave();
    }

    private VoiceClonerException refused(Slots slots) {
        VoiceClonerException refusal =
                catchThrowableOfType(VoiceClonerException.class, () -> slots.enter(Step.UPLOAD, scope()));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private CallScope scope() {
        return CallScope.of("fake", Duration.ofMinutes(1), null, null, time);
    }
}

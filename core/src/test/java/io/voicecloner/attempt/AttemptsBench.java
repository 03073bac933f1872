package io.voicecloner.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Rate;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** Requests of one account to a provider that answers as a test says, one answer after the other, and that is well when they run out. */
final class AttemptsBench {
    final ScriptedTime time = new ScriptedTime();
    final CallScope scope = CallScope.of("fake", Duration.ofHours(1), "vc-bench", null, time);

    /** What the provider throws next, in order. */
    final Deque<VoiceClonerException> answers = new ArrayDeque<>();

    /** Whether each request for a voice of a chosen id asked for a preview. */
    final List<Boolean> previews = new ArrayList<>();

    private int sent;

    static ProviderSettings settings(int attempts) {
        return ProviderSettings.of("long-enough-key").withRate(Rate.unlimited()).withAttempts(attempts);
    }

    Attempts attempts(ProviderSettings settings) {
        return new Attempts(() -> "account", settings, time, Chance.MOST);
    }

    String upload(Attempts attempts) {
        return attempts.repeat(Operation.UPLOAD, Step.UPLOAD, scope, this::answered);
    }

    String read(Attempts attempts) {
        return attempts.repeat(Operation.READ, Step.DOWNLOAD, scope, this::answered);
    }

    String create(Attempts attempts) {
        return attempts.create(scope, this::answered);
    }

    String byId(Attempts attempts, boolean unguessable) {
        return byId(attempts, unguessable, () -> {});
    }

    /** The same, with something that happens while the request is under way. */
    String byId(Attempts attempts, boolean unguessable, Runnable meanwhile) {
        return attempts.createById("vc-bench", unguessable, scope, () -> new Attempts.CreateById<>() {
            @Override
            public String send(boolean withPreview) {
                previews.add(withPreview);
                meanwhile.run();
                return answered();
            }

            @Override
            public String inferred() {
                return "inferred";
            }
        });
    }

    /** So many requests, each sent while the one before is under way. */
    String inside(Attempts attempts, Operation operation, int depth) {
        Supplier<String> send = () -> depth == 1 ? "done" : inside(attempts, operation, depth - 1);
        return operation == Operation.CREATE
                ? attempts.create(scope, send)
                : attempts.repeat(operation, Step.UPLOAD, scope, send);
    }

    String answered() {
        sent++;
        VoiceClonerException failure = answers.poll();
        if (failure != null) {
            throw failure;
        }
        return "done";
    }

    /** How many requests there were. */
    int sent() {
        return sent;
    }

    void failForever(VoiceClonerException failure) {
        answers.addAll(Collections.nCopies(50, failure));
    }

    VoiceClonerException lostUpload() {
        return Failures.exception(scope.failure(Category.PROVIDER_UNAVAILABLE, Reason.TIMEOUT, Step.UPLOAD, "no answer")
                .delivery(Delivery.UNKNOWN));
    }

    static VoiceClonerException taken() {
        return Failing.rejected(Category.VOICE_ID_TAKEN, Reason.DUPLICATE);
    }

    static VoiceClonerException failed(Supplier<?> call) {
        VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, call::get);
        assertThat(failure).isNotNull();
        return failure;
    }
}

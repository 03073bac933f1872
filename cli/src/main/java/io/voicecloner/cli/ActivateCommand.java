package io.voicecloner.cli;

import io.voicecloner.Activation;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Speech;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceRef;
import io.voicecloner.spi.Failures;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voicecloner activate}: keeps a clone for good, by the shortest synthesis there is. */
@Command(
        name = "activate",
        description = {
            "Keeps a clone that would be deleted 7 days after it was made, by the shortest synthesis there is.",
            "This is the moment MiniMax takes the fee for the clone, beside a few characters of speech.",
            "Safe to repeat: the fee is taken once."
        },
        sortOptions = false)
final class ActivateCommand implements Callable<Integer> {
    private final Screen screen;
    private final StopRequest stop;
    private final Complaints complaints;

    @Parameters(
            paramLabel = "VOICE",
            converter = VoiceArgument.class,
            description = "The voice, as clone printed it: minimax:vc-7k3q.")
    @SuppressWarnings("NullAway.Init")
    private VoiceRef voice;

    @Option(
            names = "--created-at",
            paramLabel = "INSTANT",
            converter = InstantArgument.class,
            description = "When the voice was made, createdAt of clone --json: tells of one that is gone since when.")
    private @Nullable Instant createdAt;

    @Mixin
    private final CommonOptions options = new CommonOptions();

    ActivateCommand(Screen screen, StopRequest stop, Complaints complaints) {
        this.screen = screen;
        this.stop = stop;
        this.complaints = complaints;
    }

    @Override
    public Integer call() {
        Deadline deadline = Deadline.in(options.timeout);
        try (OpenedCloner opened = OpenedCloner.open(options, voice, screen)) {
            Speech speech = opened.cloner().speech();
            Activation kept = stop.heededBy(() -> deadline.during(() -> opened.using(() -> activated(speech))));
            return print(kept).code();
        } catch (VoiceClonerException e) {
            // Not 9, whatever it may have cost: to run it again is what helps.
            return complaints.about(repeatable(e), ExitCode.of(e.category(), e.reason()));
        }
    }

    private Activation activated(Speech speech) {
        return createdAt == null
                ? speech.activate(voice)
                : speech.activate(ClonedVoice.builder(voice, createdAt).build());
    }

    private static VoiceClonerException repeatable(VoiceClonerException failure) {
        return failure.moneyMayBeSpent()
                ? Failures.retold(
                        failure,
                        failure.report().toBuilder()
                                .hint(failure.hint().map(hint -> hint + ' ').orElse("")
                                        + "To run this again is safe: it keeps the voice, and takes no second fee."))
                : failure;
    }

    private ExitCode print(Activation kept) {
        ExitCode exit;
        if (options.json) {
            exit = screen.result(SpeechJson.of(kept).toString(), ExitCode.DONE);
        } else {
            exit = screen.result(kept.voice() + " is kept for good.", ExitCode.DONE);
            screen.tell("With the first synthesis MiniMax takes the fee for the clone; this was one.");
        }
        SpeechText.tell(kept.synthesis(), options.json, screen);
        return exit;
    }
}

package io.voicecloner.cli;

import com.google.gson.JsonObject;
import io.voicecloner.Catalog;
import io.voicecloner.DeletedVoice;
import io.voicecloner.Violation;
import io.voicecloner.VoiceRef;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voicecloner voices delete}: deletes one voice, if a person or {@code --yes} says so. */
@Command(
        name = "delete",
        description = {
            "Deletes a voice, now and for good: its id can never be used again, not even for the same voice.",
            "Asks before, on a terminal; elsewhere --yes is needed."
        },
        sortOptions = false)
final class DeleteVoiceCommand implements Callable<Integer> {
    private final Screen screen;
    private final StopRequest stop;

    @Parameters(
            paramLabel = "VOICE",
            converter = VoiceArgument.class,
            description = "The voice, as clone printed it: minimax:vc-7k3q.")
    @SuppressWarnings("NullAway.Init")
    private VoiceRef voice;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Mixin
    private final CommonOptions options = new CommonOptions();

    DeleteVoiceCommand(Screen screen, StopRequest stop) {
        this.screen = screen;
        this.stop = stop;
    }

    @Override
    public Integer call() {
        Deadline deadline = Deadline.in(options.timeout);
        requireSomebodyToAsk();
        try (OpenedCloner opened = OpenedCloner.open(options, voice, screen)) {
            Catalog catalog = opened.cloner().catalog();
            DeletedVoice gone =
                    stop.heededBy(() -> deadline.during(() -> opened.using(() -> confirmedAndDeleted(catalog))));
            return print(gone).code();
        }
    }

    private void requireSomebodyToAsk() {
        if (!yes && !(screen.terminals().in() && screen.terminal())) {
            throw new UsageMistake(List.of(new Violation(
                    "yes",
                    "missing",
                    "Nothing was deleted: it is for good, and there is nobody to ask. Confirm it with --yes.")));
        }
    }

    private DeletedVoice confirmedAndDeleted(Catalog catalog) {
        if (!yes && !isConfirmed()) {
            throw Typed.canceled("nothing was deleted: it was not confirmed");
        }
        return catalog.delete(voice);
    }

    private boolean isConfirmed() {
        screen.err().print("Delete " + voice + "? Its id can never be used again. [y/N] ");
        screen.err().flush();
        String answer = Typed.line(screen.in()).strip().toLowerCase(Locale.ROOT);
        return answer.equals("y") || answer.equals("yes");
    }

    private ExitCode print(DeletedVoice gone) {
        return screen.result(options.json ? json(gone) : "Deleted " + gone.ref() + ". " + gone.notice(), ExitCode.DONE);
    }

    private static String json(DeletedVoice gone) {
        JsonObject object = VoiceJson.ref(gone.ref());
        object.addProperty("deletedAt", gone.deletedAt().toString());
        object.addProperty("notice", gone.notice());
        return object.toString();
    }
}

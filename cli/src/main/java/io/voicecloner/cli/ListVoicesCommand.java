package io.voicecloner.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.voicecloner.Catalog;
import io.voicecloner.ListedVoice;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code voicecloner voices list}: one line for each clone that the provider tells of. */
@Command(
        name = "list",
        description = {
            "Prints the clones that the provider lists, one a line, with the day each was made.",
            "One that was never used in a synthesis is in no list; a missing one may be there all the same."
        },
        sortOptions = false)
final class ListVoicesCommand implements Callable<Integer> {
    private final Screen screen;
    private final StopRequest stop;

    @Mixin
    private final CommonOptions options = new CommonOptions();

    ListVoicesCommand(Screen screen, StopRequest stop) {
        this.screen = screen;
        this.stop = stop;
    }

    @Override
    public Integer call() {
        Deadline deadline = Deadline.in(options.timeout);
        try (OpenedCloner opened = OpenedCloner.open(options, null, screen)) {
            Catalog catalog = opened.cloner().catalog();
            return print(stop.heededBy(() -> deadline.during(catalog::list))).code();
        }
    }

    private ExitCode print(List<ListedVoice> voices) {
        if (options.json) {
            return screen.result(json(voices), ExitCode.DONE);
        }
        ExitCode exit = ExitCode.DONE;
        for (ListedVoice voice : voices) {
            String day = voice.createdOn().map(date -> "\t" + date).orElse("");
            exit = screen.result(voice.ref() + day, exit);
        }
        if (voices.isEmpty()) {
            screen.tell("None is listed. One that was never used in a synthesis is in no list.");
        }
        return exit;
    }

    private static String json(List<ListedVoice> voices) {
        JsonArray array = new JsonArray();
        for (ListedVoice voice : voices) {
            JsonObject object = VoiceJson.ref(voice.ref());
            object.addProperty(
                    "createdOn", voice.createdOn().map(LocalDate::toString).orElse(null));
            array.add(object);
        }
        JsonObject whole = new JsonObject();
        whole.add("voices", array);
        return whole.toString();
    }
}

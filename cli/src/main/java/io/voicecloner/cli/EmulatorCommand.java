package io.voicecloner.cli;

import com.google.gson.JsonObject;
import io.voicecloner.Violation;
import io.voicecloner.emulator.Emulator;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code voicecloner emulator}: an emulator in the foreground, for programs of any language. */
@Command(name = "emulator", description = "Answers as the providers do, on this machine, until stopped.")
final class EmulatorCommand implements Callable<Integer> {
    private final Screen screen;
    private final StopRequest stop;

    @Option(names = "--port", paramLabel = "N", description = "The port to listen on. Default: any free one.")
    private int port;

    @Option(names = "--json", description = "Print one JSON object once ready.")
    private boolean json;

    EmulatorCommand(Screen screen, StopRequest stop) {
        this.screen = screen;
        this.stop = stop;
    }

    @Override
    public Integer call() {
        try (Emulator emulator = start()) {
            ExitCode exit = screen.result(json ? json(emulator) : text(emulator), ExitCode.DONE);
            return (exit == ExitCode.DONE ? stop.heededBy(EmulatorCommand::untilStopped) : exit).code();
        }
    }

    private Emulator start() {
        try {
            return Emulator.builder().port(port).start();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new UsageMistake(
                    List.of(new Violation("port", "unusable", "The emulator cannot start: " + e.getMessage())));
        }
    }

    /** Being stopped is how this command is meant to end. */
    private static ExitCode untilStopped() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // Asked to stop.
        }
        return ExitCode.DONE;
    }

    private static String text(Emulator emulator) {
        return emulator.baseUrls().entrySet().stream()
                .map(host -> host.getKey() + " " + host.getValue())
                .collect(Collectors.joining(
                        "\n", "", "\ncontrol " + emulator.controlUrl() + "\nkey " + emulator.apiKey()));
    }

    private static String json(Emulator emulator) {
        JsonObject urls = new JsonObject();
        emulator.baseUrls().forEach((name, url) -> urls.addProperty(name, url.toString()));
        JsonObject object = new JsonObject();
        object.add("baseUrls", urls);
        object.addProperty("controlUrl", emulator.controlUrl().toString());
        object.addProperty("apiKey", emulator.apiKey());
        return object.toString();
    }
}

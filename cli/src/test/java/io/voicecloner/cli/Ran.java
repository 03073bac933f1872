package io.voicecloner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** One run of the command line in this JVM, and what it left. */
record Ran(int exit, String out, String err) {
    static final Path SAMPLES = Path.of("..", "samples");
    static final String SPEECH = SAMPLES.resolve("speech.mp3").toString();
    static final String PROMPT = SAMPLES.resolve("prompt.mp3").toString();

    static Ran voicecloner(String... args) {
        return until(new StopRequest(), false, args);
    }

    static Ran onTerminal(String... args) {
        return until(new StopRequest(), true, args);
    }

    static Ran until(StopRequest stop, boolean terminal, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Screen screen = new Screen(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                terminal);
        int exit = Main.run(screen, stop, args);
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** All of standard output as one JSON value on one line. */
    JsonElement json() {
        assertThat(out).endsWith("\n");
        assertThat(out.strip()).doesNotContain("\n");
        return JsonParser.parseString(out);
    }

    JsonObject object() {
        return json().getAsJsonObject();
    }

    /** The error of {@code --json}. */
    JsonObject error() {
        JsonObject whole = object();
        assertThat(whole.keySet()).containsExactly("error");
        JsonObject error = whole.getAsJsonObject("error");
        assertThat(error.keySet())
                .containsExactly(
                        "category",
                        "reason",
                        "message",
                        "provider",
                        "step",
                        "providerCode",
                        "providerMessage",
                        "traceId",
                        "delivery",
                        "voiceMayExist",
                        "attempts",
                        "hint",
                        "violations",
                        "passedOver");
        return error;
    }

    String category() {
        return error().get("category").getAsString();
    }

    String reason() {
        return error().get("reason").getAsString();
    }
}

package io.voicecloner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** One run of the command line in this JVM, and what it left. */
record Ran(int exit, ByteArrayOutputStream stdout, String err) {
    static final Path SAMPLES = Path.of("..", "samples");
    static final String SPEECH = SAMPLES.resolve("speech.mp3").toString();
    static final String PROMPT = SAMPLES.resolve("prompt.mp3").toString();

    /** A run elsewhere. */
    static Ran of(int exit, String out, String err) {
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        stdout.writeBytes(out.getBytes(StandardCharsets.UTF_8));
        return new Ran(exit, stdout, err);
    }

    static Ran voicecloner(String... args) {
        return until(new StopRequest(), false, args);
    }

    static Ran onTerminal(String... args) {
        return until(new StopRequest(), true, args);
    }

    /** With something on standard input. */
    static Ran piped(byte[] input, String... args) {
        return with(new StopRequest(), new ByteArrayInputStream(input), Terminals.NONE, args);
    }

    static Ran until(StopRequest stop, boolean terminal, String... args) {
        return with(stop, InputStream.nullInputStream(), new Terminals(false, false, terminal), args);
    }

    static Ran with(StopRequest stop, InputStream in, Terminals terminals, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Screen screen = new Screen(
                in,
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                terminals);
        int exit = Main.run(screen, stop, args);
        return new Ran(exit, out, err.toString(StandardCharsets.UTF_8));
    }

    /** Standard output as text. */
    String out() {
        return stdout.toString(StandardCharsets.UTF_8);
    }

    /** All of standard output as one JSON value on one line. */
    JsonElement json() {
        assertThat(out()).endsWith("\n");
        assertThat(out().strip()).doesNotContain("\n");
        return JsonParser.parseString(out());
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
                        "moneyMayBeSpent",
                        "bytesDelivered",
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

package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneEvent;
import io.voicecloner.Step;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** {@link CanaryTest} would see a secret: in every channel that it reads, and in every spelling. */
class CanaryFoundTest {
    private static final String KEY = Canary.key("key");

    static Stream<Named<Consumer<Printed>>> channels() {
        return Stream.of(
                channel(
                        "the log of a library that uses SLF4J",
                        printed -> LoggerFactory.getLogger("any.logger").trace("sent {}", KEY)),
                channel(
                        "an exception in a log",
                        printed ->
                                LoggerFactory.getLogger("any.logger").debug("failed", new IllegalStateException(KEY))),
                channel(
                        "the log of the JDK, which OkHttp uses",
                        printed -> Logger.getLogger("okhttp3.OkHttpClient").finest(KEY)),
                channel("standard output", printed -> System.out.println(KEY)),
                channel("standard error", printed -> System.err.println(KEY)),
                channel("an exception", printed -> printed.show("exceptions", new IllegalStateException(KEY))),
                channel(
                        "the cause of a cause",
                        printed -> printed.show(
                                "exceptions", new Exception(new Exception(new IllegalStateException(KEY))))),
                channel("a suppressed exception", printed -> printed.show("exceptions", suppressing())),
                channel(
                        "the accessor of an event",
                        printed -> printed.onEvent(new CloneEvent.OrphanLeft("minimax", 1, KEY))),
                channel(
                        "the accessor of a value",
                        printed -> printed.show(
                                "values",
                                AudioSource.url(URI.create("https://a.example/?" + Canary.signature("audio"))))),
                channel("the name of a thread", CanaryFoundTest::nameAThread));
    }

    private static Named<Consumer<Printed>> channel(String name, Consumer<Printed> leak) {
        return Named.of(name, leak);
    }

    private static Throwable suppressing() {
        Throwable failure = new IllegalStateException("no");
        failure.addSuppressed(new IllegalStateException(KEY));
        return failure;
    }

    private static void nameAThread(Printed printed) {
        String usual = Thread.currentThread().getName();
        Thread.currentThread().setName(KEY);
        try {
            printed.onEvent(new CloneEvent.StepStarted("minimax", 1, Step.CHECK));
        } finally {
            Thread.currentThread().setName(usual);
        }
    }

    @ParameterizedTest
    @MethodSource("channels")
    void aSecretIsSeenIn(Consumer<Printed> leak) {
        Printed printed = new Printed();
        try (printed) {
            leak.accept(printed);
        }
        assertThatThrownBy(() -> printed.expectNo(Canary.planted())).isInstanceOf(AssertionError.class);
    }

    @Test
    void nothingIsSeenWhereNothingIs() {
        Printed printed = new Printed();
        try (printed) {
            LoggerFactory.getLogger("any.logger").trace("sent {}", "[redacted]");
            printed.show("exceptions", new IllegalStateException("no"));
        }
        printed.expectNo(Canary.planted());
        assertThat(printed.lengths()).containsKeys("log", "exceptions", "stack traces");
    }

    static Stream<String> spellings() {
        byte[] bytes = KEY.getBytes(StandardCharsets.UTF_8);
        Base64.Encoder base64 = Base64.getEncoder();
        return Stream.concat(
                Stream.of(
                        HexFormat.of().formatHex(bytes),
                        HexFormat.of().withUpperCase().formatHex(bytes),
                        base64.encodeToString(bytes),
                        base64.encodeToString(("1" + KEY).getBytes(StandardCharsets.UTF_8)),
                        base64.encodeToString(("12" + KEY).getBytes(StandardCharsets.UTF_8)),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                        URLEncoder.encode(URLEncoder.encode(KEY, StandardCharsets.UTF_8), StandardCharsets.UTF_8),
                        KEY.substring(KEY.length() / 2)),
                Repeating.spellings(KEY).stream());
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void aSecretIsSeenHoweverItIsSpelled(String text) {
        assertThat(Canary.planted().sightings("before " + text + " after")).isNotEmpty();
    }
}

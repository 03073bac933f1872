package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.CloneEvent;
import io.voicecloner.CloneListener;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All that anybody could have read from when this was made until it is closed: each channel by its name. Thread-safe. */
final class Printed implements CloneListener, AutoCloseable {
    private final Map<String, Queue<String>> channels = new ConcurrentHashMap<>();
    private final EveryLog log = EveryLog.into(line -> print("log", line));
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    Printed() {
        System.setOut(teed("standard output", out));
        System.setErr(teed("standard error", err));
    }

    void print(String channel, Object thing) {
        channels.computeIfAbsent(channel, any -> new ConcurrentLinkedQueue<>()).add(String.valueOf(thing));
    }

    /** What a value or a failure says of itself, by its text and by each of its accessors. */
    void show(String channel, Object value) {
        print(channel, value);
        if (value instanceof Throwable failure) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace, true));
            print("stack traces", trace);
        }
        for (Method accessor : value.getClass().getMethods()) {
            if (isAccessor(accessor)) {
                try {
                    accessor.setAccessible(true);
                    print(channel, accessor.getName() + " = " + accessor.invoke(value));
                } catch (ReflectiveOperationException e) {
                    throw new LinkageError(accessor.toString(), e);
                }
            }
        }
    }

    private static boolean isAccessor(Method method) {
        return method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && !Modifier.isStatic(method.getModifiers())
                && method.getDeclaringClass().getName().startsWith("io.voicecloner.")
                && !method.getName().equals("toBuilder");
    }

    @Override
    public void onEvent(CloneEvent event) {
        show("events", event);
        if (event instanceof CloneEvent.StepStarted) {
            Thread.getAllStackTraces().keySet().forEach(thread -> print("thread names", thread.getName()));
        }
    }

    /** So much was said, by channel: one of which little is known is one that is not listened to. */
    Map<String, Integer> lengths() {
        Map<String, Integer> lengths = new TreeMap<>();
        channels.forEach((channel, lines) ->
                lengths.put(channel, lines.stream().mapToInt(String::length).sum()));
        return lengths;
    }

    void expectNo(Canary canary) {
        Map<String, Object> seen = new TreeMap<>();
        channels.forEach((channel, lines) -> {
            List<String> sightings = canary.sightings(String.join("\n", lines));
            if (!sightings.isEmpty()) {
                seen.put(channel, sightings);
            }
        });
        assertThat(seen).as("secrets that could be read").isEmpty();
    }

    private PrintStream teed(String channel, PrintStream original) {
        return new PrintStream(
                new ByteArrayOutputStream() {
                    @Override
                    public synchronized void flush() {
                        print(channel, toString(StandardCharsets.UTF_8));
                        original.writeBytes(toByteArray());
                        reset();
                    }
                },
                true,
                StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.out.flush();
        System.err.flush();
        System.setOut(out);
        System.setErr(err);
        log.close();
    }
}

package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Minutes of mixed calls against providers that misbehave, and what is left of them afterwards. "mvn -Psoak" runs it, {@code soak.minutes} long;
 * {@code soak.seed} repeats the choices of another run, though not their order. Time is ten times as fast as the machine's, so that breakers open
 * and close again and pauses end within the run.
 */
@Tag("soak")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoakTest {
    private static final double MINUTES = Double.parseDouble(System.getProperty("soak.minutes", "2"));
    private static final long SEED = Long.getLong("soak.seed", System.nanoTime() & 0xffffff);
    private static final int CALLS_A_SECOND = 20;

    /** How much more the heap may hold at the end than after a quarter of the run: two megabytes. */
    private static final long MARGIN = 2L * 1024 * 1024;

    private static final long MORE_THREADS = 3;
    private static final long MORE_SOCKETS = 2;

    /** What idle threads of the library and of OkHttp live, and a little more. */
    private static final long QUIET_SECONDS = 75;

    private static final List<String> FLEETING = List.of(
            "okhttp3.internal.connection.RealCall",
            "retrofit2.OkHttpCall",
            "io.voicecloner.spi.CallScope",
            "io.voicecloner.http.Exchange");

    private final Map<String, AtomicInteger> warnings = new ConcurrentHashMap<>();
    private final Queue<String> storms = new ConcurrentLinkedQueue<>();
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private final AtomicLong logged = new AtomicLong();
    private final Canary canary = Canary.planted();
    private final List<VoiceCloner> cloners = new ArrayList<>();

    private Process servers;
    private URI server;
    private SoakTally tally;
    private OpenThings start;
    private OpenThings early;
    private OpenThings end;
    private OpenThings closed;
    private Map<String, Long> live;
    private List<String> leftovers;
    private SoakLedger ledger;

    @BeforeAll
    void soak() throws Exception {
        startServers();
        tally = new SoakTally(Files.createTempFile("soak-", ".tally"));
        List<String> before = temporaryFiles();
        EveryLog log = EveryLog.into(this::read);
        try (log) {
            for (int i = 0; i < SoakServer.PROVIDERS.size(); i++) {
                cloners.add(open(SoakServer.PROVIDERS.get(i), SoakServer.PROVIDERS.get((i + 1) % 4)));
            }
            run(before);
        }
        report();
    }

    private void run(List<String> before) throws Exception {
        start = OpenThings.now();
        long began = System.nanoTime();
        int calls = (int) (MINUTES * 60 * CALLS_A_SECOND);
        try (SoakCalls soaking = calls()) {
            pace(soaking, 0, calls / 4);
            early = OpenThings.now();
            pace(soaking, calls / 4, calls - calls / 4);
            soaking.end();
        }
        System.out.printf("soak: %d calls in %d s%n", calls, (System.nanoTime() - began) / 1_000_000_000);
        quiet(start.threadsInAll() + MORE_THREADS);
        end = OpenThings.now();
        live = OpenThings.live(FLEETING);
        cloners.forEach(VoiceCloner::close);
        closed = OpenThings.now();
        leftovers = temporaryFiles();
        leftovers.removeAll(before);
        tally.close();
        ledger = new SoakLedger(ledgerOfServers(), Files.readAllLines(tally.file()));
    }

    private SoakCalls calls() throws IOException {
        return new SoakCalls(cloners, server, tally, this::read);
    }

    private static void pace(SoakCalls calls, int first, int count) throws InterruptedException {
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            calls.call(first + i, SEED);
            long due = began + (i + 1) * (1_000_000_000L / CALLS_A_SECOND);
            long wait = (due - System.nanoTime()) / 1_000_000;
            if (wait > 0) {
                Thread.sleep(wait);
            }
        }
    }

    /** Until threads that nobody needs have ended. */
    private static void quiet(long threads) throws InterruptedException {
        long until = System.nanoTime() + QUIET_SECONDS * 1_000_000_000L;
        do {
            Thread.sleep(200);
        } while (System.nanoTime() < until && OpenThings.threadCount() > threads);
    }

    private void startServers() throws IOException {
        servers = new ProcessBuilder(
                        Project.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        String.join(java.io.File.pathSeparator, Project.classPath()),
                        SoakServer.class.getName(),
                        Long.toString(SEED),
                        Project.SAMPLES.resolve("speech.mp3").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = servers.inputReader(StandardCharsets.UTF_8);
        server = URI.create("http://127.0.0.1:" + output.readLine());
    }

    private VoiceCloner open(String provider, String fallback) {
        Map<String, String> properties = new HashMap<>();
        properties.put("voicecloner.provider", provider);
        properties.put("voicecloner.fallbacks", fallback);
        properties.put("voicecloner.allow-loopback", "true");
        properties.put("voicecloner.audio-host.type", "embedded");
        for (String each : List.of(provider, fallback)) {
            String block = "voicecloner." + each + '.';
            properties.put(block + "api-key", Canary.key(each));
            properties.put(block + "base-url", server + "/" + each + "/v1");
            properties.put(block + "rate", "100/s");
            properties.put(block + "read-timeout", "2s");
            properties.put(block + "connect-timeout", "2s");
            properties.put(block + "call-timeout", "4s");
        }
        return VoiceCloners.builder()
                .properties(properties)
                .time(new FastTime(10))
                .listener(tally)
                .build();
    }

    /** Reads what a call threw as somebody who logs it would. */
    private void read(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        canary.sightings(trace.toString()).forEach(this::remember);
    }

    private void read(String line) {
        logged.incrementAndGet();
        canary.sightings(line).forEach(this::remember);
        if (line.contains("was leaked")) {
            remember(line);
        }
        if (line.startsWith("WARN")) {
            // A voice that may exist and a recording that is left are named: each is a thing of its own to look after.
            String key = line.lines().findFirst().orElse("") + " in minute " + System.nanoTime() / 60_000_000_000L;
            if (warnings.computeIfAbsent(key, any -> new AtomicInteger()).incrementAndGet() == 2) {
                storms.add(key);
            }
        }
    }

    private void remember(String sighting) {
        if (seen.size() < 20) {
            seen.add(sighting);
        }
    }

    private static List<String> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return new ArrayList<>(
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    private List<String> ledgerOfServers() throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) server.resolve("/ledger").toURL().openConnection();
        try (var body = connection.getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } finally {
            connection.disconnect();
        }
    }

    private void report() throws IOException {
        System.out.printf("soak: seed %d, %.1f minutes, %d calls a second%n", SEED, MINUTES, CALLS_A_SECOND);
        tally.counts().forEach((what, count) -> System.out.printf("soak: %s: %s%n", what, count));
        ledgerOfServers().stream()
                .filter(line -> !line.startsWith("made"))
                .forEach(line -> System.out.println("soak: server: " + line));
        System.out.printf(
                "soak: voices made by the servers %d, known to callers %d, in doubt and made %d%n",
                ledger.executed(), ledger.voices(), ledger.doubtsThatHappened());
        System.out.printf(
                "soak: heap %d kB at the start, %d kB early, %d kB at the end, %d kB closed%n",
                start.heap() / 1024, early.heap() / 1024, end.heap() / 1024, closed.heap() / 1024);
        System.out.printf(
                "soak: threads %d, %d, %d, closed %d %s%n",
                start.threadsInAll(),
                early.threadsInAll(),
                end.threadsInAll(),
                closed.threadsInAll(),
                closed.threads());
        System.out.printf(
                "soak: descriptors %s, %s, %s, closed %s%n",
                start.descriptors(), early.descriptors(), end.descriptors(), closed.descriptors());
        System.out.printf("soak: log lines %d, warnings %d, storms %d%n", logged.get(), warnings.size(), storms.size());
    }

    @AfterAll
    void stop() {
        if (servers != null) {
            servers.destroy();
        }
    }

    @Test
    @Tag("K1")
    void afterAQuietTimeThreadsSocketsAndFilesAreWhatTheyWereAtTheStart() {
        assertThat(end.threadsInAll())
                .as("threads: %s at the start, %s at the end", start.threads(), end.threads())
                .isLessThanOrEqualTo(start.threadsInAll() + MORE_THREADS);
        assertThat(end.sockets())
                .as("sockets")
                .isBetween(start.sockets() - MORE_SOCKETS, start.sockets() + MORE_SOCKETS);
        assertThat(end.files()).as("open files").isLessThanOrEqualTo(early.files() + 2);
        assertThat(closed.sockets()).as("sockets of closed cloners").isLessThan(start.sockets());
        assertThat(leftovers).as("temporary files").isEmpty();
    }

    @Test
    @Tag("K2")
    void theHeapDoesNotGrowAndNoCallIsHeld() {
        assertThat(end.heap())
                .as("bytes after a full collection, %d of them early", early.heap())
                .isLessThanOrEqualTo(early.heap() + MARGIN);
        assertThat(live).as("objects of calls that ended").isEmpty();
    }

    @Test
    @Tag("K3")
    void theLogHoldsNoSecretNoLeakAndNoStorm() {
        assertThat(seen).as("secrets and leaks").isEmpty();
        assertThat(storms).as("what was warned of twice in a minute").isEmpty();
        assertThat(logged.get()).as("lines").isPositive();
    }

    @Test
    @Tag("K4")
    void voicesOfTheServersAreThoseThatCallersWereToldOf() {
        assertThat(ledger.wrong()).isEmpty();
        assertThat(ledger.voices()).as("voices").isGreaterThan((int) (MINUTES * 60 * CALLS_A_SECOND / 2));
    }
}

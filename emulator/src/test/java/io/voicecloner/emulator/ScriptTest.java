package io.voicecloner.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.emulator.Wire.End;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {

    @RegisterExtension
    final EmulatorExtension extension = new EmulatorExtension();

    @Test
    void requestsMeetTheFaultsInOrderAndThenHonesty() throws Exception {
        emulator().script("minimax", "voice_clone", Fault.code(1, "one"), Fault.code(2, "two"));
        emulator().script("minimax", "voice_clone", Fault.code(3, "three"));
        List<Integer> codes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            codes.add(cloneCode());
        }
        assertThat(codes).containsExactly(1, 2, 3, 2013);
        assertThat(emulator().requests())
                .extracting(ReceivedRequest::fault)
                .containsExactly("code 1", "code 2", "code 3", "");
    }

    @Test
    void onlyItsOwnRouteAndProviderMeetAScript() throws Exception {
        emulator().script("minimax", "files/upload", Fault.status(502));
        emulator().script("novita", "minimax-voice-cloning", Fault.status(502));
        assertThat(cloneCode()).isEqualTo(2013);
        assertThat(emulator().pendingFaults()).containsOnlyKeys("minimax/files/upload", "novita/minimax-voice-cloning");
    }

    @Test
    void requestsWithoutTheKeyLeaveTheScriptAlone() throws Exception {
        emulator().script("minimax", "voice_clone", Fault.code(1, "one"));
        for (String key : List.of("Basic x", "Bearer wrong")) {
            HttpRequest request = HttpRequest.newBuilder(client().url("minimax", "/voice_clone"))
                    .header("Authorization", key)
                    .POST(BodyPublishers.ofString("{}"))
                    .build();
            assertThat(Client.code(Client.json(client().send(request)))).isNotEqualTo(1);
        }
        assertThat(cloneCode()).isEqualTo(1);
    }

    @Test
    void wrongMethodsAndPathsLeaveTheScriptAlone() throws Exception {
        emulator().script("minimax", "voice_clone", Fault.code(1, "one"));
        client().send(client().authorized(client().url("minimax", "/voice_clone"))
                .build());
        client().post("minimax", "/voice_clone/", "{}");
        assertThat(cloneCode()).isEqualTo(1);
    }

    @Test
    void whatIsLeftIsToldUntilItIsUsedOrCleared() throws Exception {
        assertThat(emulator().pendingFaults()).isEmpty();
        emulator()
                .script(
                        "minimax",
                        "voice_clone",
                        Fault.status(503).retryAfter("1"),
                        Fault.dropAfter().reset());
        assertThat(emulator().pendingFaults())
                .hasToString("{minimax/voice_clone=[status 503 Retry-After 1, drop after with a reset]}");
        client().post("minimax", "/voice_clone", "{}");
        assertThat(emulator().pendingFaults()).hasToString("{minimax/voice_clone=[drop after with a reset]}");
        emulator().clearScripts();
        assertThat(emulator().pendingFaults()).isEmpty();
        assertThat(cloneCode()).isEqualTo(2013);
    }

    @Test
    void anUnknownProviderIsAnErrorThatNamesTheKnownOnes() {
        assertThatThrownBy(() -> emulator().script("acme", "voice_clone", Fault.html()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no provider \"acme\" is emulated, only minimax, ")
                .hasMessageContaining("novita");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/voice_clone", "v1/voice_clone", "upload"})
    void anUnknownRouteIsAnErrorThatNamesTheKnownOnes(String route) {
        assertThatThrownBy(() -> emulator().script("minimax", route, Fault.html()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("minimax has no route \"" + route + "\", only ")
                .hasMessageContaining("files/upload")
                .hasMessageContaining("preview")
                .hasMessageContaining("voice_clone");
    }

    static List<Supplier<Fault>> nonsense() {
        return List.of(
                () -> Fault.dropAfter().afterActing(),
                () -> Fault.dropBefore().afterActing(),
                () -> Fault.truncated().afterActing(),
                () -> Fault.drip(Duration.ZERO).afterActing(),
                () -> Fault.delay(Duration.ZERO).afterActing(),
                () -> Fault.dropBefore().retryAfter("1"),
                () -> Fault.delay(Duration.ZERO).retryAfter("1"),
                () -> Fault.status(500).reset(),
                () -> Fault.delay(Duration.ZERO).reset(),
                () -> Fault.delay(Duration.ofMillis(-1)),
                () -> Fault.html().delayed(Duration.ofMillis(-1)),
                () -> Fault.drip(Duration.ofMillis(-1)),
                () -> Fault.status(100),
                () -> Fault.status(1000),
                () -> Fault.reason(204, "NONE", "no body here"),
                () -> Fault.answer(304, "text/plain", "no body here"),
                () -> Fault.answer(200, "text/plain\r\nSet-Cookie: a=b", ""),
                () -> Fault.status(503).retryAfter("1\r\nSet-Cookie: a=b"),
                () -> Fault.status(503).retryAfter(""));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void whatMakesNoSenseIsRefused(Supplier<Fault> fault) {
        assertThatThrownBy(fault::get).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eachFaultIsMetOnceHoweverManyComeAtOnce() throws Exception {
        emulator()
                .script(
                        "minimax",
                        "voice_clone",
                        Collections.nCopies(10, Fault.code(7, "seven")).toArray(Fault[]::new));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> calls = Collections.nCopies(30, this::cloneCode);
            List<Integer> codes = new ArrayList<>();
            for (Future<Integer> call : threads.invokeAll(calls)) {
                codes.add(call.get());
            }
            assertThat(codes).filteredOn(code -> code == 7).hasSize(10);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void closingEndsDelaysAndDripsAtOnceAndLeavesNoThread() throws Exception {
        emulator().script("minimax", "voice_clone", Fault.delay(Duration.ofHours(1)), Fault.drip(Duration.ofHours(1)));
        try (Wire delayed = new Wire(emulator()).post("/v1/voice_clone", "{}");
                Wire dripping = new Wire(emulator())) {
            awaitPending(1);
            dripping.post("/v1/voice_clone", "{}");
            dripping.await("\r\n\r\n{");
            long start = System.nanoTime();
            emulator().close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            Wire.Received nothing = delayed.receive();
            assertThat(nothing.text()).isEmpty();
            assertThat(nothing.end()).isNotEqualTo(End.OPEN);
            assertThat(dripping.receive().end()).isNotEqualTo(End.OPEN);
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("voicecloner-emulator"));
    }

    private void awaitPending(int faults) throws InterruptedException {
        for (int i = 0; i < 500; i++) {
            if (emulator().pendingFaults().values().stream()
                            .mapToInt(List::size)
                            .sum()
                    == faults) {
                return;
            }
            Thread.sleep(10);
        }
    }

    private int cloneCode() throws IOException, InterruptedException {
        return Client.code(client().miniMaxClone("{}"));
    }

    private Emulator emulator() {
        return extension.emulator();
    }

    private Client client() {
        return new Client(emulator());
    }
}

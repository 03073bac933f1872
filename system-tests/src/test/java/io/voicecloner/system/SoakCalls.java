package io.voicecloner.system;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Preview;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Calls as all sorts of applications make them, chosen by a seed: of any source, with this and that asked for, waited for or not, given up or not. */
final class SoakCalls implements AutoCloseable {
    private static final List<String> FILES = List.of("speech.mp3", "speech.mp3", "speech.m4a", "speech.wav");

    private final List<VoiceCloner> cloners;
    private final URI server;
    private final SoakTally tally;
    private final Consumer<Throwable> failed;
    private final byte[] mp3;
    private final byte[] m4a;
    private final ExecutorService callers = Executors.newCachedThreadPool(SoakCalls::daemon);
    private final ScheduledExecutorService giversUp = Executors.newScheduledThreadPool(1, SoakCalls::daemon);

    /** @param failed is given everything that a call throws */
    SoakCalls(List<VoiceCloner> cloners, URI server, SoakTally tally, Consumer<Throwable> failed) throws IOException {
        this.cloners = cloners;
        this.server = server;
        this.tally = tally;
        this.failed = failed;
        this.mp3 = Files.readAllBytes(Project.SAMPLES.resolve("speech.mp3"));
        this.m4a = Files.readAllBytes(Project.SAMPLES.resolve("speech.m4a"));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "soak-caller");
        thread.setDaemon(true);
        return thread;
    }

    /** Makes the call of this number, on a thread of its own. */
    void call(int number, long seed) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        VoiceCloner cloner = cloners.get(random.nextInt(cloners.size()));
        CloneRequest request = request(number, random);
        int manner = random.nextInt(100);
        int moment = random.nextInt(60);
        callers.execute(() -> {
            if (manner < 60) {
                alone(number, cloner, request, manner < 20);
            } else if (manner < 80) {
                waitedFor(number, cloner, request);
            } else if (manner < 87) {
                canceled(number, cloner, request, moment);
            } else if (manner < 94) {
                interrupted(number, cloner, request, moment);
            } else {
                alone(number, cloner, request.withDeadline(Duration.ofMillis(20L + 40L * moment)), false);
            }
        });
    }

    private CloneRequest request(int number, SplittableRandom random) {
        CloneRequest request = CloneRequest.of(source(number, random));
        if (random.nextInt(4) == 0) {
            AudioSource prompt = AudioSource.file(Project.SAMPLES.resolve("prompt.mp3"));
            request = request.withPrompt(prompt, "Call " + number + '.');
        }
        return random.nextBoolean() ? request.withPreview("Call " + number + '.') : request;
    }

    private AudioSource source(int number, SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> AudioSource.bytes(mp3);
            case 1 -> AudioSource.read(new ByteArrayInputStream(m4a));
            case 2, 3 -> AudioSource.file(Project.SAMPLES.resolve(FILES.get(random.nextInt(FILES.size()))));
            default ->
                AudioSource.url(server.resolve("/media/speech.mp3?n=" + number + '&' + Canary.signature("audio")));
        };
    }

    private void alone(int number, VoiceCloner cloner, CloneRequest request, boolean listens) {
        try {
            ClonedVoice voice = cloner.cloneVoice(request);
            tally.made(number, voice);
            if (listens && voice.preview().isPresent()) {
                download(cloner, voice.preview().get());
            }
        } catch (VoiceClonerException e) {
            failed.accept(e);
            tally.failed(number, e);
        } catch (RuntimeException | Error e) {
            failed.accept(e);
            tally.unforeseen(e);
        }
    }

    private void download(VoiceCloner cloner, Preview preview) {
        Path target = Path.of(
                System.getProperty("java.io.tmpdir"),
                "preview-" + ThreadLocalRandom.current().nextLong());
        try {
            cloner.download(preview, target);
            Files.delete(target);
            tally.count("previews saved");
        } catch (VoiceClonerException e) {
            failed.accept(e);
            tally.count("previews not saved");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void waitedFor(int number, VoiceCloner cloner, CloneRequest request) {
        try {
            tally.made(number, cloner.cloneVoiceAsync(request).join());
        } catch (CompletionException e) {
            failed.accept(e);
            if (e.getCause() instanceof VoiceClonerException failure) {
                tally.failed(number, failure);
            } else {
                tally.unforeseen(e);
            }
        } catch (RejectedExecutionException e) {
            tally.unforeseen(e);
        }
    }

    /** What becomes of it is known from its events alone. */
    private void canceled(int number, VoiceCloner cloner, CloneRequest request, int moment) {
        CompletableFuture<ClonedVoice> voice = cloner.cloneVoiceAsync(request);
        later(() -> voice.cancel(true), moment);
        try {
            tally.made(number, voice.join());
        } catch (CancellationException e) {
            tally.count("cancelled");
        } catch (CompletionException e) {
            failed.accept(e);
            if (e.getCause() instanceof VoiceClonerException failure) {
                tally.failed(number, failure);
            } else {
                tally.unforeseen(e);
            }
        }
    }

    private void interrupted(int number, VoiceCloner cloner, CloneRequest request, int moment) {
        Thread caller = new Thread(() -> alone(number, cloner, request, false), "soak-interrupted");
        caller.setDaemon(true);
        caller.start();
        later(caller::interrupt, moment);
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private void later(Runnable action, int moment) {
        giversUp.schedule(action, moment, TimeUnit.MILLISECONDS);
    }

    /** Waits for every call that was begun. */
    void end() throws InterruptedException {
        callers.shutdown();
        if (!callers.awaitTermination(90, TimeUnit.SECONDS)) {
            throw new AssertionError("calls that do not end: " + Thread.getAllStackTraces());
        }
        giversUp.shutdown();
        giversUp.awaitTermination(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        callers.shutdownNow();
        giversUp.shutdownNow();
    }
}

package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Reason;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.emulator.Emulator;
import io.voicecloner.emulator.Fault;
import io.voicecloner.emulator.ReceivedUpload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A recording that one provider was given already comes whole to the next, and what lies at the first is not forgotten. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class FailoverRecordingTest {
    @ParameterizedTest
    @CsvSource({
        "file, proxy", "bytes, proxy", "stream, proxy", "url, proxy",
        "file, novita", "bytes, novita", "stream, novita", "url, novita"
    })
    void theNextProviderHasEveryByteOfIt(String kind, String second) throws Exception {
        try (TwoProviders two = new TwoProviders("minimax", second);
                VoiceCloner cloner = two.open()) {
            CloneRequest request = CloneRequest.of(source(kind, two.b))
                    .withPrompt(
                            AudioSource.file(Project.SAMPLES.resolve("prompt.mp3")),
                            Files.readString(Project.SAMPLES.resolve("prompt.txt"))
                                    .strip());
            two.a.script("minimax", "voice_clone", Fault.code(1002, "rate limit triggered"));

            ClonedVoice voice = cloner.cloneVoice(request);

            assertThat(voice.ref().provider()).isEqualTo(second);
            assertThat(two.b.voices())
                    .filteredOn(made -> made.voiceId().equals(voice.ref().id()))
                    .singleElement()
                    .satisfies(made -> {
                        assertThat(made.source().sha256()).isEqualTo(sha256("speech.mp3"));
                        assertThat(made.prompt().recording().sha256()).isEqualTo(sha256("prompt.mp3"));
                    });
        }
    }

    @Test
    void aStreamIsReadOnceForBoth() throws Exception {
        AtomicInteger ends = new AtomicInteger();
        InputStream once = new ByteArrayInputStream(speech()) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                int read = super.read(into, offset, length);
                ends.addAndGet(read < 0 ? 1 : 0);
                return read;
            }
        };
        try (TwoProviders two = new TwoProviders("minimax", "proxy");
                VoiceCloner cloner = two.open()) {
            two.a.script("minimax", "files/upload", Fault.dropBefore());

            cloner.cloneVoice(CloneRequest.of(AudioSource.read(once)));

            assertThat(two.b.uploads()).extracting(ReceivedUpload::sha256).containsExactly(sha256("speech.mp3"));
            assertThat(ends).hasValue(1);
        }
    }

    @Test
    void whatWasUploadedToTheFirstIsOnTheResultOfTheNext() {
        try (TwoProviders two = new TwoProviders("minimax", "proxy");
                VoiceCloner cloner = two.open()) {
            two.a.script("minimax", "voice_clone", Fault.code(1002, "rate limit triggered"));

            ClonedVoice voice = cloner.cloneVoice(TwoProviders.REQUEST);

            assertThat(two.a.uploads())
                    .singleElement()
                    .satisfies(upload -> assertThat(voice.orphans()).containsExactly(Long.toString(upload.fileId())));
        }
    }

    @Test
    void anUploadWhoseAnswerWasLostIsToldOfByItsName() {
        try (TwoProviders two = new TwoProviders("minimax", "proxy");
                VoiceCloner cloner = two.open()) {
            two.a.script("minimax", "files/upload", Fault.dropAfter());

            ClonedVoice voice = cloner.cloneVoice(TwoProviders.REQUEST);

            assertThat(voice.ref().provider()).isEqualTo("proxy");
            assertThat(two.a.uploads())
                    .singleElement()
                    .satisfies(upload -> assertThat(voice.orphans()).containsExactly(upload.fileName()));
        }
    }

    @Test
    void ifNobodyMakesTheVoiceTheFailureTellsOfWhatLiesAtEach() {
        try (TwoProviders two = new TwoProviders("minimax", "proxy").atB("attempts", "1");
                VoiceCloner cloner = two.open()) {
            two.a.script("minimax", "voice_clone", Fault.code(1002, "rate limit triggered"));
            two.b.script("proxy", "voice_clone", Fault.code(1008, "insufficient balance"));

            VoiceClonerException failure =
                    catchThrowableOfType(VoiceClonerException.class, () -> cloner.cloneVoice(TwoProviders.REQUEST));

            assertThat(failure.reason()).isEqualTo(Reason.BALANCE);
            assertThat(failure.orphans()).containsExactlyInAnyOrder(onlyFileId(two.a), onlyFileId(two.b));
            assertThat(failure.passedOver())
                    .singleElement()
                    .satisfies(other -> assertThat(other.orphans()).containsExactly(onlyFileId(two.a)));
        }
    }

    private static String onlyFileId(Emulator emulator) {
        assertThat(emulator.uploads()).hasSize(1);
        return Long.toString(emulator.uploads().get(0).fileId());
    }

    private static AudioSource source(String kind, Emulator emulator) throws IOException {
        return switch (kind) {
            case "file" -> AudioSource.file(Project.SAMPLES.resolve("speech.mp3"));
            case "bytes" -> AudioSource.bytes(speech());
            case "stream" -> AudioSource.read(new ByteArrayInputStream(speech()));
            case "url" -> AudioSource.url(OnTheWeb.sample("speech.mp3", emulator));
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static byte[] speech() throws IOException {
        return Files.readAllBytes(Project.SAMPLES.resolve("speech.mp3"));
    }

    private static String sha256(String sample) throws IOException, NoSuchAlgorithmException {
        byte[] bytes = Files.readAllBytes(Project.SAMPLES.resolve(sample));
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}

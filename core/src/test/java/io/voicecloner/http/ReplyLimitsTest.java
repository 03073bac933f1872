package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.DownloadException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of an answer is read, and in which form. */
class ReplyLimitsTest {
    private static final int LIMIT = 1024 * 1024;

    private ScriptedServer server;
    private WireProbe probe;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
        probe = new WireProbe(server.uri("/"), Duration.ofSeconds(2));
    }

    @AfterEach
    void stop() throws Exception {
        probe.close();
        server.close();
    }

    @Test
    @Tag("S22")
    void anAnswerOfAMebibyteIsRead() {
        String body = "{\"ok\":1,\"x\":\"" + "x".repeat(LIMIT - 15) + "\"}";
        assertThat(body).hasSize(LIMIT);
        server.then(ScriptedServer.json(body));
        assertThat(probe.create().delivery()).isEqualTo(Delivery.DONE);
    }

    @Test
    @Tag("S22")
    void aByteMoreIsTooLargeAndTheAnswerIsLost() {
        server.then(ScriptedServer.json("{\"ok\":1,\"x\":\"" + "x".repeat(LIMIT - 14) + "\"}"));
        expectLost(Reason.TOO_LARGE);
    }

    @Test
    @Tag("S22")
    void anEndlessAnswerIsGivenUp() {
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"x\":\"");
            while (true) {
                conversation.write("x".repeat(64 * 1024));
            }
        });
        expectLost(Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "deflate", "gzip, gzip", "zstd"})
    @Tag("faults")
    @Tag("F41")
    @Tag("S23")
    void anEncodedAnswerIsNotDecoded(String encoding) {
        server.then(ScriptedServer.answer(
                "200 OK", "Content-Type: application/json\r\nContent-Encoding: " + encoding + "\r\n", "{\"ok\":1}"));
        expectLost(Reason.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "text/plain; charset=utf-8",
                "application/octet-stream",
                "multipart/form-data; boundary=x",
                "audio/mpeg",
                "nonsense"
            })
    @Tag("S26")
    void whatDoesNotSayItIsJsonIsNotReadAsSuch(String type) {
        server.then(ScriptedServer.answer("200 OK", "Content-Type: " + type + "\r\n", "{\"ok\":1}"));
        expectLost(Reason.NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Content-Type:\r\n",
                "Content-Type: application/json;charset=gbk\r\n",
                "Content-Type: application/problem+json\r\n",
                "Content-Type: TEXT/JSON\r\n"
            })
    @Tag("S26")
    @Tag("B90")
    void whatSaysNothingOrSaysJsonIsReadAsUtf8WhateverElseItSays(String header) {
        server.then(ScriptedServer.answer("200 OK", header, "{\"ok\":1}"));
        assertThat(probe.create().delivery()).isEqualTo(Delivery.DONE);
    }

    @Test
    @Tag("S23")
    void noEncodingIsAskedFor() {
        server.then(ScriptedServer.json("{\"ok\":1}"));
        probe.create();
        assertThat(server.heads().get(0)).containsIgnoringCase("\r\nAccept-Encoding: identity\r\n");
    }

    @Test
    void anAnswerThatSaysItIsNotEncodedIsRead() {
        server.then(ScriptedServer.answer(
                "200 OK", "Content-Type: application/json\r\nContent-Encoding: identity\r\n", "{\"ok\":1}"));
        assertThat(probe.create().delivery()).isEqualTo(Delivery.DONE);
    }

    @Test
    @Tag("S25")
    void anEndlessErrorPageIsCutAndTheStatusCounts() {
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write("HTTP/1.1 500 Oops\r\nContent-Type: text/html\r\n\r\n<html>\u001B[31m");
            while (true) {
                conversation.write("x".repeat(64 * 1024));
            }
        });
        CallScope scope = WireProbe.scope();
        Answer<?> answer = probe.create(scope);
        VoiceClonerException failure = AnswerFailures.ofStatus(Step.UPLOAD, scope, answer, null, null);
        assertThat(failure.reason()).isEqualTo(Reason.PROVIDER_FAULT);
        assertThat(failure).hasMessageContaining("HTTP 500");
        assertThat(failure.providerMessage().orElseThrow())
                .startsWith("<html>")
                .hasSize(200)
                .doesNotContain("\u001B");
    }

    @Test
    @Tag("faults")
    @Tag("F49")
    @Tag("S31")
    void aFloodOfHeadersIsAFailureOfOurOwn() {
        server.then(ReplyLimitsTest::floodOfHeaders);
        VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, probe::create);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(server.received()).isEqualTo(1);
    }

    @Test
    @Tag("faults")
    @Tag("F49")
    @Tag("S31")
    void onAnUploadItSaysNothingOfAVoice() {
        server.then(ReplyLimitsTest::floodOfHeaders);
        VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, () -> probe.upload(500));
        assertThat(failure.category()).isEqualTo(Category.PROVIDER_UNAVAILABLE);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(server.received()).isEqualTo(1);
    }

    @Test
    @Tag("faults")
    @Tag("F49")
    @Tag("S31")
    void onADownloadNoByteOfTheFileIsTaken() {
        server.then(ReplyLimitsTest::floodOfHeaders);
        try (GuardedDownloader downloader = new GuardedDownloader(null, true)) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            VoiceClonerException failure = catchThrowableOfType(
                    VoiceClonerException.class,
                    () -> downloader.download(server.uri("/"), Step.DOWNLOAD, 1_000, WireProbe.scope(), () -> file));
            assertThat(failure).isInstanceOf(DownloadException.class);
            assertThat(file.size()).isZero();
        }
        assertThat(server.received()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 500})
    @Tag("faults")
    @Tag("F40")
    @Tag("S22")
    void aSmallAnswerThatWouldUnpackToFiftyMebibytesStaysSmall(int status) throws Exception {
        byte[] bomb = zeros(50 * LIMIT);
        assertThat(bomb).hasSizeLessThan(60_000);
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write("HTTP/1.1 " + status + " Word\r\nContent-Type: application/json\r\n"
                    + "Content-Encoding: gzip\r\nContent-Length: " + bomb.length + "\r\n\r\n");
            conversation.write(bomb);
        });
        long before = allocated();
        if (status == 200) {
            expectLost(Reason.UNREADABLE);
        } else {
            assertThat(probe.create().snippet()).isEmpty();
        }
        assertThat(allocated() - before).isLessThan(8L * LIMIT);
        assertThat(server.received()).isEqualTo(1);
    }

    @Test
    @Tag("faults")
    @Tag("F40")
    @Tag("S22")
    void aPackedAnswerThatDoesNotSayItIsPackedIsNotUnpackedEither() throws Exception {
        byte[] bomb = zeros(50 * LIMIT);
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + bomb.length + "\r\n\r\n");
            conversation.write(bomb);
        });
        expectLost(Reason.NOT_JSON);
    }

    private static void floodOfHeaders(ScriptedServer.Conversation conversation) throws IOException {
        conversation.readRequest();
        conversation.write("HTTP/1.1 200 OK\r\n");
        for (int header = 0; header < 60; header++) {
            conversation.write("X-" + header + ": " + "x".repeat(10_000) + "\r\n");
        }
        conversation.write("Content-Length: 8\r\n\r\n{\"ok\":1}");
    }

    private static byte[] zeros(int count) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] block = new byte[64 * 1024];
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int written = 0; written < count; written += block.length) {
                gzip.write(block);
            }
        }
        return packed.toByteArray();
    }

    /** How many bytes this thread and those of the library have ever asked for. */
    private static long allocated() {
        ThreadMXBean threads = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread == Thread.currentThread()
                        || thread.getName().startsWith("voicecloner-")
                        || thread.getName().startsWith("OkHttp"))
                .mapToLong(thread -> threads.getThreadAllocatedBytes(thread.getId()))
                .sum();
    }

    private void expectLost(Reason reason) {
        VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, probe::create);
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.delivery()).isEqualTo(Delivery.ANSWER_LOST);
        assertThat(failure.voiceMayExist()).isTrue();
    }
}

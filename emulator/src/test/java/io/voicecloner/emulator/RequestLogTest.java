package io.voicecloner.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RequestLogTest {
    private static final int REMEMBERED = 10_000;
    private static final int FORGOTTEN = 5;
    private static final int AT_ONCE = 200;

    @Test
    void theNewestTenThousandRequestsAreRememberedAndAllAreCounted() throws Exception {
        try (Emulator emulator = Emulator.start()) {
            get(emulator, REMEMBERED + FORGOTTEN);
            List<ReceivedRequest> requests = emulator.requests();
            assertThat(requests).hasSize(REMEMBERED);
            assertThat(requests.get(0).path()).isEqualTo("/" + FORGOTTEN);
            assertThat(requests.get(REMEMBERED - 1).path()).isEqualTo("/" + (REMEMBERED + FORGOTTEN - 1));
            assertThat(emulator.requestCount()).isEqualTo(REMEMBERED + FORGOTTEN);
        }
    }

    /** For the numbered paths in turn, over one connection, as many at once as its buffers hold. */
    private static void get(Emulator emulator, int count) throws IOException {
        URI base = Objects.requireNonNull(emulator.baseUrls().get("minimax"));
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (int sent = 0; sent < count; ) {
                StringBuilder requests = new StringBuilder();
                int until = Math.min(sent + AT_ONCE, count);
                int batch = until - sent;
                for (; sent < until; sent++) {
                    requests.append("GET /").append(sent).append(" HTTP/1.1\r\nHost: emulator\r\n\r\n");
                }
                out.write(requests.toString().getBytes(StandardCharsets.US_ASCII));
                out.flush();
                await(in, batch);
            }
        }
    }

    private static void await(InputStream in, int answers) throws IOException {
        String end = "404 page not found";
        int matched = 0;
        for (int seen = 0; seen < answers; ) {
            int read = in.read();
            assertThat(read).isNotNegative();
            matched = read == end.charAt(matched) ? matched + 1 : read == end.charAt(0) ? 1 : 0;
            if (matched == end.length()) {
                matched = 0;
                seen++;
            }
        }
    }
}

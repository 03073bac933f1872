package io.voicecloner.minimax;

import io.voicecloner.testkit.wire.WireServer.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A 500 that goes on until the client has enough. */
final class EndlessErrorPage implements Reply {
    private final CountDownLatch brokenOff = new CountDownLatch(1);

    @Override
    public void on(Socket connection) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write("HTTP/1.1 500 Oops\r\nContent-Type: text/html\r\nContent-Length: 99999999999999\r\n\r\n"
                .getBytes(StandardCharsets.ISO_8859_1));
        byte[] block = "not today ".repeat(6_000).getBytes(StandardCharsets.ISO_8859_1);
        try {
            while (true) {
                out.write(block);
            }
        } finally {
            brokenOff.countDown();
        }
    }

    boolean isBrokenOff() throws InterruptedException {
        return brokenOff.await(5, TimeUnit.SECONDS);
    }
}

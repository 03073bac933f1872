package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one rule that holds even where all others of the transport are switched off. */
class OneShotBodiesTest {
    private ScriptedServer server;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
        server.then(ScriptedServer.answer("503 Busy", "Retry-After: 0\r\nConnection: close\r\n", ""))
                .then(ScriptedServer.answer("200 OK", "Connection: close\r\n", ""));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aBodyIsSentOnceByAClientThatWouldSendItTwice() throws Exception {
        assertThat(post(new OkHttpClient.Builder()
                        .addInterceptor(new OneShotBodies())
                        .build()))
                .isEqualTo(503);
        assertThat(server.received()).isEqualTo(1);
    }

    @Test
    void withoutItThatClientDoesSendItTwice() throws Exception {
        assertThat(post(new OkHttpClient())).isEqualTo(200);
        assertThat(server.received()).isEqualTo(2);
    }

    private int post(OkHttpClient client) throws IOException {
        Request request = new Request.Builder()
                .url(server.uri("/").toString())
                .post(RequestBody.create(new byte[] {1}))
                .build();
        try (Response response = client.newCall(request).execute()) {
            return response.code();
        }
    }
}

package io.voicecloner.host.s3;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Fetches as a provider does: with the URL and nothing else. */
final class Web {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Web() {}

    static HttpResponse<byte[]> get(URI url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url).timeout(LONGEST_WAIT).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Fetches and looks at the head of the answer only. */
    static HttpResponse<Void> head(URI url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url).timeout(LONGEST_WAIT).build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding());
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}

package io.voicecloner.emulator;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;

/** Speaks to an emulator over its socket, knowing nothing of its insides. */
final class Client {
    static final String BOUNDARY = "------------------------d74496d66958873e";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Emulator emulator;

    Client(Emulator emulator) {
        this.emulator = emulator;
    }

    URI url(String provider, String path) {
        return URI.create(Objects.requireNonNull(emulator.baseUrls().get(provider)) + path);
    }

    HttpRequest.Builder authorized(URI url) {
        return HttpRequest.newBuilder(url).header("Authorization", "Bearer " + emulator.apiKey());
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    HttpResponse<byte[]> download(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofByteArray());
    }

    /** A clone request of either provider: its body is JSON, and so is the answer. */
    HttpResponse<String> post(String provider, String path, String json) throws IOException, InterruptedException {
        return send(authorized(url(provider, path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    JsonObject call(String provider, String path, String json) throws IOException, InterruptedException {
        return json(post(provider, path, json));
    }

    HttpResponse<String> get(String provider, String path) throws IOException, InterruptedException {
        return send(authorized(url(provider, path)).build());
    }

    JsonObject miniMaxClone(String json) throws IOException, InterruptedException {
        HttpResponse<String> response = post("minimax", "/voice_clone", json);
        return json(response);
    }

    JsonObject upload(BodyPublisher form) throws IOException, InterruptedException {
        return upload("minimax", "/files/upload", form);
    }

    JsonObject upload(String provider, String path, BodyPublisher form) throws IOException, InterruptedException {
        return json(send(authorized(url(provider, path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(form)
                .build()));
    }

    JsonObject upload(String purpose, byte[] file) throws IOException, InterruptedException {
        return upload(form(value("purpose", purpose), file("voice.wav", BodyPublishers.ofByteArray(file))));
    }

    long fileId(String purpose, byte[] file) throws IOException, InterruptedException {
        return fileId("minimax", purpose, file);
    }

    long fileId(String provider, String purpose, byte[] file) throws IOException, InterruptedException {
        BodyPublisher form = form(value("purpose", purpose), file("voice.wav", BodyPublishers.ofByteArray(file)));
        return upload(provider, "/files/upload", form)
                .getAsJsonObject("file")
                .get("file_id")
                .getAsLong();
    }

    static BodyPublisher form(BodyPublisher... parts) {
        BodyPublisher all = BodyPublishers.concat(parts);
        return BodyPublishers.concat(all, BodyPublishers.ofString("--" + BOUNDARY + "--\r\n"));
    }

    static BodyPublisher value(String name, String value) {
        return BodyPublishers.ofString(
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
    }

    static BodyPublisher file(String fileName, BodyPublisher content) {
        return file(fileName, "\r\nContent-Type: application/octet-stream", content);
    }

    static BodyPublisher fileWithoutContentType(String fileName, BodyPublisher content) {
        return file(fileName, "", content);
    }

    private static BodyPublisher file(String fileName, String contentType, BodyPublisher content) {
        return BodyPublishers.concat(
                BodyPublishers.ofString("--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + fileName + "\"" + contentType + "\r\n\r\n"),
                content,
                BodyPublishers.ofString("\r\n"));
    }

    static JsonObject json(HttpResponse<String> response) {
        return JsonParser.parseString(response.body()).getAsJsonObject();
    }

    static int code(JsonObject reply) {
        return reply.getAsJsonObject("base_resp").get("status_code").getAsInt();
    }

    static String message(JsonObject reply) {
        return reply.getAsJsonObject("base_resp").get("status_msg").getAsString();
    }
}

package io.voicecloner.system;

import io.voicecloner.testkit.wire.Json;
import io.voicecloner.testkit.wire.Received;
import io.voicecloner.testkit.wire.WireServer;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A provider of either dialect that repeats what it must keep to itself: the key and the addresses of recordings, in every spelling. */
final class Repeating implements AutoCloseable {
    private final WireServer server = new WireServer(this::answer);
    private volatile Place place = Place.MESSAGE;
    private volatile String route = "";

    /** Where in an answer the words stand. */
    enum Place {
        MESSAGE,
        REASON,
        PAGE,
        PAGE_OF_A_SUCCESS,
        NUMBER,
        FIELD,
        BROKEN_JSON,
        TRACE_ID,
        CONTENT_TYPE,
        CONTENT_ENCODING,
        CONTENT_LENGTH,
        RETRY_AFTER,
        LOCATION,
        STATUS_LINE,
        STATUS_WORDS,
        HEADER_LINE,
        CHUNK,
        CUT;

        private Reply with(String words) {
            String quoted = words.replace("\\", "\\\\").replace("\"", "\\\"");
            return switch (this) {
                case MESSAGE -> Reply.json(refusal("2049", "\"no such key: " + quoted + '"'));
                case REASON ->
                    Reply.of(
                            400,
                            "application/json",
                            "{\"code\":400,\"reason\":\"" + quoted + "\",\"message\":\"" + quoted + "\"}");
                case PAGE -> Reply.of(502, "text/html", "<p>" + words + "</p>");
                case PAGE_OF_A_SUCCESS -> Reply.of(200, "text/html", "<p>" + words + "</p>");
                case NUMBER -> Reply.json(refusal('"' + quoted + '"', "\"no\""));
                case FIELD -> Reply.json("{\"" + quoted + "\":1,\"base_resp\":\"" + quoted + "\"}");
                case BROKEN_JSON -> Reply.json("{\"base_resp\":{" + words + "}}");
                case TRACE_ID ->
                    Reply.of(
                            500,
                            "application/json",
                            "{}",
                            "Trace-Id: " + words,
                            "x-request-id: " + words,
                            "x-trace-id: " + words);
                case CONTENT_TYPE -> Reply.of(200, words, "{}");
                case CONTENT_ENCODING -> Reply.of(200, "application/json", "{}", "Content-Encoding: " + words);
                case CONTENT_LENGTH ->
                    raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + words + "\r\n\r\n{}");
                case RETRY_AFTER -> Reply.of(429, "application/json", "{}", "Retry-After: " + words);
                case LOCATION -> Reply.of(307, "text/plain", "", "Location: https://elsewhere.example/?q=" + words);
                case STATUS_LINE -> raw(words + "\r\n\r\n");
                case STATUS_WORDS -> raw("HTTP/1.1 500 " + words + "\r\nContent-Length: 0\r\n\r\n");
                case HEADER_LINE -> raw("HTTP/1.1 200 OK\r\n" + words.replace(":", "") + "\r\n\r\n");
                case CHUNK ->
                    raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + words + "\r\n");
                case CUT -> raw("HTTP/1.1 500 No\r\nContent-Length: 9999\r\n\r\n" + words);
            };
        }

        private static String refusal(String code, String message) {
            return "{\"base_resp\":{\"status_code\":" + code + ",\"status_msg\":" + message + "}}";
        }

        private static Reply raw(String answer) {
            return Reply.bytes(answer.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** From now on requests to this route, as the end of its path, are answered with what they hold. */
    void repeat(String toRoute, Place where) {
        route = toRoute;
        place = where;
    }

    URI baseUrl() {
        return server.uri("/v1");
    }

    private Reply answer(Received request) {
        if (request.path().endsWith(route)) {
            return place.with(words(request));
        }
        return request.path().endsWith("/files/upload")
                ? Reply.json("{\"file\":{\"file_id\":123456789},\"base_resp\":{\"status_code\":0}}")
                : Reply.end();
    }

    private static String words(Received request) {
        List<String> secrets = new ArrayList<>();
        request.header("Authorization").forEach(value -> secrets.add(value.replace("Bearer ", "")));
        if (request.text().startsWith("{")) {
            addAddresses((Map<?, ?>) Json.parse(request.text()), secrets);
        }
        return secrets.stream().flatMap(secret -> spellings(secret).stream()).collect(Collectors.joining(" "));
    }

    private static void addAddresses(Map<?, ?> json, List<String> secrets) {
        json.values().forEach(value -> {
            if (value instanceof Map<?, ?> inner) {
                addAddresses(inner, secrets);
            } else if (value instanceof String text && text.startsWith("http")) {
                secrets.add(text);
                // As an access log has it.
                secrets.add(text.substring(text.indexOf('/', 8)));
            }
        });
    }

    static List<String> spellings(String secret) {
        return Arrays.asList(
                secret,
                secret.toUpperCase(Locale.ROOT),
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                secret.replace("/", "\\/").replace("&", "\\u0026").replace("?", "\\u003f"),
                secret.replace("&", "&amp;").replace("=", "&#61;").replace("+", "&#x2B;"),
                secret.substring(0, secret.length() * 2 / 3));
    }

    @Override
    public void close() {
        server.close();
    }
}

package io.voicecloner.system;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All four providers in a process of its own, as bad as a seed makes them: one request in ten meets a fault, and one after the other fails for a
 * while. Keeps a ledger of the voices that it made, whether it could say so or not. Arguments: the seed and a recording.
 */
final class SoakServer {
    static final List<String> PROVIDERS = List.of("minimax", "novita", "highway", "proxy");

    /** Nobody fails, the first one fails, nobody fails, the second one, … */
    private static final int SPELL_SECONDS = 8;

    private static final double FAULTS = 0.10;
    private static final Pattern STRING = Pattern.compile("\"(\\w+)\":\"([^\"]*)\"");
    private static final Pattern MARK = Pattern.compile("(?:Call |\\?n=)(\\d+)");

    private final long seed;
    private final byte[] recording;
    private final long start = System.nanoTime();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong numbers = new AtomicLong(100_000_000);
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final Queue<String> made = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicLong> faults = new ConcurrentHashMap<>();
    private final ServerSocket socket;

    private SoakServer(long seed, byte[] recording) throws IOException {
        this.seed = seed;
        this.recording = recording;
        this.socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    }

    /** What may go wrong with a request. Those that act do the honest thing first. */
    private enum Fault {
        BUSY,
        BROKEN,
        BROKEN_AFTER_ACTING,
        END,
        END_AFTER_ACTING,
        RESET,
        RESET_AFTER_ACTING,
        CUT,
        SLOW,
        DRIP,
        PAGE,
        NOTHING,
        REPEATED_WORDS,
        LARGE_PAGE,
        COMPRESSED,
        UNLISTED;

        boolean acts() {
            return switch (this) {
                case BROKEN_AFTER_ACTING, END_AFTER_ACTING, RESET_AFTER_ACTING, CUT, SLOW, DRIP -> true;
                default -> false;
            };
        }
    }

    private record Request(String method, String target, String authorization, String text) {
        String provider() {
            return target.split("/", 3)[1];
        }

        boolean isOf(String route) {
            return target.split("\\?", 2)[0].endsWith(route);
        }
    }

    /** Prints where it listens, and ends with its input. */
    public static void main(String[] arguments) throws IOException {
        SoakServer server = new SoakServer(Long.parseLong(arguments[0]), Files.readAllBytes(Path.of(arguments[1])));
        Thread acceptor = new Thread(server::accept, "soak-server");
        acceptor.setDaemon(true);
        acceptor.start();
        System.out.println(server.socket.getLocalPort());
        System.in.transferTo(OutputStream.nullOutputStream());
    }

    private void accept() {
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "soak-connection");
            thread.setDaemon(true);
            return thread;
        });
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setSoTimeout(20_000);
            Request request = read(connection.getInputStream());
            if (request.target().startsWith("/ledger")) {
                send(connection, 200, "text/plain", ledger().getBytes(StandardCharsets.UTF_8));
                return;
            }
            SplittableRandom random = new SplittableRandom(seed * 31 + requests.incrementAndGet());
            Fault fault = faultFor(request, random);
            if (fault == null) {
                send(connection, 200, typeOf(request), honest(request));
            } else {
                faults.computeIfAbsent(fault.name(), any -> new AtomicLong()).incrementAndGet();
                meet(fault, request, connection, random);
            }
        } catch (IOException | InterruptedException | RuntimeException ignored) {
            // The client may go whenever it likes.
        }
    }

    private Fault faultFor(Request request, SplittableRandom random) {
        int spell = (int) ((System.nanoTime() - start) / 1_000_000_000L / SPELL_SECONDS % 8);
        int failing = spell % 2 == 0 ? -1 : spell / 2;
        if (failing == PROVIDERS.indexOf(request.provider())
                && !request.method().equals("GET")) {
            return random.nextBoolean() ? Fault.BROKEN : Fault.END;
        }
        boolean met = random.nextDouble() < FAULTS;
        return met ? Fault.values()[random.nextInt(Fault.values().length)] : null;
    }

    private void meet(Fault fault, Request request, Socket connection, SplittableRandom random)
            throws IOException, InterruptedException {
        byte[] answer = fault.acts() ? honest(request) : new byte[0];
        OutputStream out = connection.getOutputStream();
        switch (fault) {
            case BUSY -> {
                String wait = "Retry-After: " + (1 + random.nextInt(3));
                send(connection, 429, "application/json", "{\"code\":429}".getBytes(StandardCharsets.UTF_8), wait);
            }
            case BROKEN, BROKEN_AFTER_ACTING -> send(connection, 500, "application/json", refusal(1013, "fault"));
            case UNLISTED -> send(connection, 200, "application/json", refusal(4242, "nobody knows"));
            case RESET, RESET_AFTER_ACTING -> connection.setSoLinger(true, 0);
            case CUT -> {
                out.write(head(200, typeOf(request), answer.length));
                out.write(answer, 0, answer.length / 2);
            }
            case SLOW -> {
                Thread.sleep(200 + random.nextInt(3_500));
                send(connection, 200, typeOf(request), answer);
            }
            case DRIP -> {
                out.write(head(200, typeOf(request), answer.length));
                int piece = Math.max(1, answer.length / 10);
                for (int at = 0; at < answer.length; at += piece) {
                    out.write(answer, at, Math.min(piece, answer.length - at));
                    out.flush();
                    Thread.sleep(30);
                }
            }
            case PAGE -> send(connection, 200, "text/html", "<html></html>".getBytes(StandardCharsets.UTF_8));
            case NOTHING -> send(connection, 200, "application/json", new byte[0]);
            case REPEATED_WORDS ->
                send(
                        connection,
                        502,
                        "text/html",
                        (request.authorization() + ' ' + request.text()).getBytes(StandardCharsets.UTF_8));
            case LARGE_PAGE -> send(connection, 503, "text/html", new byte[1024 * 1024]);
            case COMPRESSED -> send(connection, 200, "application/json", new byte[1024], "Content-Encoding: gzip");
            case END, END_AFTER_ACTING -> {}
        }
    }

    private byte[] honest(Request request) throws IOException {
        if (request.method().equals("GET")) {
            return request.isOf("/list")
                    ? "{\"files\":[],\"base_resp\":{\"status_code\":0}}".getBytes(StandardCharsets.UTF_8)
                    : recording;
        }
        String answer;
        if (request.isOf("/voice_clone")) {
            answer = cloneOfAnUpload(request);
        } else if (request.isOf("/minimax-voice-cloning")) {
            answer = cloneOfAnAddress(request);
        } else {
            answer = "{\"file\":{\"file_id\":" + numbers.incrementAndGet() + "},\"base_resp\":{\"status_code\":0}}";
        }
        return answer.getBytes(StandardCharsets.UTF_8);
    }

    private String cloneOfAnUpload(Request request) {
        Map<String, String> fields = strings(request.text());
        String id = String.valueOf(fields.get("voice_id"));
        if (!ids.add(request.provider() + ':' + id)) {
            return new String(refusal(2039, "voice clone voice id duplicate"), StandardCharsets.UTF_8);
        }
        made.add(request.provider() + ' ' + id + ' ' + markOf(request.text()));
        return "{\"demo_audio\":\"" + preview(fields.containsKey("text")) + "\",\"base_resp\":{\"status_code\":0}}";
    }

    private String cloneOfAnAddress(Request request) throws IOException {
        Map<String, String> fields = strings(request.text());
        String address = String.valueOf(fields.get("audio_url"));
        if (!address.contains(":" + socket.getLocalPort() + "/") && !isThere(address)) {
            return "{\"code\":400,\"reason\":\"INVALID_AUDIO_FILE\",\"message\":\"cannot be fetched\"}";
        }
        String id = "moss_" + numbers.incrementAndGet();
        made.add(request.provider() + ' ' + id + ' ' + markOf(request.text()));
        return "{\"voice_id\":\"" + id + "\",\"demo_audio_url\":\"" + preview(fields.containsKey("text")) + "\"}";
    }

    private static boolean isThere(String address) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address).toURL().openConnection();
        connection.setRequestProperty("Connection", "close");
        connection.setConnectTimeout(2_000);
        connection.setReadTimeout(5_000);
        try (InputStream in = connection.getInputStream()) {
            return in.transferTo(OutputStream.nullOutputStream()) > 10_000;
        } finally {
            connection.disconnect();
        }
    }

    private String preview(boolean wanted) {
        return wanted
                ? "http://127.0.0.1:" + socket.getLocalPort() + "/preview/speech.mp3?" + Canary.signature("preview")
                : "";
    }

    private static Map<String, String> strings(String json) {
        Map<String, String> fields = new TreeMap<>();
        Matcher matcher = STRING.matcher(json);
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        return fields;
    }

    private static String markOf(String text) {
        Matcher matcher = MARK.matcher(text);
        return matcher.find() ? matcher.group(1) : "-";
    }

    /** The voices as "provider id call", where the call is known; then the faults, by kind. */
    private String ledger() {
        StringBuilder text = new StringBuilder();
        made.forEach(voice -> text.append("made ").append(voice).append('\n'));
        new TreeMap<>(faults)
                .forEach((kind, count) -> text.append("fault ")
                        .append(kind)
                        .append(' ')
                        .append(count)
                        .append('\n'));
        return text.append("requests ").append(requests).append('\n').toString();
    }

    private static byte[] refusal(long code, String message) {
        String body = "{\"base_resp\":{\"status_code\":" + code + ",\"status_msg\":\"" + message + "\"}}";
        return body.getBytes(StandardCharsets.UTF_8);
    }

    private static String typeOf(Request request) {
        return request.method().equals("GET") && !request.isOf("/list") ? "audio/mpeg" : "application/json";
    }

    private static void send(Socket connection, int status, String type, byte[] body, String... headers)
            throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(head(status, type, body.length, headers));
        out.write(body);
        out.flush();
    }

    private static byte[] head(int status, String type, int length, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Word\r\nContent-Type: " + type + "\r\n");
        head.append("Content-Length: ").append(length).append("\r\nConnection: close\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Of a recording that is uploaded nothing is kept. */
    private static Request read(InputStream raw) throws IOException {
        InputStream in = new BufferedInputStream(raw);
        String head = head(in);
        String[] words = head.split(" ", 3);
        long length = header(head, "Content-Length").isEmpty() ? 0 : Long.parseLong(header(head, "Content-Length"));
        boolean json = header(head, "Content-Type").contains("json");
        byte[] body = json ? in.readNBytes((int) length) : new byte[0];
        if (json && body.length < length) {
            throw new IOException("the request ended early");
        }
        if (!json) {
            in.skipNBytes(length);
        }
        return new Request(words[0], words[1], header(head, "Authorization"), new String(body, StandardCharsets.UTF_8));
    }

    private static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ':', 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        while (last != 0x0d0a0d0a) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the head ended early");
            }
            head.write(next);
            last = last << 8 | next;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }
}

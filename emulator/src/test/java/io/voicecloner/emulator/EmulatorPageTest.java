package io.voicecloner.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/emulator.md shows works, and its tables leave nothing out. */
@ExtendWith(EmulatorExtension.class)
class EmulatorPageTest {
    private static final Path PAGE = Path.of("..", "docs", "emulator.md");

    /** A word of the shell: bare, or in quotes of either kind. */
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    private final Emulator emulator;
    private final Client client;

    EmulatorPageTest(Emulator emulator) {
        this.emulator = emulator;
        this.client = new Client(emulator);
    }

    static List<String> curlLines() throws IOException {
        return blocks("sh").stream()
                .flatMap(block -> Stream.of(block.split("\n(?=curl )")))
                .filter(command -> command.startsWith("curl "))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("curlLines")
    void everyCurlLineIsObeyed(String line) throws Exception {
        if (line.contains("/voices ")) {
            long fileId = client.fileId("voice_clone", Sounds.wav(12));
            client.miniMaxClone("{\"file_id\":" + fileId + ",\"voice_id\":\"MiniMax001\"}");
        }
        HttpResponse<String> response = client.send(request(line));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    @Test
    void theCurlLinesUseEveryPartOfTheControlEndpoint() throws Exception {
        List<String> used = new ArrayList<>();
        for (String line : curlLines()) {
            HttpRequest request = request(line);
            used.add(request.method() + " " + request.uri().getPath());
        }
        assertThat(used)
                .containsExactlyInAnyOrder(
                        "GET /emulator",
                        "POST /emulator/scripts",
                        "DELETE /emulator/scripts",
                        "POST /emulator/limits",
                        "DELETE /emulator/limits",
                        "POST /emulator/quirks",
                        "DELETE /emulator/quirks",
                        "POST /emulator/limits",
                        "POST /emulator/speech",
                        "DELETE /emulator/speech",
                        "POST /emulator/voices",
                        "POST /emulator/clock");
    }

    static List<String> faults() throws IOException {
        return firstCells("Faults");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultOfTheTableIsUnderstood(String fault) throws Exception {
        HttpResponse<String> response = client.send(client.authorized(control("/scripts"))
                .POST(BodyPublishers.ofString(
                        "{\"provider\":\"minimax\",\"route\":\"voice_clone\",\"faults\":[" + fault + "]}"))
                .build());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        emulator.clearScripts();
    }

    @Test
    void theTableNamesEveryFault() throws IOException {
        List<String> named = rows("Faults").stream()
                .map(cells -> cells.get(1).replace("`", ""))
                .toList();
        assertThat(Arrays.stream(Fault.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .filter(method -> method.getReturnType() == Fault.class)
                        .map(Method::getName))
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void theTableNamesEveryQuirk() throws IOException {
        assertThat(firstCells("Quirks"))
                .containsExactlyElementsOf(
                        Arrays.stream(Quirk.values()).map(Quirk::text).toList());
    }

    @Test
    void theJavaBlockRuns(@TempDir Path directory) throws Exception {
        Path source = directory.resolve("Page.java");
        Files.writeString(
                source,
                "import io.voicecloner.emulator.*;\nimport java.time.*;\nimport java.util.*;\n"
                        + "public class Page implements Runnable { public void run() {\n"
                        + blocks("java").get(0) + "}}");
        int failed = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        directory.toString(),
                        source.toString());
        assertThat(failed).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
            ((Runnable) loader.loadClass("Page").getConstructor().newInstance()).run();
        }
    }

    /** As curl reads such a line: a body makes it a POST. */
    private HttpRequest request(String line) {
        Map<String, String> variables = Map.of("$CONTROL", control("").toString(), "$KEY", emulator.apiKey());
        HttpRequest.Builder request = HttpRequest.newBuilder();
        String method = "GET";
        String body = "";
        List<String> words = words(line);
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            switch (word) {
                case "-H" -> {
                    String[] header = expanded(words.get(++i), variables).split(": ", 2);
                    request.header(header[0], header[1]);
                }
                case "-X" -> method = words.get(++i);
                case "-d" -> {
                    body = words.get(++i);
                    method = "POST";
                }
                default -> request.uri(URI.create(expanded(word, variables)));
            }
        }
        return request.method(method, BodyPublishers.ofString(body)).build();
    }

    private static String expanded(String word, Map<String, String> variables) {
        String expanded = word;
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            expanded = expanded.replace(variable.getKey(), variable.getValue());
        }
        return expanded;
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(Stream.of(1, 2, 3)
                    .map(matcher::group)
                    .filter(group -> group != null)
                    .findFirst()
                    .orElse(""));
        }
        return words;
    }

    private URI control(String path) {
        return URI.create(emulator.controlUrl() + path);
    }

    private static List<String> firstCells(String section) throws IOException {
        return rows(section).stream()
                .map(cells -> cells.get(0).substring(1, cells.get(0).length() - 1))
                .toList();
    }

    /** The rows of the table in this section, without its head. */
    private static List<List<String>> rows(String section) throws IOException {
        String text = Files.readString(PAGE);
        String after = text.substring(text.indexOf("\n## " + section + "\n") + 1);
        int end = after.indexOf("\n## ");
        return (end < 0 ? after : after.substring(0, end))
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ")))
                .toList();
    }

    private static List<String> blocks(String language) throws IOException {
        Matcher matcher =
                Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$").matcher(Files.readString(PAGE));
        List<String> blocks = new ArrayList<>();
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }
}

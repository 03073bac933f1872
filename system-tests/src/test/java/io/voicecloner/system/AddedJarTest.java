package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.emulator.Emulator;
import io.voicecloner.emulator.ReceivedRequest;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing happens because a jar was added: the same program once with one provider on its path, once with all there is. */
class AddedJarTest {
    private static final List<String> ONE = ApplicationPath.with("core", "audio", "minimax");
    private static final List<String> ALL = ApplicationPath.with(
            "core", "audio", "minimax", "proxy", "novita", "highway", "embedded-audio-host", "s3-audio-host");

    @TempDir
    Path directory;

    @Test
    void theNamedProviderIsAskedTheSameAndAnswersTheSame() throws Exception {
        Told before = told("minimax", ONE);
        Told after = told("minimax", ALL);

        assertThat(before.output()).contains("cloned minimax:vc-*, preview of");
        assertThat(before.requests()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(after).isEqualTo(before);
    }

    @Test
    void keysForOtherProvidersInTheEnvironmentChangeNothingEither() throws Exception {
        Told before = told("minimax", ONE, Map.of());
        Told after = told("minimax", ALL, Map.of("NOVITA_API_KEY", "12345678", "HIGHWAY_API_KEY", "12345678"));

        assertThat(after).isEqualTo(before);
    }

    @Test
    void theNewcomerIsAskedOnceItIsNamed() throws Exception {
        assertThat(told("novita", ONE).output()).contains("There is no provider \"novita\"", "Installed: minimax.");
        assertThat(told("novita", ALL).output()).contains("cloned novita:", "preview of");
    }

    @Test
    void nothingIsChosenBecauseItIsTheOnlyOneThere() throws Exception {
        Told alone = told("", ONE);

        assertThat(alone.output()).contains("No provider is named").contains("one of minimax.");
        assertThat(alone.requests()).isEmpty();
    }

    @Test
    void whereNothingIsNamedTheErrorListsWhatIsThere() throws Exception {
        Told among = told("", ALL);

        assertThat(among.output()).contains("No provider is named").contains("one of highway, minimax, novita, proxy.");
        assertThat(among.requests()).isEmpty();
    }

    /** What came of one run: what the program said, and what the provider was asked, both without what is made up anew each time. */
    private record Told(String output, List<String> requests) {}

    private Told told(String provider, List<String> path) throws Exception {
        return told(provider, path, Map.of());
    }

    private Told told(String provider, List<String> path, Map<String, String> environment) throws Exception {
        try (Emulator emulator = Emulator.start()) {
            Path config = directory.resolve("voicecloner.properties");
            List<String> lines = new ArrayList<>();
            if (!provider.isEmpty()) {
                emulator.properties(provider).forEach((key, value) -> lines.add(key + '=' + value));
            }
            Files.write(config, lines);
            List<String> entries = new ArrayList<>(path);
            entries.add(ApplicationPath.tests());
            ForkedJvm.Result result = ForkedJvm.run(
                    List.of(
                            "-cp",
                            String.join(File.pathSeparator, entries),
                            FromConfig.class.getName(),
                            Project.SAMPLES.resolve("speech.mp3").toString(),
                            directory.resolve("preview").toString()),
                    directory,
                    environment);
            return new Told(
                    result.output().replaceAll("vc-\\w+", "vc-*"),
                    emulator.requests().stream().map(AddedJarTest::line).toList());
        }
    }

    private static String line(ReceivedRequest request) {
        return String.join(
                " ",
                request.method(),
                request.path().replaceAll("\\w{16,}", "*"),
                String.valueOf(request.status()),
                request.contentType().replaceAll("boundary=.*", "boundary=*"),
                String.valueOf(request.bodyBytes()),
                String.valueOf(request.headerNames()));
    }
}

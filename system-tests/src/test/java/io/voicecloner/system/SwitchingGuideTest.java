package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.emulator.Emulator;
import io.voicecloner.emulator.EmulatorExtension;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The five ways of docs/switching.md: every block of the page runs, and the provider that it names is the one that is asked. */
class SwitchingGuideTest {
    private static final String PAGE = "docs/switching.md";
    private static final String IMPORTS = """
            import io.voicecloner.*;
            import java.net.URI;
            import java.nio.file.Path;
            import java.util.Map;
            """;
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

    @RegisterExtension
    final EmulatorExtension oneForEachTest = new EmulatorExtension();

    @TempDir
    Path directory;

    @BeforeEach
    void copyTheRecording() throws IOException {
        Path samples = Files.createDirectory(directory.resolve("samples"));
        Files.copy(Project.SAMPLES.resolve("speech.mp3"), samples.resolve("speech.mp3"));
    }

    @EveryProvider
    void byFile(String provider, Emulator emulator) throws Exception {
        Emulated page = new Emulated(emulator, provider);
        Map<String, String> environment = page.addresses();
        for (String key : List.of("MINIMAX_API_KEY", "NOVITA_API_KEY", "HIGHWAY_API_KEY", "GATEWAY_KEY")) {
            environment.put(key, emulator.apiKey());
        }
        Files.writeString(directory.resolve("voicecloner.conf"), page.choosing(block("By file", "hocon")));

        expectVoice(provider, emulator, run(program(), List.of(), environment));
    }

    @ParameterizedTest
    @CsvSource({
        "minimax, properties", "novita, properties", "highway, properties", "proxy, properties",
        "minimax, json", "novita, json", "highway, json", "proxy, json"
    })
    void byFileInAnotherFormat(String provider, String format, Emulator emulator) throws Exception {
        Emulated page = new Emulated(emulator, provider);
        Path file = directory.resolve("voicecloner." + format);
        Files.writeString(file, page.about(block("By file", format)));

        VoiceCloner cloner = VoiceCloners.builder()
                .config(file)
                .override("voicecloner." + provider + ".base-url", page.url(provider))
                .override("voicecloner.allow-loopback", "true")
                .build();

        expectVoice(cloner, provider, AudioSource.file(Project.SAMPLES.resolve("speech.mp3")), emulator);
    }

    @ParameterizedTest
    @CsvSource({
        "hocon, conf, novita",
        "hocon, conf, highway",
        "properties, properties, novita",
        "properties, properties, highway",
        "json, json, novita",
        "json, json, highway"
    })
    void whatAFileShowsSufficesForTheRealHost(String format, String suffix, String provider) throws Exception {
        Path file = directory.resolve("voicecloner." + suffix);
        Files.writeString(file, block("By file", format).replace("…", "12345678"));

        try (VoiceCloner cloner = VoiceCloners.builder()
                .config(file)
                .override("voicecloner.provider", provider)
                .override("voicecloner." + provider + ".api-key", "12345678")
                .build()) {
            AudioSource recording = AudioSource.file(Project.SAMPLES.resolve("speech.mp3"));
            assertThat(cloner.check(CloneRequest.of(recording)).violations()).isEmpty();
        }
    }

    @EveryProvider
    void byEnvironmentOverTheFile(String provider, Emulator emulator) throws Exception {
        Emulated page = new Emulated(emulator, provider);
        Map<String, String> environment = page.addresses();
        words(page.choosing(block("By environment", "sh")))
                .filter(word -> word.contains("="))
                .map(word -> word.split("=", 2))
                .forEach(variable -> environment.put(variable[0], variable[1]));
        Files.writeString(directory.resolve("voicecloner.conf"), "voicecloner.provider = nobody");

        expectVoice(provider, emulator, run(program(), List.of(), environment));
    }

    @EveryProvider
    void bySystemPropertiesOverTheEnvironment(String provider, Emulator emulator) throws Exception {
        Emulated page = new Emulated(emulator, provider);
        List<String> flags = words(page.choosing(block("By properties", "sh")))
                .filter(word -> word.startsWith("-D"))
                .toList();

        expectVoice(provider, emulator, run(program(), flags, page.environmentNamingAnother()));
    }

    @EveryProvider
    void byPropertiesAlone(String provider, Emulator emulator) throws Exception {
        VoiceCloner cloner = opened(block("By properties", "java"), provider, emulator);

        expectVoice(cloner, provider, AudioSource.file(Project.SAMPLES.resolve("speech.mp3")), emulator);
    }

    @EveryProvider
    void byCodeOverAllThatIsConfigured(String provider, Emulator emulator) throws Exception {
        Emulated page = new Emulated(emulator, provider);
        String opening = page.about(block("By code", "java")) + "try (cloner) {";
        String program = program().replace("try (VoiceCloner cloner = VoiceCloners.fromConfig()) {", opening);

        expectVoice(provider, emulator, run(program, List.of(), page.environmentNamingAnother()));
    }

    @EveryProvider
    void byCodeAlone(String provider, Emulator emulator) throws Exception {
        VoiceCloner cloner = opened(page("By code").blocks("java").get(1), provider, emulator);

        expectVoice(cloner, provider, AudioSource.url(OnTheWeb.sample("speech.mp3", emulator)), emulator);
    }

    @EveryProvider
    void byFlagOverAllThatIsConfigured(String provider, Emulator emulator) throws Exception {
        Emulated page = new Emulated(emulator, provider);
        List<String> arguments =
                new ArrayList<>(List.of("-cp", ApplicationPath.joined(Project.classPath()), "io.voicecloner.cli.Main"));
        words(page.choosing(block("By flag", "sh"))).skip(1).forEach(arguments::add);

        expectVoice(provider, emulator, ForkedJvm.run(arguments, directory, page.environmentNamingAnother()));
    }

    /** The program in front of the page. */
    private static String program() throws IOException {
        return Page.of(PAGE).block("java");
    }

    private static Page page(String section) throws IOException {
        return Page.of(PAGE).section(section);
    }

    private static String block(String section, String language) throws IOException {
        return page(section).block(language);
    }

    /** The words of a command, those between quotes as one. */
    private static Stream<String> words(String command) {
        return WORD.matcher(command).results().map(word -> word.group(1) == null ? word.group() : word.group(1));
    }

    private ForkedJvm.Result run(String program, List<String> flags, Map<String, String> environment)
            throws IOException, InterruptedException {
        String main = "public class Program { public static void main(String[] none) {\n" + program + "}}";
        Javac.compile(directory, "Program", IMPORTS + main);
        List<String> arguments = new ArrayList<>(flags);
        arguments.addAll(List.of("-cp", directory + File.pathSeparator + ApplicationPath.whole(), "Program"));
        return ForkedJvm.run(arguments, directory, environment);
    }

    /** The cloner that a block opens, in this process. */
    private VoiceCloner opened(String block, String provider, Emulator emulator) throws Exception {
        String method = "public static VoiceCloner open(String key) {\n" + new Emulated(emulator, provider).about(block)
                + "return cloner; }";
        Class<?> opened = Javac.load(directory, "Opened", IMPORTS + "public class Opened {\n" + method + "}");
        return (VoiceCloner) opened.getMethod("open", String.class).invoke(null, emulator.apiKey());
    }

    private void expectVoice(String provider, Emulator emulator, ForkedJvm.Result result) {
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).contains(provider + ":");
        assertThat(emulator.voices())
                .singleElement()
                .satisfies(voice -> assertThat(result.output()).contains(provider + ':' + voice.voiceId()))
                .satisfies(voice -> assertThat(voice.provider()).isEqualTo(provider));
        assertThat(directory.resolve("preview.mp3")).hasSameBinaryContentAs(Project.SAMPLES.resolve("speech.mp3"));
    }

    private static void expectVoice(VoiceCloner cloner, String provider, AudioSource source, Emulator emulator) {
        try (cloner) {
            ClonedVoice voice = cloner.cloneVoice(CloneRequest.of(source).withPreview("Hello."));

            assertThat(voice.ref().provider()).isEqualTo(provider);
            assertThat(emulator.voices())
                    .filteredOn(made -> made.voiceId().equals(voice.ref().id()))
                    .singleElement()
                    .satisfies(made -> assertThat(made.provider()).isEqualTo(provider));
        }
    }
}

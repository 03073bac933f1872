package io.voicecloner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./voicecloner} alone, in a checkout of its own, with a Java and a Maven that only pretend. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherScriptTest {
    private static final List<String> TOOLS = List.of(
            "bash",
            "cat",
            "dirname",
            "env",
            "find",
            "flock",
            "grep",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "tail",
            "tee",
            "touch");

    @TempDir
    Path folder;

    private Path checkout;
    private Path tools;

    @BeforeEach
    void checkOut() throws IOException {
        checkout = Files.createDirectories(folder.resolve("a check out"));
        Files.copy(Path.of("..", "voicecloner"), checkout.resolve("voicecloner"));
        Files.setPosixFilePermissions(checkout.resolve("voicecloner"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.createDirectories(checkout.resolve("core/src/main"));
        Files.writeString(checkout.resolve("core/src/main/Source.java"), "");
        Files.writeString(checkout.resolve("pom.xml"), "");
        tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : TOOLS) {
            for (String home : List.of("/bin", "/usr/bin")) {
                Path program = Path.of(home, tool);
                if (Files.exists(program) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), program);
                }
            }
        }
    }

    @Test
    void without_java_it_says_what_to_install() throws Exception {
        Ran ran = launch();

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("needs Java 17 or later")
                .contains("no java on the PATH")
                .contains("Install a JDK");
    }

    @Test
    void an_old_java_is_named_with_its_version_and_place() throws Exception {
        Path old = java("old", "11.0.2");

        Ran ran = launchWith(Map.of("JAVA_HOME", old.toString()));

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains(old + "/bin/java is Java 11.0.2");
    }

    @Test
    void a_java_home_that_is_none_is_named() throws Exception {
        Ran ran = launchWith(Map.of("JAVA_HOME", "/no/such/home"));

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("JAVA_HOME is /no/such/home");
    }

    @Test
    void a_new_java_on_the_path_stands_in_for_an_old_java_home() throws Exception {
        Files.createSymbolicLink(tools.resolve("java"), java("new", "21.0.1").resolve("bin/java"));
        maven("3.9.9");

        Ran ran = launchWith(Map.of("JAVA_HOME", java("old", "1.8.0_392").toString()));

        assertThat(ran.exit()).as(ran.err()).isZero();
    }

    @Test
    void without_a_compiler_it_asks_for_a_jdk() throws Exception {
        Path runtime = java("jre", "17.0.15");
        Files.delete(runtime.resolve("bin/javac"));

        Ran ran = launchWith(Map.of("JAVA_HOME", runtime.toString()));

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("without a compiler").contains("Install a JDK");
    }

    @Test
    void without_maven_it_says_what_to_install() throws Exception {
        Ran ran = launchOnJava17();

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("no mvn on the PATH").contains("Maven 3.8.7 or later");
    }

    @Test
    void an_old_maven_is_named_with_its_version() throws Exception {
        maven("3.8.6");

        Ran ran = launchOnJava17();

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("is Maven 3.8.6").contains("Maven 3.8.7 or later");
    }

    @Test
    void the_first_run_builds_and_shows_it_and_later_runs_only_start() throws Exception {
        maven("3.10.0");

        Ran first = launchOnJava17("clone", "my voice.mp3", "");
        Ran second = launchOnJava17("providers");

        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.err()).contains("building, once", "[1/2] voicecloner core", "[2/2] voicecloner command line");
        assertThat(first.out()).endsWith("io.voicecloner.cli.Main\nclone\nmy voice.mp3\n\n");
        assertThat(first.out()).contains(checkout + "/cli/target/app/lib/one.jar:");
        assertThat(first.out()).contains("\n-Dio.voicecloner.cli.terminals=\n");
        assertThat(second.err()).isEmpty();
        assertThat(second.out()).endsWith("io.voicecloner.cli.Main\nproviders\n");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void a_changed_source_is_built_again() throws Exception {
        maven("3.8.7");
        launchOnJava17();
        Files.setLastModifiedTime(
                checkout.resolve("core/src/main/Source.java"),
                FileTime.from(Instant.now().plusSeconds(5)));

        Ran ran = launchOnJava17();

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void two_first_runs_at_once_build_once() throws Exception {
        maven("3.9.9");
        Process one = start(Map.of("JAVA_HOME", java17().toString()));
        Process two = start(Map.of("JAVA_HOME", java17().toString()));

        assertThat(finish(one).exit()).isZero();
        assertThat(finish(two).exit()).isZero();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void a_build_that_fails_shows_its_errors_and_where_the_rest_is() throws Exception {
        maven("3.9.9");
        Files.writeString(checkout.resolve("broken"), "");

        Ran ran = launchOnJava17();

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("[ERROR] cannot find symbol")
                .contains("whole log: " + checkout + "/cli/target/launcher-build.log");
    }

    @Test
    void works_through_a_symbolic_link_from_anywhere() throws Exception {
        maven("3.9.9");
        Path link = Files.createSymbolicLink(tools.resolve("vc"), Path.of("../a check out/voicecloner"));

        Process process = start(Map.of("JAVA_HOME", java17().toString()), link.toString(), "--version");

        assertThat(finish(process).out()).endsWith("io.voicecloner.cli.Main\n--version\n");
    }

    @Test
    void the_exit_code_of_the_command_comes_through() throws Exception {
        maven("3.9.9");

        Ran ran = launchWith(Map.of("JAVA_HOME", java17().toString(), "FAKE_EXIT", "9"));

        assertThat(ran.exit()).isEqualTo(9);
    }

    private Ran launch(String... args) throws Exception {
        return launchWith(Map.of(), args);
    }

    private Ran launchOnJava17(String... args) throws Exception {
        return launchWith(Map.of("JAVA_HOME", java17().toString()), args);
    }

    private Ran launchWith(Map<String, String> environment, String... args) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(checkout.resolve("voicecloner").toString()));
        command.addAll(List.of(args));
        return finish(start(environment, command.toArray(String[]::new)));
    }

    private Process start(Map<String, String> environment) throws IOException {
        return start(environment, checkout.resolve("voicecloner").toString());
    }

    private Process start(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Little is written, so that no pipe fills up while the other is read. */
    private static Ran finish(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return Ran.of(process.waitFor(), out, err);
    }

    private Path java17() throws IOException {
        return java("java 17", "17.0.15");
    }

    /** A JDK that writes an archive where it is asked for one, and else prints its arguments. */
    private Path java(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        if (!Files.exists(home)) {
            Files.createDirectories(home.resolve("bin"));
            Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
            script(home.resolve("bin/javac"), "");
            script(home.resolve("bin/java"), """
                    for arg in "$@"; do
                      case $arg in -XX:ArchiveClassesAtExit=*) : > "${arg#*=}"; exit ;; esac
                    done
                    printf '%s\\n' "$@"
                    exit ${FAKE_EXIT:-0}
                    """);
        }
        return home;
    }

    /** A Maven that writes what the real build leaves for the launcher. */
    private void maven(String version) throws IOException {
        script(tools.resolve("mvn"), """
                case "$*" in *-v) echo "Apache Maven %s"; exit ;; esac
                echo "$@" >> builds
                echo "[INFO] Building voicecloner core 0.1.0                    [1/2]"
                sleep 0.2
                if [ -e broken ]; then echo "[ERROR] cannot find symbol"; exit 1; fi
                echo "[INFO] Building voicecloner command line 0.1.0            [2/2]"
                mkdir -p cli/target/app/lib
                touch cli/target/app/lib/voicecloner-cli-0.1.0.jar
                echo "@LIB@/one.jar:@LIB@/two.jar" > cli/target/app/classpath
                """.formatted(version));
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/usr/bin/env bash\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private long builds() throws IOException {
        return Files.readAllLines(checkout.resolve("builds")).size();
    }
}

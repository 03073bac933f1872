package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.InvalidRequestException;
import io.voicecloner.emulator.Emulator;
import io.voicecloner.emulator.EmulatorExtension;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The block of docs/consent.md: it compiles, keeps its record, and clones only where there is a consent. */
@Tag("S21")
class ConsentGuideTest {
    @RegisterExtension
    final EmulatorExtension oneForEachTest = new EmulatorExtension();

    @TempDir
    Path directory;

    @Test
    void theBlockOfThePageClonesWithAConsentAndKeepsARecord(Emulator emulator) throws Exception {
        List<Object> audit = new ArrayList<>();
        run(emulator, audit, Set.of("contract 2026/117"));
        assertThat(emulator.voices()).hasSize(1);
        assertThat(audit).singleElement().asString().contains("minimax", "contract 2026/117", "sha256");
    }

    @Test
    void withoutOneTheProviderHearsNothing(Emulator emulator) {
        List<Object> audit = new ArrayList<>();
        assertThatThrownBy(() -> run(emulator, audit, Set.of())).isInstanceOf(InvalidRequestException.class);
        assertThat(emulator.requests()).isEmpty();
        assertThat(audit).hasSize(1);
    }

    private void run(Emulator emulator, List<Object> audit, Set<String> register) throws Exception {
        String block =
                Page.of("docs/consent.md").block("java").replace(".builder()", ".builder().properties(properties)");
        Class<?> asked = Javac.load(directory, "Asked", """
                import io.voicecloner.*;
                import java.nio.file.Path;
                import java.util.*;
                public class Asked { public static void run(
                        Map<String, String> properties, List<Object> audit, Set<String> register, Path recording) {
                    %s
                    cloner.close();
                }}
                """.formatted(block));
        Method run = asked.getMethod("run", Map.class, List.class, Set.class, Path.class);
        try {
            run.invoke(null, emulator.properties("minimax"), audit, register, Project.SAMPLES.resolve("speech.mp3"));
        } catch (InvocationTargetException e) {
            throw (Exception) e.getCause();
        }
    }
}

package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.emulator.Emulator;
import io.voicecloner.emulator.EmulatorExtension;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Threads of servers, pools and plugins, whose context class loader sees less than the application, or more than the library. */
@ExtendWith(EmulatorExtension.class)
class ContextClassLoaderTest {
    private static final String[] PROVIDERS = {
        "audio", "minimax", "proxy", "novita", "highway", "embedded-audio-host", "s3-audio-host"
    };

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final List<URLClassLoader> opened = new ArrayList<>();

    @TempDir
    Path directory;

    private Path config;

    @BeforeEach
    void nameTheFile() {
        config = directory.resolve("some.properties");
    }

    @AfterEach
    void restore() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        for (URLClassLoader loader : opened) {
            loader.close();
        }
    }

    @EveryProvider
    void aThreadWithoutOneClones(String provider, Emulator emulator) throws Exception {
        ClassLoader application = loader(ClassLoader.getPlatformClassLoader(), everything());

        assertThat(toldOn(null, application, provider, emulator)).matches(voiceOf(provider));
    }

    @EveryProvider
    void aThreadWhoseLoaderSeesNothingClones(String provider, Emulator emulator) throws Exception {
        ClassLoader application = loader(ClassLoader.getPlatformClassLoader(), everything());
        ClassLoader nothing = loader(null, List.of());

        assertThat(toldOn(nothing, application, provider, emulator)).matches(voiceOf(provider));
    }

    @EveryProvider
    void aLibraryInASharedParentFindsTheProvidersOfTheApplication(String provider, Emulator emulator) throws Exception {
        ClassLoader shared = loader(ClassLoader.getPlatformClassLoader(), ApplicationPath.with("core"));
        ClassLoader application = loader(shared, withProgram(ApplicationPath.only(PROVIDERS)));

        assertThat(toldOn(application, application, provider, emulator)).matches(voiceOf(provider));
        assertThat(toldOn(shared, application, provider, emulator))
                .contains("There is no provider \"" + provider + "\". None is installed");
    }

    /** Without a warning: what looks into recordings was found too. */
    private static Pattern voiceOf(String provider) {
        return Pattern.compile("cloned " + provider + ":.*, warnings \\[]");
    }

    private String toldOn(@Nullable ClassLoader context, ClassLoader application, String provider, Emulator emulator)
            throws Exception {
        List<String> lines = new ArrayList<>();
        emulator.properties(provider).forEach((key, value) -> lines.add(key + '=' + value));
        Files.write(config, lines);
        Class<?> program = application.loadClass(FromConfig.class.getName());
        assertThat(program).isNotSameAs(FromConfig.class);
        Thread.currentThread().setContextClassLoader(context);
        return (String) program.getMethod("told", String.class, String.class, String.class)
                .invoke(
                        null,
                        config.toString(),
                        Project.SAMPLES.resolve("speech.mp3").toString(),
                        directory.resolve("preview").toString());
    }

    private static List<String> everything() {
        List<String> modules = new ArrayList<>(List.of(PROVIDERS));
        modules.add("core");
        return withProgram(ApplicationPath.with(modules.toArray(String[]::new)));
    }

    private static List<String> withProgram(List<String> entries) {
        List<String> more = new ArrayList<>(entries);
        more.add(ApplicationPath.tests());
        return more;
    }

    private URLClassLoader loader(@Nullable ClassLoader parent, List<String> entries) throws MalformedURLException {
        URL[] urls = new URL[entries.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = Path.of(entries.get(i)).toUri().toURL();
        }
        URLClassLoader loader = new URLClassLoader(urls, parent);
        opened.add(loader);
        return loader;
    }
}

package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.Capabilities;
import io.voicecloner.ConfigurationException;
import io.voicecloner.InstalledProvider;
import io.voicecloner.ProviderSettings;
import io.voicecloner.VoiceCloners;
import io.voicecloner.fake.Abilities;
import io.voicecloner.fake.FakeProvider;
import io.voicecloner.fake.FakeSession;
import io.voicecloner.spi.VoiceClonerProvider;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding providers on a class path where not all is well. */
class InstalledTest {
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final List<URL> jars = new ArrayList<>();

    @TempDir
    Path directory;

    @AfterEach
    void restore() {
        Thread.currentThread().setContextClassLoader(before);
    }

    @Test
    void theOnesOnTheClassPathAreFoundInOrderOfTheirNames() {
        assertThat(VoiceCloners.installed()).extracting(InstalledProvider::id).containsExactly("fake-file", "fake-url");
    }

    @Test
    void oneThatOnlyTheThreadsClassLoaderSeesIsFoundToo() throws Exception {
        jarListing(Extra.class.getName());
        assertThat(names()).containsExactly("extra", "fake-file", "fake-url");
    }

    @Test
    void oneThatIsMissingOrThrowsDoesNotHideTheOthers() throws Exception {
        jarListing("com.example.Missing", Throwing.class.getName(), Extra.class.getName());
        jarListing("not a class name");
        jarListing(Nameless.class.getName(), Unspeaking.class.getName());
        assertThat(names()).containsExactly("extra", "fake-file", "fake-url");
    }

    @Test
    void twoThatFailWithTheSameWordsDoNotHideTheThird() throws Exception {
        jarListing(Nameless.class.getName(), AnotherNameless.class.getName(), Extra.class.getName());
        assertThat(names()).contains("extra");
    }

    @Test
    void whatIsBrokenIsToldToWhoAsksForIt() throws Exception {
        jarListing("com.example.Missing");
        assertThatThrownBy(() -> InstalledExtensions.find().provider("missing"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(
                        "There is no provider \"missing\"", "Could not be loaded", "com.example.Missing");
    }

    @Test
    void twoOfOneNameAreBothOutAndTheErrorNamesBoth() throws Exception {
        jarListing(Extra.class.getName(), Rival.class.getName());
        assertThat(names()).containsExactly("fake-file", "fake-url");
        assertThatThrownBy(() -> VoiceCloners.open("extra", ProviderSettings.of("long-enough")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll(Extra.class.getName(), Rival.class.getName(), "Leave one on the path");
    }

    @Test
    void oneListedTwiceIsOne() throws Exception {
        jarListing(Extra.class.getName());
        jarListing(Extra.class.getName());
        assertThat(names()).contains("extra");
    }

    @Test
    void oneThatCannotDescribeItselfIsLeftOutOfTheListOnly() throws Exception {
        jarListing(Speechless.class.getName());
        assertThat(VoiceCloners.installed()).extracting(InstalledProvider::id).containsExactly("fake-file", "fake-url");
        assertThat(names()).contains("speechless");
    }

    @Test
    void aThreadWithoutAClassLoaderFindsOursAllTheSame() {
        Thread.currentThread().setContextClassLoader(null);
        assertThat(names()).containsExactly("fake-file", "fake-url");
    }

    /** Adds a jar with a list of providers to what the thread's class loader sees. */
    private void jarListing(String... classes) throws Exception {
        Path jar = directory.resolve("jar-" + jars.size());
        Path services = Files.createDirectories(jar.resolve("META-INF/services"));
        Files.write(services.resolve(VoiceClonerProvider.class.getName()), List.of(classes));
        jars.add(jar.toUri().toURL());
        Thread.currentThread().setContextClassLoader(new URLClassLoader(jars.toArray(new URL[0]), before));
    }

    private static List<String> names() {
        return List.copyOf(InstalledExtensions.find().providers().keySet());
    }

    /** One more. */
    public static class Extra extends FakeProvider {
        public Extra() {
            this("extra");
        }

        Extra(String id) {
            super(id, Abilities.files(), new FakeSession(id));
        }
    }

    /** Of the same name. */
    public static final class Rival extends Extra {}

    /** Cannot be made. */
    public static final class Throwing extends Extra {
        public Throwing() {
            throw new IllegalStateException("not today");
        }
    }

    /** Has no name. */
    public static final class Nameless extends Extra {
        @SuppressWarnings("NullAway") // What a provider that was compiled without our checks may do.
        public Nameless() {
            super(null);
        }
    }

    /** Has none either. */
    public static final class AnotherNameless extends Extra {
        @SuppressWarnings("NullAway") // As above.
        public AnotherNameless() {
            super(null);
        }
    }

    /** Cannot even be linked. */
    public static final class Unspeaking extends Extra {
        public Unspeaking() {
            throw new NoClassDefFoundError("com/example/Gone");
        }
    }

    /** Cannot say what it can do. */
    public static final class Speechless extends Extra {
        public Speechless() {
            super("speechless");
        }

        @Override
        public Capabilities capabilities(ProviderSettings settings) {
            throw new IllegalStateException("later");
        }
    }
}

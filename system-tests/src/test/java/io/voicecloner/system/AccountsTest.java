package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.AccessException;
import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ProviderSettings;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.VoiceRef;
import io.voicecloner.emulator.Emulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two accounts of one provider in one process, as docs/switching.md shows them: each with an emulator, so a key, of its own. */
class AccountsTest {
    private static final String PAGE = "docs/switching.md";
    private static final String SECTION = "Accounts side by side";
    private static final CloneRequest REQUEST =
            CloneRequest.of(AudioSource.file(Project.SAMPLES.resolve("speech.mp3")));

    private final Emulator hostOfA = Emulator.start();
    private final Emulator hostOfB = Emulator.start();

    @TempDir
    Path directory;

    private Path config;

    @BeforeEach
    void writeTheBlockOfThePage() throws IOException {
        String block = Page.of(PAGE)
                .section(SECTION)
                .block("hocon")
                .replace("region = global", "base-url = \"" + url(hostOfA) + '"')
                .replace("region = china", "base-url = \"" + url(hostOfB) + '"')
                .replace("${TEAM_A_KEY}", hostOfA.apiKey())
                .replace("${TEAM_B_KEY}", hostOfB.apiKey());
        config = Files.writeString(directory.resolve("accounts.conf"), block);
    }

    @AfterEach
    void stop() {
        hostOfA.close();
        hostOfB.close();
    }

    @Test
    void eachClonesWithItsOwnKeyAndIsNamedInItsVoices() throws Exception {
        VoiceCloner[] both = openAsThePageDoes();
        try (VoiceCloner a = both[0];
                VoiceCloner b = both[1]) {
            VoiceRef voiceOfA = a.cloneVoice(REQUEST).ref();
            VoiceRef voiceOfB = b.cloneVoice(REQUEST).ref();

            assertThat(voiceOfA.toString()).startsWith("minimax@team-a:vc-");
            assertThat(voiceOfB.toString()).startsWith("minimax@team-b:vc-");
            assertThat(VoiceRef.parse(voiceOfB.toString()).account()).contains("team-b");
            assertThat(hostOfA.voices())
                    .singleElement()
                    .satisfies(made -> assertThat(made.voiceId()).isEqualTo(voiceOfA.id()));
            assertThat(hostOfB.voices())
                    .singleElement()
                    .satisfies(made -> assertThat(made.voiceId()).isEqualTo(voiceOfB.id()));
        }
    }

    @Test
    void theKeyOfOneIsNoUseToTheOther() {
        try (VoiceCloner cloner = VoiceCloners.builder()
                .config(config)
                .override("voicecloner.provider", "team-a")
                .override("voicecloner.accounts.team-a.api-key", hostOfB.apiKey())
                .build()) {
            assertThatThrownBy(() -> cloner.cloneVoice(REQUEST)).isInstanceOf(AccessException.class);
        }
    }

    @Test
    void byCodeTheAccountIsNamedToo() {
        ProviderSettings settings = ProviderSettings.of(hostOfA.apiKey())
                .withBaseUrl(URI.create(url(hostOfA)))
                .withAccount("team-a");
        try (VoiceCloner cloner = VoiceCloners.open("minimax", settings)) {
            assertThat(cloner.cloneVoice(REQUEST).ref().account()).contains("team-a");
        }
    }

    private VoiceCloner[] openAsThePageDoes() throws Exception {
        String block = Page.of(PAGE).section(SECTION).block("java").replace("builder()", "builder().config(config)");
        Class<?> opened = Javac.load(directory, "Opened", """
                import io.voicecloner.*;
                public class Opened { public static VoiceCloner[] open(java.nio.file.Path config) {
                    %s
                    return new VoiceCloner[] {a, b};
                }}
                """.formatted(block));
        return (VoiceCloner[]) opened.getMethod("open", Path.class).invoke(null, config);
    }

    private static String url(Emulator emulator) {
        return String.valueOf(emulator.baseUrls().get("minimax"));
    }
}

package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.spi.AudioHostFactory;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.VoiceClonerProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** What providers and audio hosts read stands in docs/configuration.md. */
class DocumentedProvidersTest {
    @Test
    void everyOptionOfAProviderIsDocumentedWithItsVariable() throws IOException {
        String page = Files.readString(Project.ROOT.resolve("docs/configuration.md"));
        for (VoiceClonerProvider provider : ServiceLoader.load(VoiceClonerProvider.class)) {
            for (Option option : provider.options()) {
                assertThat(page).as(provider.id()).contains("| `" + option.name() + "` |");
                option.variable().ifPresent(variable -> assertThat(page).contains("`" + variable + "`"));
            }
        }
    }

    @Test
    void everyOptionOfAnAudioHostIsDocumented() throws IOException {
        String page = Files.readString(Project.ROOT.resolve("docs/configuration.md"));
        for (AudioHostFactory host : ServiceLoader.load(AudioHostFactory.class)) {
            for (Option option : host.options()) {
                assertThat(page).as(host.type()).contains("| `audio-host." + option.name() + "` |");
                option.variable().ifPresent(variable -> assertThat(page).contains("`" + variable + "`"));
            }
        }
    }
}

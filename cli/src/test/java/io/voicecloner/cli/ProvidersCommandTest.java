package io.voicecloner.cli;

import static io.voicecloner.cli.Ran.voicecloner;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.voicecloner.Feature;
import io.voicecloner.InstalledProvider;
import io.voicecloner.VoiceCloners;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProvidersCommandTest {
    @Test
    void json_describes_every_installed_provider_with_every_key() {
        Ran ran = voicecloner("providers", "--json");

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        JsonArray providers = ran.json().getAsJsonArray();
        assertThat(providers.asList().stream()
                        .map(each -> each.getAsJsonObject().get("id").getAsString()))
                .containsExactly("highway", "minimax", "novita", "proxy");
        for (JsonElement each : providers) {
            JsonObject provider = each.getAsJsonObject();
            assertThat(provider.keySet())
                    .containsExactly(
                            "id",
                            "features",
                            "audio",
                            "promptAudio",
                            "previewCodePoints",
                            "models",
                            "defaultModel",
                            "voiceIdRule",
                            "speech");
            assertThat(provider.getAsJsonObject("audio").keySet())
                    .containsExactly("formats", "shortestSeconds", "longestSeconds", "maxBytes");
        }
    }

    @Test
    void json_says_what_the_library_says() {
        JsonArray providers = voicecloner("providers", "--json").json().getAsJsonArray();

        for (InstalledProvider installed : VoiceCloners.installed()) {
            JsonObject printed = providers.asList().stream()
                    .map(JsonElement::getAsJsonObject)
                    .filter(each -> each.get("id").getAsString().equals(installed.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(strings(printed.getAsJsonArray("features")))
                    .containsExactlyInAnyOrderElementsOf(installed.capabilities().features().stream()
                            .map(Feature::id)
                            .toList());
            assertThat(strings(printed.getAsJsonArray("models")))
                    .isEqualTo(installed.capabilities().models());
            assertThat(printed.getAsJsonObject("audio").get("maxBytes").getAsLong())
                    .isEqualTo(installed.capabilities().audio().maxBytes());
        }
    }

    @Test
    void json_says_what_each_takes_for_speech() {
        JsonArray providers = voicecloner("providers", "--json").json().getAsJsonArray();

        JsonObject speech = providers.get(1).getAsJsonObject().getAsJsonObject("speech");

        assertThat(speech.keySet())
                .containsExactly(
                        "codePoints",
                        "taskCodePoints",
                        "models",
                        "defaultModel",
                        "onlyKnownModels",
                        "speed",
                        "volume",
                        "pitch",
                        "emotions",
                        "languages",
                        "formats",
                        "streamedFormats",
                        "sampleRates",
                        "bitrates");
        assertThat(speech.get("taskCodePoints").getAsInt()).isEqualTo(50_000);
        assertThat(strings(speech.getAsJsonArray("streamedFormats"))).contains("mp3");
        assertThat(speech.getAsJsonObject("speed").keySet()).containsExactly("least", "leastAllowed", "most");
    }

    @Test
    void a_person_sees_what_may_be_spoken() {
        assertThat(voicecloner("providers").out())
                .contains("  speech text   up to 9999 characters, as a task up to 50000 characters")
                .containsPattern("(?m)^  speech models speech-\\S+, .*; default speech-")
                .containsPattern("(?m)^  speech audio  mp3, .*; streamed: mp3");
    }

    @Test
    void a_person_sees_a_row_for_each_feature() {
        Ran ran = voicecloner("providers");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines().findFirst().orElseThrow()).containsPattern("highway +minimax +novita +proxy");
        for (Feature feature : Feature.values()) {
            assertThat(ran.out()).containsPattern("(?m)^" + feature.id() + "( +(yes|-)){4}$");
        }
        assertThat(ran.out().lines()).allSatisfy(line -> assertThat(line).doesNotEndWith(" "));
    }

    private static List<String> strings(JsonArray array) {
        return array.asList().stream().map(JsonElement::getAsString).toList();
    }
}

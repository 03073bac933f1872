package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.FailureReport;
import io.voicecloner.Preview;
import io.voicecloner.Prompt;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Violation;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.VoiceRef;
import io.voicecloner.http.GuardedDownloader;
import io.voicecloner.http.ProviderApi;
import io.voicecloner.spi.PreparedAudio;
import io.voicecloner.spi.PreparedClone;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.SpokenAudio;
import io.voicecloner.spi.Time;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Types that hold a key or an address that may be signed: none prints it, and none can be written away with it. */
class SecretsInTypesTest {
    private static final URI SIGNED = URI.create("https://audio.example/me.wav?X-Amz-Signature=CANARY");
    private static final ProviderSettings SETTINGS = ProviderSettings.of("sk-CANARY")
            .withOption("group-id", "CANARY")
            .withBaseUrl(URI.create("https://api.example/CANARY"));

    static Stream<Named<Object>> holders() {
        AudioSource audio = AudioSource.url(SIGNED);
        PreparedAudio location = new PreparedAudio.Location(SIGNED);
        CloneRequest request =
                CloneRequest.of(audio).withPrompt(audio, "Words.").withConsent("CANARY");
        ClonedVoice voice = ClonedVoice.builder(VoiceRef.of("minimax", "vc-1"), Instant.EPOCH)
                .preview(Preview.of(SIGNED))
                .build();
        ProviderContext context = new ProviderContext(Clock.systemUTC(), Time.system());
        VoiceCloner minimax = VoiceCloners.open("minimax", ProviderSettings.of("sk-CANARY"));
        return Stream.<Object>of(
                        SETTINGS,
                        audio,
                        request,
                        new Prompt(audio, "Words."),
                        location,
                        new PreparedClone(request, null, location, location, null),
                        Preview.of(SIGNED),
                        SpokenAudio.at(Optional.of(SIGNED)),
                        voice,
                        voice.toBuilder(),
                        minimax,
                        VoiceCloners.failover(minimax, minimax),
                        ProviderApi.open("minimax", URI.create("https://api.example/v1"), SETTINGS, List.of(), context),
                        new GuardedDownloader(SIGNED, SETTINGS, context))
                .map(holder -> Named.of(holder.getClass().getSimpleName(), holder));
    }

    @ParameterizedTest
    @MethodSource("holders")
    @Tag("S11")
    @Tag("S12")
    @Tag("S13")
    void noneOfThemPrintsIt(Object holder) {
        assertThat(holder.toString()).doesNotContain("CANARY");
    }

    /** A public type with a new such field is to be added above, or here with the reason. */
    @Test
    @Tag("S11")
    @Tag("S13")
    void noneIsForgotten() {
        List<String> listed = holders()
                .map(holder -> holder.getPayload().getClass().getName())
                .toList();
        List<String> harmless = List.of(
                // Made without the query.
                "io.voicecloner.ConsentRecord$Audio",
                // Base URLs, which hold no user and no query.
                "io.voicecloner.minimax.UploadCloneProfile",
                "io.voicecloner.novita.UrlCloneProfile",
                "io.voicecloner.preflight.Preflight",
                "io.voicecloner.host.embedded.EmbeddedAudioHost",
                "io.voicecloner.http.BaseUrl",
                // What tells accounts apart, made of a hash of the key.
                "io.voicecloner.attempt.Attempts");
        Stream<String> holding = OurClasses.ALL.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && !type.isInterface())
                .filter(type -> !type.getPackageName().startsWith("io.voicecloner.emulator")
                        && !type.getPackageName().startsWith("io.voicecloner.testkit"))
                .filter(type -> holdsASecret(type.reflect()))
                .map(JavaClass::getName)
                .filter(name -> !harmless.contains(name));
        assertThat(holding).isNotEmpty().isSubsetOf(listed);
    }

    /** Itself, or in a hidden part that it keeps its values in; a public part is looked at for itself. */
    private static boolean holdsASecret(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .anyMatch(field -> isASecret(field.getGenericType().getTypeName())
                        || (isHiddenPart(field.getType(), type) && holdsASecret(field.getType())));
    }

    private static boolean isHiddenPart(Class<?> part, Class<?> whole) {
        return part.getEnclosingClass() == whole && !Modifier.isPublic(part.getModifiers());
    }

    private static boolean isASecret(String field) {
        return field.contains("java.net.URI")
                || field.contains("okhttp3.HttpUrl")
                || field.contains("Supplier<java.lang.String>")
                || field.endsWith(".ApiKey")
                || field.endsWith(".s3.Credentials");
    }

    @Test
    @Tag("S11")
    void onlyFailuresCanBeWrittenAway() {
        assertThat(OurClasses.ALL.stream()
                        .filter(type -> type.isAssignableTo(Serializable.class))
                        .filter(type -> !type.isAssignableTo(Throwable.class)
                                && !type.isAssignableTo(Enum.class)
                                && !type.isAnonymousClass())
                        .map(JavaClass::getName))
                .containsExactlyInAnyOrder(FailureReport.class.getName(), Violation.class.getName());
    }
}

package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a request goes is written in the code or in the configuration, never made of what a caller asks for. */
class FixedPathsTest {
    private static final String HTTP = "retrofit2.http.";
    private static final Pattern FIXED = Pattern.compile("[a-z0-9_-]+(/[a-z0-9_-]+)*");

    /** What makes an address, by the class it belongs to. */
    private static final Pattern MAKING = Pattern.compile("java\\.net\\.UR[IL]\\.(create|resolve|<init>)"
            + "|okhttp3\\.HttpUrl(\\$\\w+)?\\.(parse|get|resolve|newBuilder|<init>)"
            + "|okhttp3\\.Request\\$Builder\\.url");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                    "io.voicecloner.minimax",
                    "io.voicecloner.novita",
                    "io.voicecloner.proxy",
                    "io.voicecloner.highway");

    @Test
    @Tag("S20")
    void noParameterIsAPartOfAPath() {
        assertThat(takers("Path")).isEmpty();
        assertThat(takers("QueryMap", "QueryName", "Header", "HeaderMap")).isEmpty();
        // The path of uploads comes from the configuration, and is checked there; the paths of models come from the
        // host's data, and are too.
        assertThat(takers("Url"))
                .containsExactlyInAnyOrder("UploadCloneService.upload", "SpeechService.speak", "SpeechService.begin");
        assertThat(takers("Tag")).contains("UploadCloneService.upload", "UrlCloneService.cloneVoice");
    }

    @Test
    @Tag("S20")
    void everyRouteIsAConstantWithoutGaps() {
        List<String> routes = methods()
                .flatMap(method -> method.getAnnotations().stream())
                .filter(annotation -> Set.of(HTTP + "GET", HTTP + "POST", HTTP + "DELETE", HTTP + "PUT")
                        .contains(annotation.getRawType().getName()))
                .map(annotation -> annotation.get("value").map(String::valueOf).orElse(""))
                .filter(route -> !route.isEmpty())
                .toList();

        assertThat(routes)
                .contains("voice_clone", "files/list", "minimax-voice-cloning")
                .allMatch(FIXED.asMatchPredicate());
    }

    @Test
    @Tag("S20")
    void aDialectMakesNoAddressButItsOwnConstants() {
        Stream<String> elsewhere = OURS.stream()
                .flatMap(each -> each.getAccessesFromSelf().stream())
                .filter(FixedPathsTest::makesAnAddress)
                .filter(access -> !access.getOrigin().getName().equals("<clinit>"))
                .map(JavaAccess::getDescription);

        assertThat(elsewhere).isEmpty();
        assertThat(OURS.stream()
                        .flatMap(each -> each.getAccessesFromSelf().stream())
                        .filter(FixedPathsTest::makesAnAddress))
                .as("the constants, without which this would find nothing anywhere")
                .isNotEmpty();
    }

    @Test
    @Tag("S19")
    void whatIsSentAsJsonIsARecordThatMoshiWrites() {
        List<JavaClass> bodies =
                parameters("Body").map(JavaParameter::getRawType).toList();

        assertThat(bodies).hasSizeGreaterThan(5).allMatch(JavaClass::isRecord);
        assertThat(OURS.stream()
                        .flatMap(each -> each.getAccessesFromSelf().stream())
                        .map(access -> access.getTarget().getFullName())
                        .filter(target -> target.startsWith("okhttp3.RequestBody")))
                .as("bodies that were not written by Moshi")
                .isEmpty();
    }

    private static boolean makesAnAddress(JavaAccess<?> access) {
        String target =
                access.getTargetOwner().getName() + '.' + access.getTarget().getName();
        return MAKING.matcher(target).matches();
    }

    private static List<String> takers(String... annotations) {
        return Stream.of(annotations)
                .flatMap(FixedPathsTest::parameters)
                .map(parameter -> parameter.getOwner().getOwner().getSimpleName()
                        + '.'
                        + parameter.getOwner().getName())
                .distinct()
                .toList();
    }

    private static Stream<JavaParameter> parameters(String annotation) {
        return methods()
                .flatMap(method -> method.getParameters().stream())
                .filter(parameter -> parameter.isAnnotatedWith(HTTP + annotation));
    }

    private static Stream<JavaMethod> methods() {
        return OURS.stream().flatMap(each -> each.getMethods().stream());
    }
}

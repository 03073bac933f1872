package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No type of a library stands where a user of the API or the SPI would have to name it. */
class PublicSignaturesTest {
    private static final List<String> LIBRARIES = List.of(
            "okhttp3.",
            "okio.",
            "retrofit2.",
            "com.squareup.",
            "io.github.resilience4j.",
            "kotlin.",
            "com.typesafe.",
            "org.slf4j.",
            "software.amazon.");

    private static final List<String> EXPORTED = List.of(
            "io.voicecloner",
            "io.voicecloner.spi",
            "io.voicecloner.minimax",
            "io.voicecloner.proxy",
            "io.voicecloner.novita",
            "io.voicecloner.highway",
            "io.voicecloner.host.embedded",
            "io.voicecloner.host.s3",
            "io.voicecloner.emulator",
            "io.voicecloner.testkit",
            "io.voicecloner.testkit.wire");

    @Test
    void noPublicSignatureOutsideTheHttpKitNamesATypeOfALibrary() {
        Stream<String> offenders = OurClasses.ALL.stream()
                .filter(type -> EXPORTED.contains(type.getPackageName()))
                .filter(PublicSignaturesTest::isVisible)
                .flatMap(PublicSignaturesTest::offences);

        assertThat(offenders).isEmpty();
    }

    private static boolean isVisible(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(PublicSignaturesTest::isVisible).orElse(true);
    }

    private static Stream<String> offences(JavaClass type) {
        Stream<String> codeUnits = type.getCodeUnits().stream()
                .filter(unit -> isVisible(unit.getModifiers()))
                .filter(PublicSignaturesTest::namesALibrary)
                .map(JavaCodeUnit::getFullName);
        Stream<String> fields = type.getFields().stream()
                .filter(field -> isVisible(field.getModifiers()))
                .filter(field -> isOfALibrary(field.getRawType()))
                .map(field -> field.getFullName());
        Stream<String> parents = Stream.concat(
                        type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .filter(PublicSignaturesTest::isOfALibrary)
                .map(parent -> type.getName() + " is a " + parent.getName());
        return Stream.of(codeUnits, fields, parents).flatMap(found -> found);
    }

    private static boolean isVisible(java.util.Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static boolean namesALibrary(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .anyMatch(PublicSignaturesTest::isOfALibrary);
    }

    private static boolean isOfALibrary(JavaClass type) {
        return LIBRARIES.stream().anyMatch(type.getName()::startsWith);
    }
}

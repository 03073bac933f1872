package io.voicecloner.system;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.voicecloner.VoiceCloners;

/** The arrows of the architecture, and no others. */
@AnalyzeClasses(packages = "io.voicecloner", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String[] PROVIDERS = {
        "io.voicecloner.minimax..", "io.voicecloner.novita..", "io.voicecloner.proxy..", "io.voicecloner.highway.."
    };

    @ArchTest
    static final ArchRule theApiSeesOnlyTheJdkAndItself = classes()
            .that()
            .resideInAPackage("io.voicecloner")
            .and()
            .doNotBelongToAnyOf(VoiceCloners.class)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.voicecloner", "java..", "javax.net.ssl", "org.jspecify..");

    @ArchTest
    static final ArchRule theSpiSeesOnlyTheApi = classes()
            .that()
            .resideInAPackage("io.voicecloner.spi")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.voicecloner", "io.voicecloner.spi", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule theHttpKitIsTheOneRoomOfCoreThatSeesTheTransport = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.voicecloner",
                    "io.voicecloner.spi..",
                    "io.voicecloner.attempt..",
                    "io.voicecloner.config..",
                    "io.voicecloner.preflight..",
                    "io.voicecloner.bridge..",
                    "io.voicecloner.pipeline..",
                    "io.voicecloner.failover..",
                    "io.voicecloner.listen..",
                    "io.voicecloner.cli..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("okhttp3..", "retrofit2.."));

    @ArchTest
    static final ArchRule onlyTheConfigurationSeesTheConfigurationLibrary = noClasses()
            .that()
            .resideOutsideOfPackage("io.voicecloner.config..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.typesafe..");

    @ArchTest
    static final ArchRule attemptsKnowNoTransport = classes()
            .that()
            .resideInAPackage("io.voicecloner.attempt")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.voicecloner",
                    "io.voicecloner.spi",
                    "io.voicecloner.attempt",
                    "io.github.resilience4j..",
                    "java..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule onlyTheRoomOfAttemptsSeesResilience4j = noClasses()
            .that()
            .resideOutsideOfPackage("io.voicecloner.attempt..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.resilience4j..");

    @ArchTest
    static final ArchRule innerRoomsDoNotCallBackToThePipeline = noClasses()
            .that()
            .resideOutsideOfPackages("io.voicecloner.pipeline..", "io.voicecloner.failover..")
            .and()
            .doNotBelongToAnyOf(VoiceCloners.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.voicecloner.pipeline..");

    @ArchTest
    static final ArchRule nobodyInsideKnowsThatThereAreSeveralCloners = noClasses()
            .that()
            .resideOutsideOfPackage("io.voicecloner.failover..")
            .and()
            .doNotBelongToAnyOf(VoiceCloners.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.voicecloner.failover..");

    @ArchTest
    static final ArchRule whoListensSeesOnlyTheApiAndTheLog = classes()
            .that()
            .resideInAPackage("io.voicecloner.listen")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.voicecloner", "io.voicecloner.listen", "java..", "org.jspecify..", "org.slf4j..");

    @ArchTest
    static final ArchRule onlyWhoListensLogs = noClasses()
            .that()
            .resideInAnyPackage("io.voicecloner..")
            .and()
            .resideOutsideOfPackages("io.voicecloner.listen..", "io.voicecloner.emulator..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.slf4j..");

    @ArchTest
    static final ArchRule providersSeeOnlyWhatCoreExports = noClasses()
            .that()
            .resideInAnyPackage(PROVIDERS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.voicecloner.attempt..",
                    "io.voicecloner.config..",
                    "io.voicecloner.preflight..",
                    "io.voicecloner.bridge..",
                    "io.voicecloner.pipeline..",
                    "io.voicecloner.failover..",
                    "io.voicecloner.listen..");

    @ArchTest
    static final ArchRule minimaxKnowsNoOtherHost = noClasses()
            .that()
            .resideInAPackage("io.voicecloner.minimax..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.voicecloner.proxy..", "io.voicecloner.novita..", "io.voicecloner.highway..");

    @ArchTest
    static final ArchRule novitaKnowsNoOtherHost = noClasses()
            .that()
            .resideInAPackage("io.voicecloner.novita..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.voicecloner.minimax..", "io.voicecloner.proxy..", "io.voicecloner.highway..");

    @ArchTest
    static final ArchRule aSecondHostIsDataAndSeesNoTransport = classes()
            .that()
            .resideInAnyPackage("io.voicecloner.proxy..", "io.voicecloner.highway..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.voicecloner",
                    "io.voicecloner.spi",
                    "io.voicecloner.minimax",
                    "io.voicecloner.novita",
                    "io.voicecloner.proxy",
                    "io.voicecloner.highway",
                    "java..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule proxySpeaksMinimaxsDialectOnly = noClasses()
            .that()
            .resideInAPackage("io.voicecloner.proxy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.voicecloner.novita..", "io.voicecloner.highway..");

    @ArchTest
    static final ArchRule highwaySpeaksNovitasDialectOnly = noClasses()
            .that()
            .resideInAPackage("io.voicecloner.highway..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.voicecloner.minimax..", "io.voicecloner.proxy..");

    @ArchTest
    static final ArchRule coreKnowsNobodyAbove = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.voicecloner",
                    "io.voicecloner.spi..",
                    "io.voicecloner.http..",
                    "io.voicecloner.attempt..",
                    "io.voicecloner.config..",
                    "io.voicecloner.preflight..",
                    "io.voicecloner.bridge..",
                    "io.voicecloner.pipeline..",
                    "io.voicecloner.failover..",
                    "io.voicecloner.listen..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.voicecloner.minimax..",
                    "io.voicecloner.novita..",
                    "io.voicecloner.proxy..",
                    "io.voicecloner.highway..",
                    "io.voicecloner.audio..",
                    "io.voicecloner.emulator..",
                    "io.voicecloner.host..",
                    "io.voicecloner.cli..");

    @ArchTest
    static final ArchRule theEmulatorDependsOnNothingOfOurs = noClasses()
            .that()
            .resideInAPackage("io.voicecloner.emulator..")
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("io.voicecloner..").and(not(resideInAnyPackage("io.voicecloner.emulator.."))));

    @ArchTest
    static final ArchRule theAudioModuleSeesOnlyTheSpi = noClasses()
            .that()
            .resideInAPackage("io.voicecloner.audio..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.voicecloner..")
                    .and(not(resideInAnyPackage("io.voicecloner.audio..", "io.voicecloner.spi.."))));

    @ArchTest
    static final ArchRule theTestKitSeesOnlyTheApiTheSpiAndTheEmulator = noClasses()
            .that()
            .resideInAPackage("io.voicecloner.testkit..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.voicecloner..")
                    .and(not(resideInAnyPackage(
                            "io.voicecloner",
                            "io.voicecloner.spi",
                            "io.voicecloner.emulator",
                            "io.voicecloner.testkit.."))));

    @ArchTest
    static final ArchRule onlyTestsSeeTheTestKit = noClasses()
            .that()
            .resideOutsideOfPackage("io.voicecloner.testkit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.voicecloner.testkit..");

    @ArchTest
    static final ArchRule onlyTheExtensionOfTheEmulatorAndTheTestKitSeeJunit = noClasses()
            .that()
            .resideInAPackage("io.voicecloner..")
            .and()
            .resideOutsideOfPackage("io.voicecloner.testkit..")
            .and()
            .haveSimpleNameNotStartingWith("EmulatorExtension")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.junit..");

    @ArchTest
    static final ArchRule nobodyLogsBodies =
            noClasses().should().dependOnClassesThat().resideInAPackage("okhttp3.logging..");
}

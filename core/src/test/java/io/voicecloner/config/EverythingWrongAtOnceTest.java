package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.ConfigurationException;
import io.voicecloner.Delivery;
import io.voicecloner.Violation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody should have to start a program five times to correct five mistakes. */
class EverythingWrongAtOnceTest {
    @TempDir
    Path directory;

    @Test
    void allMistakesOfAllBlocksAreListedTogetherAndOnce() throws Exception {
        ConfigurationException failure =
                new World(directory).file("voicecloner.conf", """
                        voicecloner {
                          provider = fake-file
                          allow-loopback = perhaps
                          fallbacks = [nobody]
                          audio-host { type = pigeon, speed = 1 }
                          accounts { team-a { api-key = x } }
                          fake-file { connect-timeout = 30, loud = 2, region = north, regon = south }
                          fake-url { rat = 1 }
                        }""").failure();
        assertThat(failure.violations())
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "config.fallbacks",
                        "config.fake-file.regon",
                        "config.fake-url.rat",
                        "config.accounts.team-a.provider",
                        "config.allow-loopback",
                        "config.audio-host.speed",
                        "config.audio-host.type",
                        "config.fake-file.api-key",
                        "config.fake-file.connect-timeout",
                        "config.fake-file.loud");
        assertThat(failure.violations())
                .allSatisfy(violation -> assertThat(failure).hasMessageContaining(violation.toString()));
    }

    @Test
    void aWrongConfigurationSendsNothingAndSaysSo() throws Exception {
        ConfigurationException failure =
                new World(directory).with("voicecloner.x = 1").failure();
        assertThat(failure.category()).isEqualTo(Category.CONFIGURATION);
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(failure).hasMessageEndingWith("Nothing was sent.");
    }
}

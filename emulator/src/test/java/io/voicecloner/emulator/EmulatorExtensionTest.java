package io.voicecloner.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmulatorExtensionTest {

    @RegisterExtension
    static final EmulatorExtension EXTENSION =
            new EmulatorExtension(Emulator.builder().apiKey("of-the-class"));

    private static URI base = URI.create("");

    @BeforeAll
    static void remember(Emulator emulator) {
        base = Objects.requireNonNull(emulator.baseUrls().get("minimax"));
    }

    @AfterAll
    static void stillRunsAfterTheNestedClass() throws Exception {
        new Socket(base.getHost(), base.getPort()).close();
    }

    @Test
    @Order(1)
    void theEmulatorOfTheClassIsInjected(Emulator emulator) {
        assertThat(emulator.baseUrls()).containsEntry("minimax", base);
        assertThat(emulator.apiKey()).isEqualTo("of-the-class");
        assertThat(EXTENSION.emulator()).isSameAs(emulator);
    }

    @Nested
    class InANestedClass {
        @Test
        void itIsTheSameEmulator(Emulator emulator) {
            assertThat(emulator.baseUrls()).containsEntry("minimax", base);
        }
    }

    @Test
    @Order(2)
    void itIsClosedWhenTheLastTestThatUsesItIsDone() {
        EmulatorExtension extension = new EmulatorExtension();
        assertThatThrownBy(extension::emulator).isInstanceOf(IllegalStateException.class);
        // JUnit's contexts are not looked at.
        extension.enter();
        extension.enter();
        URI url = Objects.requireNonNull(extension.emulator().baseUrls().get("minimax"));
        extension.leave();
        assertThat(extension.emulator().baseUrls()).containsEntry("minimax", url);
        extension.leave();
        assertThatThrownBy(() -> new Socket(url.getHost(), url.getPort()).close())
                .isInstanceOf(ConnectException.class);
        assertThatThrownBy(extension::emulator).isInstanceOf(IllegalStateException.class);
    }
}

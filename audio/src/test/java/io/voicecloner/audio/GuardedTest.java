package io.voicecloner.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.spi.AudioFormat;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedTest {
    private static final Optional<AudioFormat> WAV = Optional.of(AudioFormat.WAV);
    private static final Source SOURCE = new Source(() -> new ByteArrayInputStream(new byte[10]), 10);

    @ParameterizedTest
    @ValueSource(
            classes = {
                EOFException.class,
                NumberFormatException.class,
                NegativeArraySizeException.class,
                StackOverflowError.class,
                OutOfMemoryError.class
            })
    void aFailureOfALibraryIsAFinding(Class<? extends Throwable> failure) throws IOException {
        assertThat(Inspected.rules(Guarded.look(SOURCE, WAV, () -> {
                    throw failing(failure);
                })))
                .containsExactly("damaged");
    }

    @Test
    void aMissingLibraryIsNoFinding() {
        assertThatThrownBy(() -> Guarded.look(SOURCE, WAV, () -> {
                    throw new NoClassDefFoundError("com/drew/metadata/Metadata");
                }))
                .isInstanceOf(NoClassDefFoundError.class);
    }

    private static Exception failing(Class<? extends Throwable> failure) throws Exception {
        Throwable thrown = failure.getConstructor().newInstance();
        if (thrown instanceof Error error) {
            throw error;
        }
        return (Exception) thrown;
    }
}

package io.voicecloner.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;

class OptionTest {
    private static final Option COLOUR = Option.of("colour", Option.Type.TEXT, "Which.");

    @Test
    void optionsThatSayTheSameAreEqual() {
        assertThat(COLOUR.shaped("red|blue", "must be red or blue").insteadOf("shade"))
                .isEqualTo(COLOUR.insteadOf("shade").shaped("red|blue", "must be red or blue"));
    }

    @Test
    void aShapeThatIsNoExpressionIsRefusedAtOnce() {
        assertThatThrownBy(() -> COLOUR.shaped("red|(", "must be red")).isInstanceOf(PatternSyntaxException.class);
    }

    @Test
    void trueAndFalseHaveNoOtherShape() {
        Option flag = Option.of("loud", Option.Type.BOOLEAN, "How.");

        assertThatThrownBy(() -> flag.shaped("yes", "must be yes")).isInstanceOf(IllegalArgumentException.class);
    }
}

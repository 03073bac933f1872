package io.voicecloner.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values are equal exactly if they say the same, spacing and order of members aside. */
class JsonTest {
    @Test
    void everyKindOfValueIsKeptApart() {
        assertThat(Json.parse("{\"a\":[1,\"1\",true,null,{}]}"))
                .isEqualTo(Map.of("a", List.of(new Json.Digits("1"), "1", true, Json.Nothing.NULL, Map.of())));
    }

    @Test
    void aNumberKeepsEveryDigit() {
        assertThat(Json.parse("9223372036854775807")).isEqualTo(new Json.Digits("9223372036854775807"));
        assertThat(Json.parse("1.0")).isNotEqualTo(Json.parse("1"));
    }

    @Test
    void theOrderOfMembersDoesNotMatterAndThatOfElementsDoes() {
        assertThat(Json.parse("{\"a\":1, \"b\":2}")).isEqualTo(Json.parse("{\"b\":2,\"a\":1}"));
        assertThat(Json.parse("[1,2]")).isNotEqualTo(Json.parse("[2,1]"));
    }

    @Test
    void whatIsNotOneValueIsRefused() {
        assertThatThrownBy(() -> Json.parse("{} {}")).isInstanceOfAny(AssertionError.class, UncheckedIOException.class);
        assertThatThrownBy(() -> Json.parse("{\"a\":")).isInstanceOf(UncheckedIOException.class);
    }
}

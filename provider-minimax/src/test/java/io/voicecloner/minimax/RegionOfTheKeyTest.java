package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.http.CodeMeaning;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key of one site is refused by the other: the hint says so, in words of what the caller set. */
class RegionOfTheKeyTest {
    @ParameterizedTest
    @ValueSource(longs = {1004, 2049})
    void aRefusedKeyPointsAtTheRegion(long code) {
        assertThat(hint(MiniMaxCodes.BY_REGION, code))
                .contains("set region")
                .contains("global")
                .contains("china");
        assertThat(hint(MiniMaxCodes.BY_ADDRESS, code)).contains("base-url").doesNotContain("set region");
    }

    private static String hint(Map<Long, CodeMeaning> codes, long code) {
        assertThat(codes).containsOnlyKeys(1004L, 2049L);
        CodeMeaning meaning = Objects.requireNonNull(codes.get(code));
        assertThat(meaning.category()).isEqualTo(Category.ACCESS);
        assertThat(meaning.reason()).isEqualTo(Reason.REGION);
        assertThat(meaning.delivery()).isEqualTo(Delivery.REJECTED);
        return String.valueOf(meaning.hint());
    }
}

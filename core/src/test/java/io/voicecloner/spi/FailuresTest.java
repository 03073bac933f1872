package io.voicecloner.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.AccessException;
import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One leaf for each category. */
class FailuresTest {
    @ParameterizedTest
    @EnumSource
    void theLeafIsNamedLikeItsCategory(Category category) {
        VoiceClonerException failure = Failures.exception(report(category), new IOException("why"));
        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.getClass().getSimpleName().replace("Exception", ""))
                .isEqualToIgnoringCase(category.id().replace("-", ""));
        assertThat(failure).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void thereAreAsManyLeavesAsCategoriesAndTheFamilyIsClosed() {
        Set<Class<?>> leaves = new HashSet<>();
        for (Category category : Category.values()) {
            leaves.add(Failures.exception(report(category)).getClass());
        }
        assertThat(VoiceClonerException.class.getPermittedSubclasses())
                .containsExactlyInAnyOrderElementsOf(leaves)
                .hasSize(13);
    }

    @Test
    void aLeafCannotBeMadeFromAReportOfAnother() {
        assertThatThrownBy(() -> new AccessException(report(Category.QUOTA).build(), null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static FailureReport.Builder report(Category category) {
        return FailureReport.of(category, Reason.PARAMETER, Step.CLONE, "it failed");
    }
}

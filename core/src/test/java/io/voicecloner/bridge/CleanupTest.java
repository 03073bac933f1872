package io.voicecloner.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Undoing what a clone needed. */
class CleanupTest {
    private final List<String> undone = new ArrayList<>();
    private final Cleanup cleanup = new Cleanup();

    @Test
    void theLastThingIsUndoneFirst() {
        cleanup.add(() -> undone.add("first"));
        cleanup.add(() -> undone.add("second"));
        cleanup.close();
        assertThat(undone).containsExactly("second", "first");
    }

    @Test
    void oneFailureDoesNotStopTheRest() {
        cleanup.add(() -> undone.add("first"));
        cleanup.add(() -> {
            throw new IOException("stuck");
        });
        cleanup.add(() -> {
            throw new IllegalStateException("stuck");
        });
        cleanup.close();
        assertThat(undone).containsExactly("first");
    }

    @Test
    void nothingIsUndoneTwice() {
        cleanup.add(() -> undone.add("once"));
        cleanup.close();
        cleanup.close();
        assertThat(undone).containsExactly("once");
    }
}

package io.voicecloner.spi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;

import io.voicecloner.Step;
import io.voicecloner.UploadProgress;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

/** The listener of a clone, told by whatever part of it uploads. */
class ProgressListenerTest {
    private final UploadProgress listener = mock(UploadProgress.class);
    private final CallScope scope = CallScope.of("fake", Duration.ofMinutes(1), null, listener);

    @Test
    void partsOfACloneTellItsListenerInTheOrderOfTheirProgress() {
        CallScope part = scope.child();

        scope.progress(Step.UPLOAD, 1, 10);
        part.progress(Step.UPLOAD_PROMPT, 5, 5);
        scope.progress(Step.UPLOAD, 10, 10);

        InOrder order = inOrder(listener);
        order.verify(listener).onProgress(Step.UPLOAD, 1, 10);
        order.verify(listener).onProgress(Step.UPLOAD_PROMPT, 5, 5);
        order.verify(listener).onProgress(Step.UPLOAD, 10, 10);
        order.verifyNoMoreInteractions();
    }

    @Test
    @Tag("B96")
    void aListenerThatThrowsHarmsNothing() {
        doThrow(new IllegalStateException("a broken bar")).when(listener).onProgress(any(), anyLong(), anyLong());

        assertThatCode(() -> scope.progress(Step.UPLOAD, 1, 10)).doesNotThrowAnyException();

        doThrow(new AssertionError("a bar of many")).when(listener).onProgress(any(), anyLong(), anyLong());

        assertThatCode(() -> scope.progress(Step.UPLOAD, 2, 10)).doesNotThrowAnyException();
    }
}

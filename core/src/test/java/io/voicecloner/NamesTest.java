package io.voicecloner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that programs read: in kebab case, and the same in every language of the world. */
class NamesTest {
    static Stream<List<String>> names() {
        return Stream.of(
                Stream.of(Category.values()).map(Category::id).toList(),
                Stream.of(Reason.values()).map(Reason::id).toList(),
                Stream.of(Delivery.values()).map(Delivery::id).toList(),
                Stream.of(Feature.values()).map(Feature::id).toList(),
                Stream.of(Step.values()).map(Step::id).toList());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyNameIsKebabCaseAndItsOwn(List<String> names) {
        Set<String> different = new HashSet<>(names);
        assertThat(different).hasSameSizeAs(names).allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void someAreFixedByTheCommandLine() {
        assertThat(Category.AMBIGUOUS_OUTCOME.id()).isEqualTo("ambiguous-outcome");
        assertThat(Delivery.ANSWER_LOST.id()).isEqualTo("answer-lost");
        assertThat(Step.UPLOAD_PROMPT.id()).isEqualTo("upload-prompt");
        assertThat(Feature.CHOSEN_VOICE_ID.id()).isEqualTo("chosen-voice-id");
        assertThat(Step.AWAIT_SPEECH.id()).isEqualTo("await-speech");
        assertThat(Step.DELETE_RECORDING.id()).isEqualTo("delete-recording");
        assertThat(Feature.LIST_VOICES.id()).isEqualTo("list-voices");
        assertThat(Reason.STREAM_INTERRUPTED.id()).isEqualTo("stream-interrupted");
        assertThat(Reason.CONNECTION_LOST.id()).isEqualTo("connection-lost");
    }
}

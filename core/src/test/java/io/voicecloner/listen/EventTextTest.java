package io.voicecloner.listen;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.CloneEvent;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An event in one line for a person. */
class EventTextTest {
    static Stream<Arguments> events() {
        return Events.withTheirTexts().entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void saysWhoWhatHowAndHowLong(CloneEvent event, String text) {
        assertThat(event.text()).isEqualTo(text);
    }

    @Test
    void everyKindOfEventHasWordsOfItsOwn() {
        Set<Class<?>> seen = Events.all().stream().map(CloneEvent::getClass).collect(Collectors.toSet());

        assertThat(seen).containsExactlyInAnyOrder(CloneEvent.class.getPermittedSubclasses());
    }
}

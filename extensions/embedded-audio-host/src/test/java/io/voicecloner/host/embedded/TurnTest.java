package io.voicecloner.host.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TurnTest {
    private final Turn turn = new Turn();

    @Test
    void interruptsItsThreadWhenCut() {
        turn.cut();

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void leavesNoInterruptToTheNextRequestOfItsThread() {
        turn.cut();
        turn.end();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();

        turn.cut();
        assertThat(Thread.interrupted()).isFalse();
    }
}

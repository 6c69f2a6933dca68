package dev.parley.media.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.media.prompt.PromptFiles.Prompt;
import dev.parley.media.prompt.PromptQueue.Wish;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class QueueingTest {
    private static final Wish WELCOME =
            new Wish("1", List.of(prompt("welcome"), prompt("only-one")), OptionalInt.empty());
    private static final Wish MUTED = new Wish("2", List.of(prompt("muted")), OptionalInt.of(3));

    private final PromptQueue queue = new PromptQueue();

    @Test
    void oneFileAfterTheOtherAndOneWishAfterTheOther() {
        assertThat(queue.add(WELCOME)).isTrue();
        assertThat(queue.nextPrompt()).contains(prompt("welcome"));
        assertThat(queue.add(MUTED)).isFalse();
        assertThat(queue.nextPrompt()).contains(prompt("only-one"));
        assertThat(queue.nextPrompt()).isEmpty();
        assertThat(queue.finish()).contains(WELCOME);
        assertThat(queue.nextPrompt()).contains(prompt("muted"));
        assertThat(queue.nextPrompt()).isEmpty();
        assertThat(queue.finish()).contains(MUTED);
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void aRepeatedWishIsHeardOnce() {
        queue.add(MUTED);
        queue.nextPrompt();
        queue.finish();

        assertThat(queue.add(MUTED)).isFalse();
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void stoppingForgetsAllThatWaitsAndItsTimers() {
        queue.add(WELCOME);
        queue.add(MUTED);
        queue.nextPrompt();
        long round = queue.round();

        assertThat(queue.clear()).containsExactly(WELCOME, MUTED);
        assertThat(queue.round()).isNotEqualTo(round);
        assertThat(queue.nextPrompt()).isEmpty();
    }

    private static Prompt prompt(String file) {
        return new Prompt(List.of(file));
    }
}

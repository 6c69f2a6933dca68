package dev.parley.media.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.media.prompt.PromptQueue.Wish;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueingTest {
    private static final Wish WELCOME = new Wish("1", List.of("welcome", "only-one"), OptionalInt.empty());
    private static final Wish MUTED = new Wish("2", List.of("muted"), OptionalInt.of(3));

    private final PromptQueue queue = new PromptQueue();

    @Test
    void oneFileAfterTheOtherAndOneWishAfterTheOther() {
        assertThat(queue.add(WELCOME)).isTrue();
        assertThat(queue.nextFile()).contains("welcome");
        assertThat(queue.add(MUTED)).isFalse();
        assertThat(queue.nextFile()).contains("only-one");
        assertThat(queue.nextFile()).isEmpty();
        assertThat(queue.finish()).contains(WELCOME);
        assertThat(queue.nextFile()).contains("muted");
        assertThat(queue.nextFile()).isEmpty();
        assertThat(queue.finish()).contains(MUTED);
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void aRepeatedWishIsHeardOnce() {
        queue.add(MUTED);
        queue.nextFile();
        queue.finish();

        assertThat(queue.add(MUTED)).isFalse();
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void stoppingForgetsAllThatWaitsAndItsTimers() {
        queue.add(WELCOME);
        queue.add(MUTED);
        queue.nextFile();
        long round = queue.round();

        assertThat(queue.clear()).containsExactly(WELCOME, MUTED);
        assertThat(queue.round()).isNotEqualTo(round);
        assertThat(queue.nextFile()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "a/b", "", ".hidden", "a.b", "a b"})
    void noNameLeadsOutOfTheDirectory(String name) {
        var files = new PromptFiles("/prompts");

        assertThat(files.prompt("en", name)).isEmpty();
        assertThat(files.prompt(name, "welcome")).isEmpty();
        assertThat(files.prompt("de", "welcome")).contains("/prompts/de/welcome.wav");
        assertThat(files.inDefaultLanguage("/prompts/de/welcome.wav")).isEqualTo("/prompts/en/welcome.wav");
    }
}

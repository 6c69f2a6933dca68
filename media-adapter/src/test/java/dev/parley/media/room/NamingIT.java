package dev.parley.media.room;

import static dev.parley.media.testing.Conference.next;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.media.MediaCommand.EndName;
import dev.parley.contracts.media.MediaCommand.RecordName;
import dev.parley.contracts.media.MediaEvent.NameRecorded;
import dev.parley.contracts.media.MediaEvent.PromptEnded;
import dev.parley.media.testing.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A name is asked for, said, and played to others. */
class NamingIT extends ThreeInAConference {
    @Test
    void aNameIsHeardByNobodyUntilItIsPlayed() {
        conference.everybodyHearsEverybody();
        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620)));

        // Ended by the key, however long the looks in between take.
        conference.take(new RecordName(conference.room, first, "name-1", 60));
        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(1000), 1000, List.of(620)));
        await().atMost(30, SECONDS).until(() -> conference.parties().contains(".name-" + first));
        hears(50);
        conference.take(new EndName(conference.room, first));

        assertThat(next(conference.events)).isEqualTo(new NameRecorded(conference.room, first, "name-1", true));
        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620)));

        conference.leaves(first);
        conference.forget();
        conference.plays(second, "announce", "name/name-1", "tone");
        assertThat(next(conference.events)).isEqualTo(new PromptEnded(conference.room, second, "announce"));
        assertThat(Tone.peak(middle.heard(), 440)).isCloseTo(0, within(2.0));
        assertThat(Tone.peak(middle.heard(), Tone.PROMPT)).isGreaterThan(-12);
        assertThat(Tone.peak(high.heard(), Tone.PROMPT)).isLessThan(-20);
    }

    @Test
    void whoFallsSilentHasSaidItsNameAndTheTimeIsLimited() {
        conference.take(new RecordName(conference.room, first, "name-1", 20));
        await().atMost(30, SECONDS).until(() -> conference.parties().contains(".name-" + first));
        hears(25);
        low.speaks(false);
        assertThat(next(conference.events)).isEqualTo(new NameRecorded(conference.room, first, "name-1", true));

        conference.take(new RecordName(conference.room, second, "name-2", 1));
        assertThat(next(conference.events)).isEqualTo(new NameRecorded(conference.room, second, "name-2", true));
    }

    @Test
    void whoSaysNothingHasNoNameAndARepeatedWishIsAnsweredAlike() {
        low.speaks(false);
        var wish = new RecordName(conference.room, first, "name-1", 1);
        conference.take(wish);
        assertThat(next(conference.events)).isEqualTo(new NameRecorded(conference.room, first, "name-1", false));

        conference.take(wish);
        assertThat(next(conference.events)).isEqualTo(new NameRecorded(conference.room, first, "name-1", false));
        conference.plays(second, "announce", "name/name-1");
        assertThat(next(conference.events)).isEqualTo(new PromptEnded(conference.room, second, "announce"));
    }

    @Test
    void aSecondWishEndsTheFirst() {
        low.speaks(false);
        conference.take(new RecordName(conference.room, first, "name-1", 20));
        conference.take(new RecordName(conference.room, first, "name-2", 1));

        assertThat(next(conference.events)).isEqualTo(new NameRecorded(conference.room, first, "name-1", false));
        assertThat(next(conference.events)).isEqualTo(new NameRecorded(conference.room, first, "name-2", false));
    }

    @Test
    void namesAreGoneWithTheRoom() throws IOException {
        conference.take(new RecordName(conference.room, first, "name-1", 1));
        assertThat(next(conference.events)).isEqualTo(new NameRecorded(conference.room, first, "name-1", true));
        assertThat(files()).isNotEmpty();

        List.of(first, second, third).forEach(conference::leaves);

        assertThat(files()).isEmpty();
    }

    private List<String> files() throws IOException {
        try (var files = Files.walk(conference.names())) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(".wav"))
                    .toList();
        }
    }

    private void hears(int packets) {
        conference.forget();
        await().atMost(30, SECONDS).until(() -> middle.received().size() >= packets);
    }
}

package dev.parley.systemtests;

import static dev.parley.systemtests.Entrance.MODERATOR_PIN;
import static dev.parley.systemtests.Entrance.PIN;
import static dev.parley.systemtests.Entrance.PINS;
import static dev.parley.systemtests.RunningSystem.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Topics;
import dev.parley.contracts.conference.ConferenceEvent;
import dev.parley.contracts.conference.ConferenceEvent.AllMuted;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceLocked;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceUnlocked;
import dev.parley.contracts.conference.RecordingEvent.RecordingStarted;
import dev.parley.contracts.conference.RecordingEvent.RecordingStopped;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.world.RestApi;
import dev.parley.systemtests.world.TopicTail;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("R5: the head-count, and keys as each room maps them")
class RemappingIT {
    private static final int NOTHING = 100;

    @TempDir
    private Path folder;

    private RunningSystem system;
    private Settings settings;
    private Entrance entrance;
    private Spoken spoken;
    private TopicTail<ConferenceEvent> story;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        settings = new Settings(system.world(), "demo");
        entrance = new Entrance(system);
        spoken = new Spoken(system);
        story = TopicTail.of(system.world(), Topics.CONFERENCE_EVENTS, ConferenceEvent.class);
    }

    @AfterEach
    void part() {
        system.close();
        settings.close();
        story.close();
    }

    private String room(String number, String keyMap) {
        settings.put(
                "/tenants/demo/extensions/" + number,
                "{\"type\": \"conference\", \"extension\": \"%s\", %s, \"key_map\": \"%s\"}"
                        .formatted(number, PINS, keyMap));
        return number;
    }

    private void pressed(Call call, String keys, String... prompts) {
        long before = System.nanoTime();
        call.presses(keys);
        spoken.awaitSaid(call, before, prompts);
    }

    @Test
    @DisplayName("R5: *90 tells a moderator, and nobody else, how many are in")
    void theHeadCount() {
        String room = room("941", "default");
        Call moderator = entrance.comesIn("801", room, MODERATOR_PIN);
        Call one = entrance.comesIn("802", room, PIN);
        Call other = entrance.comesIn("803", room, PIN);
        spoken.awaitQuiet(List.of(moderator, one, other));
        long before = System.nanoTime();

        moderator.presses("*90");

        spoken.awaitSaid(moderator, before, "number-3", "participants");
        for (Call listener : List.of(one, other)) {
            assertThat(listener.ear().since(before).peak()).as(listener.name()).isLessThan(NOTHING);
        }
        pressed(one, "*90", "not-allowed");
    }

    @Test
    @DisplayName("R5: preset pairs: *94 locks, *95 unlocks, *96 records")
    void thePairs() {
        Call moderator = entrance.comesIn("801", room("942", "pairs"), MODERATOR_PIN);

        pressed(moderator, "*94", "locked");
        pressed(moderator, "*94", "locked");
        pressed(moderator, "*95", "unlocked");
        pressed(moderator, "*96", "recording-started");
        pressed(moderator, "*96", "recording-stopped");

        assertThat(story.all(ConferenceLocked.class)).hasSize(1);
        assertThat(story.all(ConferenceUnlocked.class)).hasSize(1);
        assertThat(story.all(RecordingStarted.class)).hasSize(1);
        assertThat(story.await(RecordingStopped.class, _ -> true, SOON)).isPresent();
    }

    @Test
    @DisplayName("R5: preset coovox: *94 locks and unlocks, *95 records")
    void coovox() {
        Call moderator = entrance.comesIn("801", room("943", "coovox"), MODERATOR_PIN);

        pressed(moderator, "*94", "locked");
        pressed(moderator, "*94", "unlocked");
        pressed(moderator, "*95", "recording-started");
        pressed(moderator, "*95", "recording-stopped");
    }

    @Test
    @DisplayName("R5: a tenant's own map counts, and counts anew as soon as it is changed")
    void aMapOfTheTenants() {
        String map = "/tenants/demo/key-maps/ours";
        settings.put(map, "{\"keys\": {\"*4\": \"mute_all\", \"*5\": \"head_count\"}}");
        Call moderator = entrance.comesIn("801", room("944", "ours"), MODERATOR_PIN);
        Call participant = entrance.comesIn("802", "944", PIN);
        long before = System.nanoTime();

        pressed(moderator, "*4", "all-muted");
        spoken.awaitSaid(participant, before, "muted-by-moderator");
        pressed(moderator, "*5", "number-2", "participants");
        pressed(moderator, "*92", "no-such-key");
        settings.put(map, "{\"keys\": {\"*6\": \"head_count\"}}");
        pressed(moderator, "*6", "number-2", "participants");

        assertThat(story.all(AllMuted.class)).hasSize(1);
    }

    @Test
    @DisplayName("R5: a map that names what no key does is refused, and told where")
    void whatNoKeyDoesIsRefused() {
        try (RestApi demo = RestApi.directory(system.world(), "demo")) {
            HttpResponse<String> refused =
                    demo.put("/tenants/demo/key-maps/wrong", "{\"keys\": {\"*4\": \"fly\", \"*94\": \"lock\"}}");

            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("/keys/*4").doesNotContain("/keys/*94");
        }
    }
}

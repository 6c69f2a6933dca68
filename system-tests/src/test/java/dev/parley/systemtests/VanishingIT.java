package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.assertAllHearEachOther;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Topics;
import dev.parley.contracts.conference.ConferenceEvent;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantJoined;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantLeft;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.systemtests.audio.AudioSource;
import dev.parley.systemtests.audio.Tone;
import dev.parley.systemtests.baresip.Baresip;
import dev.parley.systemtests.baresip.Codec;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.rtp.Sound;
import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.world.TopicTail;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("R27, R28: who has vanished is found; who is only silent is not")
class VanishingIT {
    /** Silence on the wire counts as gone after 30 s, and is looked for every 10 s. */
    private static final Duration FOUND = Duration.ofSeconds(80);

    private static final double STEADY = 45;

    @TempDir
    private Path folder;

    private RunningSystem system;
    private TopicTail<ConferenceEvent> story;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        story = TopicTail.of(system.world(), Topics.CONFERENCE_EVENTS, ConferenceEvent.class);
    }

    @AfterEach
    void part() {
        system.close();
        story.close();
    }

    private Call comesIn(String user) {
        return system.phones().phone("demo", user).registers().calls("910").awaitAnswered();
    }

    @Test
    void aDeadPhoneIsFoundAndASilentOneStays() {
        Call one = comesIn("801");
        Call silent = comesIn("802");
        Call muted = comesIn("803");
        Call inactive = comesIn("804");
        Account account = system.world().tenant("demo").account("806");
        InetSocketAddress edge = system.world().sip().address();
        // Not registered: nobody would take a registration back.
        try (Baresip mortal = Baresip.start(folder, account, edge, Tone.of(-1), Codec.PCMU, false)) {
            mortal.calls("910").awaitAnswered();
            assertThatItIsMissedAndTheyAreNot(mortal, one, silent, muted, inactive);
        }
    }

    private void assertThatItIsMissedAndTheyAreNot(Baresip mortal, Call one, Call silent, Call muted, Call inactive) {
        assertAllHearEachOther(List.of(one, silent, muted, inactive, mortal));
        silent.says(AudioSource.silence());
        muted.presses("*1");
        inactive.goesInactive();
        Map<String, ParticipantId> present = story.all(ParticipantJoined.class).stream()
                .collect(Collectors.toMap(ParticipantJoined::number, ParticipantJoined::participant));
        ParticipantId dead = present.get(mortal.name());

        long killed = System.nanoTime();
        mortal.dies();

        assertThat(story.await(ParticipantLeft.class, left -> left.participant().equals(dead), FOUND))
                .get()
                .extracting(ParticipantLeft::reason)
                .hasToString("LOST");
        for (Call patient : List.of(silent, muted)) {
            Sound heard = patient.ear().since(killed);
            assertThat(heard.packetsPerSecond())
                    .as("%s: %s", patient.name(), heard)
                    .isGreaterThan(STEADY);
        }
        inactive.resumes();
        silent.says(AudioSource.tone(silent.tone()));
        muted.presses("*1");
        assertAllHearEachOther(List.of(one, silent, muted, inactive));
        assertThat(story.all(ParticipantLeft.class))
                .extracting(ParticipantLeft::participant)
                .filteredOn(present::containsValue)
                .containsExactly(dead);
    }
}

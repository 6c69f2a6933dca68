package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.assertAllHearEachOther;
import static dev.parley.systemtests.RunningSystem.assertHearing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.conference.ConferenceEvent.ConferenceStarted;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantJoined;
import dev.parley.contracts.conference.ConsultationEvent.ConsultationDialled;
import dev.parley.contracts.conference.ConsultationEvent.ConsultationEnded;
import dev.parley.contracts.conference.ConsultationEvent.ConsultationProgressed;
import dev.parley.contracts.conference.ConsultationEvent.Stage;
import dev.parley.contracts.id.RoomId;
import dev.parley.systemtests.audio.Tone;
import dev.parley.systemtests.baresip.Baresip;
import dev.parley.systemtests.baresip.Codec;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.Listener;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.rtp.Sound;
import dev.parley.systemtests.world.ConferenceStory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A dynamic room with its administrator, a guest with a telephone of another make, and another guest. */
abstract class AdministeredRoom {
    static final Duration A_WHILE = Duration.ofSeconds(20);
    static final Duration PRIVATE_TALK = Duration.ofSeconds(2);
    static final double PRIVATE = -50;
    static final String OUTSIDER = "+4930123456";
    static final String BEHIND_GSM = "0712345";

    @TempDir
    Path folder;

    RunningSystem system;
    ConferenceStory story;
    Call administrator;
    Baresip guest;
    Call other;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        story = new ConferenceStory(system.world().kafka(), new RoomId("demo:900"), _ -> {});
        administrator = Entrance.enters(phone("801"), "900", "9999");
        assertThat(story.await(ConferenceStarted.class, 1, A_WHILE)).isPresent();
        guest = system.baresip("demo", "802", Codec.PCMA).calls("900").awaitAnswered();
        guest.presses("1111#");
        other = Entrance.enters(phone("804"), "900", "1111");
        assertThat(story.await(ParticipantJoined.class, 3, A_WHILE)).isPresent();
        assertAllHearEachOther(room());
    }

    @AfterEach
    void part() {
        system.close();
        story.close();
    }

    TestPhone phone(String user) {
        return system.phones().phone("demo", user).registers();
    }

    List<Listener> room() {
        return List.of(administrator, guest, other);
    }

    List<Listener> roomAnd(Listener one) {
        return List.of(administrator, guest, other, one);
    }

    /** The administrator talks with this one alone; the room goes on. */
    void assertPrivate(Call called) {
        Set<String> aside = Set.of(administrator.name(), called.name());
        assertHearing(roomAnd(called), (listener, speaker) -> aside.contains(listener) == aside.contains(speaker));
        assertSilent(other.listens(PRIVATE_TALK), administrator.tone(), called.tone());
        assertSilent(called.listens(PRIVATE_TALK), guest.tone(), other.tone());
        assertSilent(administrator.listens(PRIVATE_TALK), guest.tone(), other.tone());
    }

    static void assertSilent(Sound sound, Tone... tones) {
        for (Tone tone : tones) {
            assertThat(sound.level(tone)).as("%s", tone).isLessThan(PRIVATE);
        }
    }

    ConsultationEnded awaitOutcome(int count) {
        return story.await(ConsultationEnded.class, count, A_WHILE).orElseThrow();
    }

    void awaitTalk() {
        assertThat(story.await(ConsultationDialled.class, 1, A_WHILE)).isPresent();
        long from = System.nanoTime();
        while (story.told(ConsultationProgressed.class).stream().noneMatch(told -> told.stage() == Stage.TALKING)) {
            assertThat(System.nanoTime() - from).as("no talk yet").isLessThan(A_WHILE.toNanos());
            administrator.listens(Duration.ofMillis(100));
        }
    }
}

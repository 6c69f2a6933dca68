package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.assertAllHearEachOther;
import static dev.parley.systemtests.RunningSystem.assertHearing;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceEnded;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceStarted;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantJoined;
import dev.parley.contracts.conference.ConsultationEvent.ConsultationDialled;
import dev.parley.contracts.conference.ConsultationEvent.ConsultationEnded;
import dev.parley.contracts.conference.ConsultationEvent.ConsultationProgressed;
import dev.parley.contracts.conference.ConsultationEvent.ConsultationStarted;
import dev.parley.contracts.conference.ConsultationEvent.Outcome;
import dev.parley.contracts.conference.ConsultationEvent.Stage;
import dev.parley.contracts.conference.InvitationEvent.Failure;
import dev.parley.contracts.id.RoomId;
import dev.parley.systemtests.audio.Tone;
import dev.parley.systemtests.baresip.Baresip;
import dev.parley.systemtests.baresip.Codec;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.Listener;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.rtp.Sound;
import dev.parley.systemtests.world.ConferenceStory;
import dev.parley.systemtests.world.RestApi;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The room has an administrator, a guest with a telephone of another make, and another guest. */
@DisplayName("R15 to R20, R22: the administrator goes aside, and comes back with somebody or alone")
class ConsultingIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration A_WHILE = Duration.ofSeconds(20);
    private static final Duration PRIVATE_TALK = Duration.ofSeconds(2);
    private static final double PRIVATE = -50;
    private static final String OUTSIDER = "+4930123456";
    private static final String BEHIND_GSM = "0712345";

    @TempDir
    private Path folder;

    private RunningSystem system;
    private ConferenceStory story;
    private Call administrator;
    private Baresip guest;
    private Call other;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        story = new ConferenceStory(system.world().kafka(), new RoomId("demo:900"), _ -> {});
        administrator = phone("801").calls("900").awaitAnswered().presses("9999#");
        assertThat(story.await(ConferenceStarted.class, 1, A_WHILE)).isPresent();
        guest = system.baresip("demo", "802", Codec.PCMA).calls("900").awaitAnswered();
        guest.presses("1111#");
        other = phone("804").calls("900").awaitAnswered().presses("1111#");
        assertThat(story.await(ParticipantJoined.class, 3, A_WHILE)).isPresent();
        assertAllHearEachOther(room());
    }

    @AfterEach
    void part() {
        system.close();
        story.close();
    }

    private TestPhone phone(String user) {
        return system.phones().phone("demo", user).registers();
    }

    private List<Listener> room() {
        return List.of(administrator, guest, other);
    }

    private List<Listener> roomAnd(Listener one) {
        return List.of(administrator, guest, other, one);
    }

    /** The administrator talks with this one alone; the room goes on. */
    private void assertPrivate(Call called) {
        Set<String> aside = Set.of(administrator.name(), called.name());
        assertHearing(roomAnd(called), (listener, speaker) -> aside.contains(listener) == aside.contains(speaker));
        assertSilent(other.listens(PRIVATE_TALK), administrator.tone(), called.tone());
        assertSilent(called.listens(PRIVATE_TALK), guest.tone(), other.tone());
        assertSilent(administrator.listens(PRIVATE_TALK), guest.tone(), other.tone());
    }

    private static void assertSilent(Sound sound, Tone... tones) {
        for (Tone tone : tones) {
            assertThat(sound.level(tone)).as("%s", tone).isLessThan(PRIVATE);
        }
    }

    private ConsultationEnded awaitOutcome(int count) {
        return story.await(ConsultationEnded.class, count, A_WHILE).orElseThrow();
    }

    private void awaitTalk() {
        assertThat(story.await(ConsultationDialled.class, 1, A_WHILE)).isPresent();
        long from = System.nanoTime();
        while (story.told(ConsultationProgressed.class).stream().noneMatch(told -> told.stage() == Stage.TALKING)) {
            assertThat(System.nanoTime() - from).as("no talk yet").isLessThan(A_WHILE.toNanos());
            administrator.listens(Duration.ofMillis(100));
        }
    }

    @Test
    @DisplayName("R15, R16, R17, R22: aside in private, and back with the called party; then once more, and back alone")
    void backTogetherAndOnceMoreAlone() {
        TestPhone third = phone("803");
        administrator.presses("0");
        assertThat(story.await(ConsultationStarted.class, 1, A_WHILE)).isPresent();
        administrator.presses("803#");
        Call called = third.awaitCall(A_WHILE).answers();
        awaitTalk();
        assertPrivate(called);

        administrator.presses("**");

        assertThat(awaitOutcome(1).outcome()).isEqualTo(Outcome.MERGED);
        assertAllHearEachOther(roomAnd(called));

        TestPhone fourth = phone("806");
        administrator.presses("0").presses("806#");
        Call ringing = fourth.awaitCall(A_WHILE).rings();
        administrator.presses("*#");
        assertThat(awaitOutcome(2).outcome()).isEqualTo(Outcome.RETURNED);
        assertThat(ringing.awaitRefused(A_WHILE)).as("cancelled").isEqualTo(487);
        assertAllHearEachOther(roomAnd(called));
        administrator.hangsUp();
        assertAllHearEachOther(List.of(guest, other, called));
        guest.hangsUp();
        other.hangsUp();
        called.hangsUp();
        assertThat(story.await(ConferenceEnded.class, 1, A_WHILE)).isPresent();
    }

    @Test
    @DisplayName("R18: a machine answers; *# leaves it, and it has heard nothing of the room")
    void aMachineAnswers() {
        TestPhone machine = system.phones().carrier("pstn", OUTSIDER);
        administrator.presses("0").presses(OUTSIDER.replace("+", "00") + "#");
        Call greeting = machine.awaitCall(A_WHILE).answers();
        long answered = System.nanoTime();
        awaitTalk();
        assertHearing(List.of(administrator, greeting), (_, _) -> true);

        administrator.presses("*#");

        greeting.awaitHungUp(A_WHILE);
        assertThat(awaitOutcome(1).outcome()).isEqualTo(Outcome.RETURNED);
        assertSilent(greeting.ear().since(answered), guest.tone(), other.tone());
        assertAllHearEachOther(room());
    }

    @Test
    @DisplayName("R19: busy, refused, or no answer until the ring time is over: back without a key, and told why")
    void nobodyToTalkTo() throws Exception {
        TestPhone third = phone("803");
        administrator.presses("0").presses("803#");
        third.awaitCall(A_WHILE).rejects(486);
        assertThat(awaitOutcome(1).failure()).contains(Failure.BUSY);
        assertAllHearEachOther(room());

        try (RestApi api = RestApi.conferences(system.world(), "demo")) {
            String conference = "/tenants/demo/conferences/900";
            HttpResponse<String> begun = api.post(
                    conference + "/consultations",
                    "{\"participant_id\": \"%s\", \"number\": \"803\", \"ring_seconds\": 5}"
                            .formatted(participant(api.get(conference + "/participants"), "801")));
            assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
            third.awaitCall(A_WHILE).rings();
        }
        assertThat(awaitOutcome(2).failure()).contains(Failure.NO_ANSWER);
        assertAllHearEachOther(room());
    }

    private static String participant(HttpResponse<String> answer, String number) throws Exception {
        for (JsonNode one : JSON.readTree(answer.body()).path("items")) {
            if (one.path("number").asText().equals(number)) {
                return one.path("id").asText();
            }
        }
        throw new AssertionError("No participant " + number + " in " + answer.body());
    }

    @Test
    @DisplayName("R20: who cannot be told from ringing keeps the administrator aside until *#")
    void behindATrunkWithoutAnswerSupervision() {
        TestPhone gsm = system.phones().carrier("gsm", BEHIND_GSM);
        administrator.presses("0").presses(BEHIND_GSM + "#");
        Call line = gsm.awaitCall(A_WHILE).answers();
        awaitTalk();
        assertThat(story.told(ConsultationDialled.class).getLast().supervised()).isFalse();
        assertPrivate(line);

        assertThat(story.told(ConsultationEnded.class)).isEmpty();
        administrator.presses("*#");

        line.awaitHungUp(A_WHILE);
        assertThat(awaitOutcome(1).outcome()).isEqualTo(Outcome.RETURNED);
        assertAllHearEachOther(room());
    }

    @Test
    @DisplayName("R16: keys go through to the called party, so that a menu there can be worked")
    void keysGoThrough() {
        TestPhone menu = system.phones().carrier("pstn", OUTSIDER);
        administrator.presses("0").presses(OUTSIDER.replace("+", "00") + "#");
        Call line = menu.awaitCall(A_WHILE).answers();
        awaitTalk();

        administrator.presses("5");

        long from = System.nanoTime();
        while (line.ear().packetsThatAreNoAudio() == 0) {
            assertThat(System.nanoTime() - from).as("no key has come").isLessThan(A_WHILE.toNanos());
            line.listens(Duration.ofMillis(100));
        }
        assertThat(other.ear().packetsThatAreNoAudio()).isZero();
        administrator.hangsUp();
        line.awaitHungUp(A_WHILE);
        assertThat(awaitOutcome(1).outcome()).isEqualTo(Outcome.ABANDONED);
        assertAllHearEachOther(List.of(guest, other));
    }

    @Test
    @DisplayName("R22: the room goes on, and ends, while the administrator is aside")
    void theRoomGoesOn() {
        TestPhone third = phone("803");
        administrator.presses("0").presses("803#");
        Call called = third.awaitCall(A_WHILE).answers();
        awaitTalk();
        guest.hangsUp();
        other.hangsUp();
        assertHearing(List.of(administrator, called), (_, _) -> true);

        administrator.presses("**");

        assertThat(awaitOutcome(1).outcome()).isEqualTo(Outcome.MERGED);
        assertAllHearEachOther(List.of(administrator, called));
        assertThat(story.told(ParticipantJoined.class)).hasSize(4);
    }
}

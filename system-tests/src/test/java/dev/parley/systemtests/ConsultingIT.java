package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.assertAllHearEachOther;
import static dev.parley.systemtests.RunningSystem.assertHearing;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceEnded;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantJoined;
import dev.parley.contracts.conference.ConsultationEvent.ConsultationStarted;
import dev.parley.contracts.conference.ConsultationEvent.Outcome;
import dev.parley.contracts.conference.InvitationEvent.Failure;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.world.RestApi;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R15 to R17, R19, R22: the administrator goes aside, and comes back with somebody or alone")
class ConsultingIT extends AdministeredRoom {
    private static final ObjectMapper JSON = new ObjectMapper();

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

        long released = administrator.pressesAndReleases("**");

        assertThat(awaitOutcome(1).outcome()).isEqualTo(Outcome.MERGED);
        assertAllHearEachOther(roomAnd(called));
        tell(released, called);

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

    /** How long it took until they heard each other; for whoever reads the output, since machines differ. */
    private void tell(long released, Call called) {
        long inRoom = other.ear().since(released).firstWith(called.tone()).orElseThrow();
        long atCalled = called.ear().since(released).firstWith(other.tone()).orElseThrow();
        new Narrator()
                .line("R17: after **, the room hears the called party after %d ms, and is heard after %d ms"
                        .formatted(
                                Duration.ofNanos(inRoom - released).toMillis(),
                                Duration.ofNanos(atCalled - released).toMillis()));
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

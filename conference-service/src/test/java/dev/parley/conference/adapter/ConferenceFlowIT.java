package dev.parley.conference.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Topics;
import dev.parley.contracts.call.CallCommand.HangUpLeg;
import dev.parley.contracts.call.CallCommand.PlaceCall;
import dev.parley.contracts.call.CallCommand.Refusal;
import dev.parley.contracts.call.CallCommand.RefuseLeg;
import dev.parley.contracts.call.CallEvent.LegAnswered;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.call.CallEvent.LegHeld;
import dev.parley.contracts.call.CallEvent.LegProgressed;
import dev.parley.contracts.call.CallEvent.LegRinging;
import dev.parley.contracts.conference.ConferenceEvent;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceEnded;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceStarted;
import dev.parley.contracts.conference.ConferenceEvent.LeaveReason;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantJoined;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantLeft;
import dev.parley.contracts.conference.ConferenceEvent.Role;
import dev.parley.contracts.conference.InvitationEvent;
import dev.parley.contracts.conference.InvitationEvent.InvitationEnded;
import dev.parley.contracts.conference.ParticipantEvent.ParticipantHeld;
import dev.parley.contracts.directory.ConferenceOptions;
import dev.parley.contracts.directory.DirectoryEntry.ConferenceEntry;
import dev.parley.contracts.directory.DirectoryEntry.PhoneEntry;
import dev.parley.contracts.directory.DirectoryEntry.TrunkEntry;
import dev.parley.contracts.directory.PinHash;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.AudioPlan.PlannedLeg;
import dev.parley.contracts.media.DigitSeal;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.MediaCommand.PlayPrompt;
import dev.parley.contracts.media.MediaEvent.DigitPressed;
import dev.parley.contracts.media.MediaEvent.PromptEnded;
import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What callers do, as the other services see it. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class ConferenceFlowIT extends RunningService {
    @Test
    void aConferenceBeginsWithTheFirstAndEndsWithTheLast() throws Exception {
        openRoom(2);

        bus.say(arrived(anna));
        eventually(() -> assertThat(bus.heard(room, OpenLeg.class))
                .containsExactly(new OpenLeg(room, anna, INSTANCE, Optional.of("v=0"))));
        bus.say(new LegAnswered(room, anna));
        bus.say(arrived(ben));
        bus.say(new LegAnswered(room, ben));
        eventually(() -> assertThat(latestPlan()).containsExactly(PlannedLeg.open(anna), PlannedLeg.open(ben)));
        bus.say(new LegHeld(room, ben));
        eventually(() -> assertThat(latestPlan())
                .containsExactly(PlannedLeg.open(anna), new PlannedLeg(ben, PlannedLeg.MAIN, false, true)));
        bus.say(new LegEnded(room, anna, LegEnd.HUNG_UP));
        bus.say(new LegEnded(room, ben, LegEnd.LOST));

        eventually(() -> assertThat(bus.heard(room, ConferenceEvent.class))
                .extracting(Object::getClass)
                .containsExactly(
                        ConferenceStarted.class,
                        ParticipantJoined.class,
                        ParticipantJoined.class,
                        ParticipantHeld.class,
                        ParticipantLeft.class,
                        ParticipantLeft.class,
                        ConferenceEnded.class));
        assertThat(bus.heard(room, ConferenceEvent.class))
                .extracting(ConferenceEvent::sequence)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(bus.heard(room, ParticipantLeft.class))
                .extracting(ParticipantLeft::reason)
                .containsExactly(LeaveReason.HUNG_UP, LeaveReason.LOST);
        eventually(() -> assertThat(bus.heard(room, AudioPlan.class))
                .extracting(AudioPlan::revision)
                .containsExactly(1L, 2L, 3L, 4L, 5L));
        assertThat(latestPlan()).isEmpty();
        eventually(() -> assertThat(bus.heard(room, CloseLeg.class))
                .containsExactly(new CloseLeg(room, anna), new CloseLeg(room, ben)));
        assertThat(count("select count(*) from conference where room = ? and ended_at is not null"))
                .isEqualTo(1);
        assertThat(count("select count(*) from participant join conference using (conference)"
                        + " where room = ? and left_at is not null"))
                .isEqualTo(2);
        eventually(() ->
                assertThat(count("select count(*) from outbox where room = ?")).isZero());
    }

    @Test
    void eventsAreCloudEventsKeyedByTheirRoom() {
        openRoom(2);

        bus.say(arrived(anna));
        bus.say(new LegAnswered(room, anna));

        eventually(() -> assertThat(bus.records(Topics.CONFERENCE_EVENTS, room.value()))
                .hasSize(2)
                .allSatisfy(written -> assertThat(header(written.headers().lastHeader("ce_source")))
                        .isEqualTo("/conference")));
        assertThat(bus.records(Topics.CONFERENCE_EVENTS, room.value()))
                .extracting(written -> header(written.headers().lastHeader("ce_type")))
                .containsExactly("dev.parley.ConferenceStarted", "dev.parley.ParticipantJoined");
    }

    @Test
    void whoFindsTheRoomFullIsRefusedAtTheInstanceThatHoldsTheLeg() {
        openRoom(1);

        bus.say(arrived(anna));
        bus.say(arrived(ben));

        eventually(() ->
                assertThat(bus.heard(room, RefuseLeg.class)).containsExactly(new RefuseLeg(room, ben, Refusal.FULL)));
        assertThat(bus.records(Topics.CALL_COMMANDS, ben.value()))
                .singleElement()
                .satisfies(written -> assertThat(written.partition()).isEqualTo(INSTANCE));
        eventually(() -> assertThat(bus.heard(room, OpenLeg.class)).hasSize(1));
    }

    @Test
    void aRoomThatTheDirectoryDoesNotKnowRefuses() {
        bus.say(arrived(anna));

        eventually(() -> assertThat(bus.heard(room, RefuseLeg.class))
                .containsExactly(new RefuseLeg(room, anna, Refusal.UNKNOWN)));
    }

    @Test
    void theModeratorPinMakesAModeratorAndThreeWrongOnesEndTheCall() {
        openPinRoom();

        bus.say(arrived(anna));
        bus.say(new LegAnswered(room, anna));
        eventually(() -> assertThat(bus.heard(room, PlayPrompt.class))
                .singleElement()
                .satisfies(prompt -> assertThat(prompt.prompts()).containsExactly("enter-pin")));
        press(anna, "4321#");
        eventually(() -> assertThat(bus.heard(room, ParticipantJoined.class))
                .singleElement()
                .satisfies(joined -> assertThat(joined.role()).isEqualTo(Role.MODERATOR)));

        bus.say(arrived(ben));
        bus.say(new LegAnswered(room, ben));
        eventually(() -> assertThat(bus.heard(room, PlayPrompt.class))
                .filteredOn(prompt -> prompt.leg().equals(ben))
                .hasSize(1));
        press(ben, "1#2#3#");
        eventually(() -> assertThat(bus.heard(room, PlayPrompt.class))
                .extracting(PlayPrompt::prompts)
                .contains(List.of("wrong-pin", "goodbye")));
        bus.say(new PromptEnded(room, ben, "goodbye"));
        eventually(() -> assertThat(bus.heard(room, HangUpLeg.class)).containsExactly(new HangUpLeg(room, ben)));
        assertThat(bus.heard(room, ParticipantJoined.class)).hasSize(1);
    }

    @Test
    void whoSaysNothingIsAskedAgainByATimer() throws Exception {
        openPinRoom();
        bus.say(arrived(anna));
        bus.say(new LegAnswered(room, anna));
        eventually(() -> assertThat(bus.heard(room, PlayPrompt.class)).hasSize(1));

        letTimersElapse();
        eventually(() -> assertThat(bus.heard(room, PlayPrompt.class)).hasSize(2));
        letTimersElapse();
        eventually(() -> assertThat(bus.heard(room, PlayPrompt.class)).hasSize(3));
        letTimersElapse();
        eventually(() -> assertThat(bus.heard(room, PlayPrompt.class))
                .extracting(PlayPrompt::prompts)
                .last()
                .isEqualTo(List.of("goodbye")));
        letTimersElapse();

        eventually(() -> assertThat(bus.heard(room, HangUpLeg.class)).hasSize(1));
        eventually(() -> assertThat(bus.heard(room, CloseLeg.class)).hasSize(1));
    }

    @Test
    @DisplayName("R2 R14 *8NUMBER# calls somebody on the inviter's instance, who is in the plan before the answer")
    void somebodyIsCalledIn() {
        openRoom(3);
        bus.publish(new PhoneEntry(TENANT, "801", "Anna"));
        bus.publish(new TrunkEntry("pstn", Optional.empty(), List.of("+"), true));
        awaitReachable("0049301234");
        bus.say(arrived(anna));
        bus.say(new LegAnswered(room, anna));
        // Keys come by another topic than calls: whoever is not in yet presses them in vain.
        eventually(() -> assertThat(bus.heard(room, ParticipantJoined.class)).hasSize(1));
        press(anna, "*80049301234#");
        eventually(() -> assertThat(bus.heard(room, PlaceCall.class)).hasSize(1));
        PlaceCall call = bus.heard(room, PlaceCall.class).getFirst();
        assertThat(call).isEqualTo(new PlaceCall(room, call.leg(), "+49301234", Optional.of("801"), 60));
        assertThat(bus.records(Topics.CALL_COMMANDS, call.leg().value()))
                .singleElement()
                .satisfies(written -> assertThat(written.partition()).isEqualTo(INSTANCE));

        bus.say(new LegRinging(room, call.leg()));
        bus.say(new LegProgressed(room, call.leg()));
        eventually(() -> assertThat(latestPlan()).containsExactly(PlannedLeg.open(anna), PlannedLeg.open(call.leg())));
        assertThat(bus.heard(room, ParticipantJoined.class)).hasSize(1);
        bus.say(new LegAnswered(room, call.leg()));

        eventually(() -> assertThat(bus.heard(room, InvitationEnded.class))
                .extracting(InvitationEnded::outcome)
                .containsExactly(InvitationEvent.Outcome.ANSWERED));
        press(anna, "##");
        eventually(() -> assertThat(bus.heard(room, HangUpLeg.class)).containsExactly(new HangUpLeg(room, call.leg())));
    }

    @Test
    void aTwoPartyCallIsNoneOfItsBusiness() throws Exception {
        RoomId call = RoomId.ofCall(TENANT, extension);
        openRoom(1);

        bus.say(new DigitPressed(call, anna, new DigitSeal(digitKey).seal(anna.value(), "1")));
        bus.say(arrived(anna));

        eventually(() -> assertThat(bus.heard(room, OpenLeg.class)).hasSize(1));
        try (Connection connection = connection();
                PreparedStatement select = connection.prepareStatement("select 1 from room where room = ?")) {
            select.setString(1, call.value());
            assertThat(select.executeQuery().next()).isFalse();
        }
    }

    @Test
    void itIsHealthyAndShowsItsFigures() {
        openRoom(1);
        bus.say(arrived(anna));
        bus.say(new LegAnswered(room, anna));

        eventually(() -> assertThat(get("/q/metrics").body())
                .containsPattern("parley_conference_live\\S* [1-9]")
                .containsPattern("parley_conference_participants\\S* [1-9]"));
        // A conference can go on before: the first consumers have all rooms until the last has joined their group.
        eventually(() -> {
            HttpResponse<String> ready = get("/q/health/ready");
            assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200);
        });
    }

    private HttpResponse<String> get(String path) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("No answer from " + path, e);
        }
    }

    private void letTimersElapse() throws SQLException {
        execute("update timer set due_at = due_at - interval '1 hour' where room = '" + room + "'");
    }

    private void openPinRoom() {
        PinHash hash = new PinHash(pinKey);
        bus.publish(new ConferenceEntry(
                TENANT,
                extension,
                "Room",
                new ConferenceOptions(
                        Optional.of(hash.of(room, "1234")), Optional.of(hash.of(room, "4321")), 10, false)));
        awaitKnown();
    }

    private List<PlannedLeg> latestPlan() {
        List<AudioPlan> plans = bus.heard(room, AudioPlan.class);
        return plans.isEmpty() ? List.of() : plans.getLast().legs();
    }

    private void press(LegId leg, String keys) {
        DigitSeal seal = new DigitSeal(digitKey);
        for (String key : keys.split("")) {
            bus.say(new DigitPressed(room, leg, seal.seal(leg.value(), key)));
        }
    }
}

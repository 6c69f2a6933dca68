package dev.parley.conference.domain;

import static dev.parley.conference.domain.ConferenceScenario.ANNA;
import static dev.parley.conference.domain.ConferenceScenario.BEN;
import static dev.parley.conference.domain.ConferenceScenario.CLEO;
import static dev.parley.conference.domain.ConferenceScenario.INSTANCE;
import static dev.parley.conference.domain.ConferenceScenario.OUTSIDER;
import static dev.parley.conference.domain.ConferenceScenario.arrive;
import static dev.parley.conference.domain.ConferenceScenario.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceCommand.Leave;
import dev.parley.conference.domain.ConferenceEvent.InvitationRequested;
import dev.parley.conference.domain.Effect.PlaceCall;
import dev.parley.conference.domain.Effect.RefuseLeg;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LocalConferenceTest {
    private static final Party OWNER = Party.extension("801");
    private static final Party COLLEAGUE = Party.extension("802");
    private static final Party OUTSIDE = Party.outside("+4915112345");

    @Test
    @DisplayName("R11 nobody joins before the owner has created it")
    void nobodyJoinsBeforeTheOwner() {
        in(local(false, Manners.EndsWith.LAST))
                .when(arrive(BEN, COLLEAGUE))
                .thenRejected(Rejection.NOT_STARTED)
                .thenEffects(new RefuseLeg(BEN, INSTANCE, Rejection.NOT_STARTED));
    }

    @Test
    @DisplayName("R9 the owner creates it, and others join then")
    void theOwnerCreatesIt() {
        var scenario = created(Manners.EndsWith.LAST).given(arrive(BEN, COLLEAGUE), new Answer(BEN));

        assertThat(scenario.state().roster().members()).extracting(Leg::id).containsExactly(ANNA, BEN);
    }

    @Test
    @DisplayName("R10 the PIN is asked of those who join, not of the owner")
    void thePinIsForThoseWhoJoin() {
        var scenario = in(local(true, Manners.EndsWith.LAST))
                .given(arrive(ANNA, OWNER), new Answer(ANNA), arrive(BEN, COLLEAGUE), new Answer(BEN));

        assertThat(scenario.state().roster().members()).extracting(Leg::id).containsExactly(ANNA);
        scenario.thenTold(BEN, Prompt.ENTER_PIN);
    }

    @Test
    @DisplayName("R9 it lives while anyone is in it")
    void itLivesWithoutItsOwner() {
        var scenario = created(Manners.EndsWith.LAST)
                .given(arrive(BEN, COLLEAGUE), new Answer(BEN), new Leave(ANNA, LeaveReason.HUNG_UP))
                .given(arrive(CLEO, Party.extension("803")), new Answer(CLEO));

        assertThat(scenario.state().roster().members()).extracting(Leg::id).containsExactly(BEN, CLEO);
    }

    @Test
    @DisplayName("R9 with conference_end_on_exit it ends with its owner, and nobody can begin it again")
    void itEndsWithItsOwner() {
        var scenario = created(Manners.EndsWith.OWNER)
                .given(arrive(BEN, COLLEAGUE), new Answer(BEN), arrive(CLEO, COLLEAGUE))
                .when(new Leave(ANNA, LeaveReason.HUNG_UP))
                .thenTold(BEN, Prompt.CONFERENCE_ENDED, Prompt.GOODBYE);

        assertThat(scenario.state()).isInstanceOf(ConferenceState.Gathering.class);
        scenario.when(new Answer(CLEO)).thenTold(CLEO, Prompt.NOT_STARTED);
    }

    @Test
    @DisplayName("R12 only the owner invites")
    void onlyTheOwnerInvites() {
        var scenario = created(Manners.EndsWith.LAST)
                .given(arrive(BEN, COLLEAGUE), new Answer(BEN))
                .numbersReach(OUTSIDE)
                .whenPressed(BEN, "*8123#")
                .thenTold(BEN, Prompt.NOT_ALLOWED)
                .thenNoEffectOf(PlaceCall.class);

        assertThat(scenario.whenPressed(ANNA, "*8123#").kindsOfEvents()).contains(InvitationRequested.class);
    }

    @Test
    @DisplayName("R12 whoever tries while a call is being placed hears that we are trying")
    void whoeverTriesMeanwhileHearsSo() {
        created(Manners.EndsWith.LAST)
                .given(arrive(BEN, COLLEAGUE), new Answer(BEN))
                .numbersReach(OUTSIDE)
                .whenPressed(ANNA, "*8123#")
                .whenPressed(BEN, "*8456#")
                .thenTold(BEN, Prompt.TRYING)
                .thenNoEffectOf(PlaceCall.class)
                .whenPressed(ANNA, "*8456#")
                .thenTold(ANNA, Prompt.TRYING)
                .thenNoEffectOf(PlaceCall.class);
    }

    @Test
    @DisplayName("R5 R9 the owner is a moderator")
    void theOwnerIsAModerator() {
        created(Manners.EndsWith.LAST).whenPressed(ANNA, "*92").thenTold(ANNA, Prompt.ALL_MUTED);
    }

    @Test
    @DisplayName("R9 from outside it cannot be told from a room that does not exist")
    void fromOutsideItDoesNotExist() {
        created(Manners.EndsWith.LAST).when(arrive(BEN, OUTSIDER)).thenRejected(Rejection.ROOM_UNKNOWN);
        in(local(false, Manners.EndsWith.LAST))
                .given(arrive(BEN, OUTSIDER), new Answer(BEN))
                .thenTold(BEN, Prompt.ENTER_PIN);
    }

    private static ConferenceScenario created(Manners.EndsWith endsWith) {
        return in(local(false, endsWith)).given(arrive(ANNA, OWNER), new Answer(ANNA));
    }

    private static RoomPolicy local(boolean pin, Manners.EndsWith endsWith) {
        return new RoomPolicy(
                pin,
                5,
                "en",
                3,
                SomeFacts.PIN_SILENCE,
                new Manners(
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false,
                        endsWith,
                        false,
                        KeyMap.DEFAULT,
                        Optional.of("801")));
    }
}

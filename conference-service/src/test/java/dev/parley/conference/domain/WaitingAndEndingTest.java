package dev.parley.conference.domain;

import static dev.parley.conference.domain.ConferenceScenario.ANNA;
import static dev.parley.conference.domain.ConferenceScenario.BEN;
import static dev.parley.conference.domain.ConferenceScenario.arrive;
import static dev.parley.conference.domain.ConferenceScenario.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceCommand.Leave;
import dev.parley.conference.domain.ConferenceEvent.ConferenceEnded;
import dev.parley.conference.domain.ConferenceEvent.ConferenceOpened;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WaitingAndEndingTest {
    @Test
    @DisplayName("R7 before a moderator is in, nobody hears anybody; then all do")
    void aModeratorIsWaitedFor() {
        var scenario = in(room(Manners.EndsWith.LAST, true))
                .givenMembers(ANNA)
                .thenTold(ANNA, Prompt.WELCOME, Prompt.ONLY_ONE, Prompt.WAITING_FOR_MODERATOR)
                .givenMembers(BEN);
        assertThat(scenario.hearing(ANNA))
                .isEqualTo(new HearingPlan.Hearing(ANNA, false, false, true, Optional.empty()));

        scenario.when(new Request.AssignRole(scenario.participantOf(BEN), Role.MODERATOR));
        assertThat(scenario.kindsOfEvents()).contains(ConferenceOpened.class);
        assertThat(scenario.hearing(ANNA).heard()).isTrue();

        scenario.given(new Leave(BEN, LeaveReason.HUNG_UP));
        assertThat(scenario.hearing(ANNA).hears())
                .as("once opened it stays open")
                .isTrue();
    }

    @Test
    @DisplayName("R7 it ends with its last moderator where the room says so")
    void itEndsWithItsLastModerator() {
        var scenario = in(room(Manners.EndsWith.LAST_MODERATOR, false))
                .givenModerator(ANNA)
                .givenMembers(BEN)
                .when(new Leave(ANNA, LeaveReason.HUNG_UP))
                .thenTold(BEN, Prompt.CONFERENCE_ENDED, Prompt.GOODBYE);

        assertThat(((Decision.Accepted) scenario.decision()).events())
                .last()
                .isInstanceOfSatisfying(
                        ConferenceEnded.class,
                        ended -> assertThat(ended.reason()).isEqualTo(EndReason.MODERATOR_LEFT));
    }

    @Test
    void aParticipantWhoLeavesTakesNothingAlong() {
        var scenario = in(room(Manners.EndsWith.LAST_MODERATOR, false))
                .givenModerator(ANNA)
                .givenMembers(BEN)
                .given(new Leave(BEN, LeaveReason.HUNG_UP));

        assertThat(scenario.state()).isInstanceOf(ConferenceState.Live.class);
    }

    @Test
    @DisplayName("R7 all hear the sound when somebody comes in")
    void theEnterSound() {
        in(room(Manners.EndsWith.LAST, false))
                .givenMembers(ANNA)
                .given(arrive(BEN))
                .when(new Answer(BEN))
                .thenTold(ANNA, new Prompt("joined"));
    }

    private static RoomPolicy room(Manners.EndsWith endsWith, boolean waits) {
        return new RoomPolicy(
                false,
                3,
                "en",
                3,
                SomeFacts.PIN_SILENCE,
                new Manners(
                        false,
                        Optional.of(new Prompt("joined")),
                        Optional.empty(),
                        false,
                        false,
                        endsWith,
                        waits,
                        KeyMap.DEFAULT,
                        Optional.empty()));
    }
}

package dev.parley.conference.domain;

import static dev.parley.conference.domain.ConferenceScenario.ANNA;
import static dev.parley.conference.domain.ConferenceScenario.BEN;
import static dev.parley.conference.domain.ConferenceScenario.RING;
import static dev.parley.conference.domain.ConferenceScenario.arrive;
import static dev.parley.conference.domain.ConferenceScenario.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DynamicRoomTest {
    private static RoomPolicy room(boolean waits) {
        return new RoomPolicy(
                true,
                3,
                "en",
                3,
                SomeFacts.PIN_SILENCE,
                new Manners(
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false,
                        Manners.EndsWith.LAST,
                        waits,
                        KeyMap.DEFAULT.withConsultations(),
                        Optional.empty(),
                        true));
    }

    @Test
    @DisplayName("R15 the administrator's password: the conference exists, and the caller is its administrator")
    void theAdministratorOpensIt() {
        var scenario = in(room(false)).given(arrive(ANNA), new Answer(ANNA)).pinIs(PinMatch.MODERATOR_PIN);

        scenario.whenPressed(ANNA, "9999#");

        assertThat(scenario.member(ANNA).isModerator()).isTrue();
        scenario.given(arrive(BEN), new Answer(BEN)).pinIs(PinMatch.PIN).whenPressed(BEN, "1111#");
        assertThat(scenario.listenersOf(BEN)).containsExactly(ANNA);
    }

    @Test
    @DisplayName("R15 a guest before that is told so")
    void aGuestIsEarly() {
        var scenario = in(room(false)).given(arrive(BEN), new Answer(BEN)).pinIs(PinMatch.PIN);

        scenario.whenPressed(BEN, "1111#").thenTold(BEN, Prompt.NOT_STARTED);

        assertThat(scenario.state()).isNotInstanceOf(ConferenceState.Live.class);
    }

    @Test
    @DisplayName("R15 a guest before that waits, where the room wants it")
    void aGuestWaits() {
        var scenario = in(room(true)).given(arrive(BEN), new Answer(BEN)).pinIs(PinMatch.PIN);
        scenario.whenPressed(BEN, "1111#");
        assertThat(scenario.hearing(BEN).music()).isTrue();

        scenario.given(arrive(ANNA), new Answer(ANNA))
                .pinIs(PinMatch.MODERATOR_PIN)
                .whenPressed(ANNA, "9999#");

        assertThat(scenario.listenersOf(BEN)).containsExactly(ANNA);
    }

    @Test
    @DisplayName("R15 the API opens it with an administrator, and with nobody else")
    void theApiCallsAnAdministrator() {
        in(room(false))
                .numbersReach(Party.extension("802"))
                .when(new Request.Invite("802", Role.PARTICIPANT, CallerId.NONE, true, RING))
                .thenRejected(Rejection.NO_CONFERENCE);
        in(room(false))
                .numbersReach(Party.extension("802"))
                .given(new Request.Invite("802", Role.MODERATOR, CallerId.NONE, true, RING));
    }
}

package dev.parley.conference.domain;

import static dev.parley.conference.domain.ConferenceScenario.ANNA;
import static dev.parley.conference.domain.ConferenceScenario.BEN;
import static dev.parley.conference.domain.ConferenceScenario.CLEO;
import static dev.parley.conference.domain.ConferenceScenario.OPEN;
import static dev.parley.conference.domain.ConferenceScenario.arrive;
import static dev.parley.conference.domain.ConferenceScenario.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceEvent.AllMuted;
import dev.parley.conference.domain.ConferenceEvent.ParticipantMuted;
import dev.parley.conference.domain.Effect.ConnectAudio;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MutingTest {
    private static final RoomPolicy MODERATORS_ONLY = new RoomPolicy(
            false,
            3,
            "en",
            3,
            SomeFacts.PIN_SILENCE,
            new Manners(
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    true,
                    false,
                    Manners.EndsWith.LAST,
                    false,
                    KeyMap.DEFAULT,
                    Optional.empty()));

    @Test
    @DisplayName("R6 *1 mutes oneself, confirmed in one's own ear only, and unmutes again")
    void oneMutesOneself() {
        var scenario = in(OPEN).givenMembers(ANNA, BEN).whenPressed(ANNA, "*1");

        scenario.thenTold(ANNA, Prompt.MUTED).thenNothingIsSaidTo(BEN);
        assertThat(scenario.hearing(ANNA).heard()).isFalse();
        assertThat(scenario.hearing(ANNA).hears()).isTrue();

        scenario.whenPressed(ANNA, "*1").thenTold(ANNA, Prompt.UNMUTED);
        assertThat(scenario.hearing(ANNA).heard()).isTrue();
    }

    @Test
    @DisplayName("R23 the event says that a key did it")
    void theEventHasItsCause() {
        var scenario = in(OPEN).givenMembers(ANNA).whenPressed(ANNA, "*1");

        assertThat(((Decision.Accepted) scenario.decision()).events())
                .contains(new ParticipantMuted(
                        ConferenceScenario.conference(2), 3, Cause.KEYPAD, scenario.participantOf(ANNA), Muting.SELF));
    }

    @Test
    @DisplayName("R5 *92 mutes everybody but moderators, who are told so")
    void allButModeratorsAreMuted() {
        var scenario = in(OPEN).givenModerator(ANNA).givenMembers(BEN, CLEO).whenPressed(ANNA, "*92");

        scenario.thenTold(ANNA, Prompt.ALL_MUTED)
                .thenTold(BEN, Prompt.MUTED_BY_MODERATOR)
                .thenTold(CLEO, Prompt.MUTED_BY_MODERATOR);
        assertThat(scenario.hearing(ANNA).heard()).isTrue();
        assertThat(scenario.hearing(BEN).heard()).isFalse();
        assertThat(scenario.hearing(CLEO).heard()).isFalse();
    }

    @Test
    @DisplayName("R26 who joins late under *92 is inaudible in the first plan that has it")
    void aLateJoinerIsInaudibleFromTheFirstPlan() {
        var scenario = in(OPEN).givenModerator(ANNA)
                .given(new Request.MuteAll())
                .given(arrive(BEN))
                .when(new Answer(BEN));

        assertThat(scenario.decision().effects())
                .filteredOn(ConnectAudio.class::isInstance)
                .singleElement()
                .satisfies(effect -> assertThat(((ConnectAudio) effect).plan().legs())
                        .filteredOn(leg -> leg.leg().equals(BEN))
                        .singleElement()
                        .satisfies(leg -> {
                            assertThat(leg.heard()).isFalse();
                            assertThat(leg.hears()).isTrue();
                        }));
        scenario.thenTold(BEN, Prompt.WELCOME, Prompt.MUTED_BY_MODERATOR);
    }

    @Test
    @DisplayName("R5 *93 takes *92 back, but not what one did oneself")
    void muteAllIsTakenBack() {
        var scenario = in(OPEN).givenModerator(ANNA)
                .givenMembers(BEN, CLEO)
                .whenPressed(BEN, "*1")
                .whenPressed(ANNA, "*92")
                .whenPressed(ANNA, "*93");

        scenario.thenTold(ANNA, Prompt.ALL_UNMUTED).thenTold(BEN, Prompt.MUTED).thenTold(CLEO, Prompt.UNMUTED);
        assertThat(scenario.hearing(BEN).heard()).isFalse();
        assertThat(scenario.hearing(CLEO).heard()).isTrue();
    }

    @Test
    @DisplayName("R6 who was muted by a moderator cannot unmute, and hears why")
    void whatAModeratorMutedOneCannotUnmute() {
        var scenario = in(OPEN).givenMembers(ANNA, BEN);
        scenario.given(new Request.Mute(scenario.participantOf(BEN), Muting.MODERATOR))
                .thenTold(BEN, Prompt.MUTED_BY_MODERATOR)
                .whenPressed(BEN, "*1")
                .thenTold(BEN, Prompt.MUTED_BY_MODERATOR);

        assertThat(scenario.member(BEN).voice().muting()).containsExactly(Muting.MODERATOR);
    }

    @Test
    @DisplayName("R5 three facts: each is taken back on its own, and one is heard when none holds")
    void threeFactsNotOne() {
        var scenario = in(OPEN).givenModerator(ANNA).givenMembers(BEN);
        var ben = scenario.participantOf(BEN);
        for (Muting by : Muting.values()) {
            scenario.given(new Request.Mute(ben, by));
        }
        scenario.given(new Request.Unmute(ben, Muting.MODERATOR), new Request.Unmute(ben, Muting.SELF));
        assertThat(scenario.hearing(BEN).heard()).isFalse();

        scenario.given(new Request.Unmute(ben, Muting.POLICY));
        assertThat(scenario.hearing(BEN).heard()).isTrue();
    }

    @Test
    @DisplayName("R6 under mute_non_moderator one starts muted, and only a moderator unmutes")
    void onlyAModeratorUnmutes() {
        var scenario = in(MODERATORS_ONLY).givenMembers(ANNA);
        assertThat(((Decision.Accepted) scenario.decision()).events())
                .contains(new AllMuted(ConferenceScenario.conference(2), 2, Cause.POLICY));
        assertThat(scenario.hearing(ANNA).heard()).isFalse();
        scenario.whenPressed(ANNA, "*1").thenTold(ANNA, Prompt.MUTED_BY_MODERATOR);
        assertThat(scenario.hearing(ANNA).heard()).isFalse();

        scenario.given(new Request.Unmute(scenario.participantOf(ANNA), Muting.POLICY));
        assertThat(scenario.hearing(ANNA).heard()).isTrue();
        scenario.whenPressed(ANNA, "*1").thenTold(ANNA, Prompt.MUTED);
        scenario.whenPressed(ANNA, "*1").thenTold(ANNA, Prompt.MUTED_BY_MODERATOR);
        assertThat(scenario.hearing(ANNA).heard()).isFalse();
    }

    @Test
    @DisplayName("R5 for who is no moderator the keys do nothing but a refusal")
    void participantsAreRefused() {
        for (String keys : new String[] {"*90", "*91", "*92", "*93", "*94", "*95", "*99"}) {
            var scenario = in(OPEN).givenMembers(ANNA, BEN).whenPressed(BEN, keys);

            scenario.thenTold(BEN, Prompt.NOT_ALLOWED).thenNothingIsSaidTo(ANNA);
            assertThat(scenario.kindsOfEvents()).doesNotContain(AllMuted.class).hasSizeLessThanOrEqualTo(1);
            assertThat(scenario.member(BEN).keys()).isEmpty();
        }
    }

    @Test
    void whoIsDeafHearsNobodyAndWhoIsOnHoldHearsMusic() {
        var scenario = in(OPEN).givenMembers(ANNA, BEN);
        scenario.given(new Request.Deafen(scenario.participantOf(ANNA)));
        assertThat(scenario.hearing(ANNA))
                .isEqualTo(new HearingPlan.Hearing(ANNA, true, false, false, Optional.empty()));

        scenario.given(new Request.PutOnHold(scenario.participantOf(BEN)));
        assertThat(scenario.hearing(BEN)).isEqualTo(new HearingPlan.Hearing(BEN, false, false, true, Optional.empty()));
    }
}

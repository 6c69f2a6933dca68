package dev.parley.callcontrol.call;

import static dev.parley.callcontrol.call.Scenario.CALLER;
import static dev.parley.callcontrol.call.Scenario.CONFERENCE;
import static dev.parley.callcontrol.call.Scenario.OWN;
import static dev.parley.callcontrol.call.Scenario.ROOM;
import static dev.parley.contracts.media.SdpRole.ANSWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.call.CallCommand.LegMediaFailed;
import dev.parley.contracts.call.CallCommand.LegPromptEnded;
import dev.parley.contracts.call.CallCommand.MediaFailure;
import dev.parley.contracts.call.CallCommand.Refusal;
import dev.parley.contracts.call.CallCommand.RefuseLeg;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.MediaCommand.PlayPrompt;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A caller who is not let in hears why, and gets the right answer. */
class RefusingTest {
    private static Scenario arrived() {
        return Scenario.begin(CONFERENCE, Messages.invite(Messages.OFFER));
    }

    @Test
    void refusedCallerHearsThePromptFirst() {
        Scenario scenario = arrived().command(new RefuseLeg(ROOM, CALLER, Refusal.LOCKED));
        assertThat(scenario.asked()).containsExactly(new OpenLeg(OWN, CALLER, 0, Optional.of(Messages.OFFER)));
        scenario.sdp(OWN, CALLER, 0, ANSWER);
        assertThat(scenario.answers()).containsExactly(183);
        PlayPrompt prompt = (PlayPrompt) scenario.asked().getFirst();
        assertThat(prompt.prompts()).containsExactly("conference-locked");
        scenario.command(new LegPromptEnded(OWN, CALLER, prompt.request()));

        assertThat(scenario.answers()).containsExactly(403);
        assertThat(scenario.asked()).containsExactly(new CloseLeg(OWN, CALLER));
        assertThat(scenario.told()).containsExactly(new LegEnded(ROOM, CALLER, LegEnd.REFUSED));
        scenario.isOver();
    }

    @Test
    void refusedCallerWithoutOfferGetsTheAnswerAlone() {
        Scenario scenario = Scenario.begin(CONFERENCE, Messages.invite(""))
                .command(new RefuseLeg(ROOM, CALLER, Refusal.UNAVAILABLE));

        assertThat(scenario.answers()).containsExactly(503);
        assertThat(scenario.asked()).isEmpty();
        assertThat(scenario.told()).containsExactly(new LegEnded(ROOM, CALLER, LegEnd.REFUSED));
    }

    @Test
    void whoComesBeforeTheOwnerIsToldSo() {
        Scenario scenario = arrived()
                .command(new RefuseLeg(ROOM, CALLER, Refusal.NOT_STARTED))
                .sdp(OWN, CALLER, 0, ANSWER);

        assertThat(scenario.prompts()).containsExactly("conference-not-started");
        assertThat(scenario.heard().answers()).containsExactly(480);
    }

    @Test
    void whoseTenantHasAsMuchAsItMayHaveIsToldSo() {
        Scenario scenario =
                arrived().command(new RefuseLeg(ROOM, CALLER, Refusal.LIMIT)).sdp(OWN, CALLER, 0, ANSWER);

        assertThat(scenario.prompts()).containsExactly("limit-reached");
        assertThat(scenario.heard().answers()).containsExactly(486);
    }

    @Test
    void eachRefusalHasItsAnswer() {
        for (Refusal refusal : Refusal.values()) {
            int expected = switch (refusal) {
                case UNKNOWN -> 404;
                case FULL, LIMIT -> 486;
                case LOCKED, SHUT_OUT -> 403;
                case NOT_STARTED -> 480;
                case UNAVAILABLE -> 503;
            };
            Scenario scenario = arrived().command(new RefuseLeg(ROOM, CALLER, refusal));
            if (refusal != Refusal.SHUT_OUT) { // The only one without a prompt to be waited for.
                scenario = scenario.impatient();
            }
            assertThat(scenario.answers()).containsExactly(expected);
        }
    }

    @Test
    void mediaThatCannotBeHadIsNotAcceptable() {
        Scenario scenario = arrived()
                .command(new LegMediaFailed(ROOM, CALLER, 0, MediaFailure.NO_COMMON_CODEC, "nothing in common"));

        assertThat(scenario.answers()).containsExactly(488);
        assertThat(scenario.told()).containsExactly(new LegEnded(ROOM, CALLER, LegEnd.MEDIA_FAILED));
    }

    @Test
    void silenceOfTheConferenceIsATemporaryFailure() {
        Scenario scenario = arrived().impatient();

        assertThat(scenario.answers()).containsExactly(503);
        assertThat(scenario.told()).containsExactly(new LegEnded(ROOM, CALLER, LegEnd.REFUSED));
    }
}

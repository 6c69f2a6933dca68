package dev.parley.callcontrol.call;

import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.Leg;
import dev.parley.callcontrol.leg.Leg.Incoming;
import dev.parley.callcontrol.leg.Leg.Up;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.MediaCommand.PlayPrompt;
import dev.parley.contracts.media.MediaCommand.StopPrompt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The caller's half of a call in a room of ours, as far as it has got.
 *
 * @param opened whether media-adapter has been asked for its media
 * @param answer our side of its media, once media-adapter has made it
 * @param early whether the caller has that SDP and hears us, before the answer
 * @param tone whether it hears a ringing tone of ours
 * @param revision of the last plan of the room; 0 when there has been none
 */
public record CallerSide(Leg leg, boolean opened, Optional<String> answer, boolean early, boolean tone, long revision) {
    /** Five seconds each; whoever rings longer has been given up. */
    private static final int RINGS = 30;

    /** Whose INVITE has just come. */
    static CallerSide fresh(Incoming leg) {
        return new CallerSide(leg, false, Optional.empty(), false, false, 0);
    }

    /** Whom we have called. */
    static CallerSide up(Up leg) {
        return new CallerSide(leg, true, Optional.empty(), false, false, 0);
    }

    RoomId room() {
        return leg.line().room();
    }

    CallerSide with(Leg next) {
        return new CallerSide(next, opened, answer, early, tone, revision);
    }

    CallerSide answering(String sdp) {
        return new CallerSide(leg, opened, Optional.of(sdp), early, tone, revision);
    }

    CallerSide hearing() {
        return new CallerSide(leg, opened, answer, true, tone, revision);
    }

    CallerSide planned() {
        return new CallerSide(leg, opened, answer, early, tone, revision + 1);
    }

    private CallerSide toned(boolean on) {
        return new CallerSide(leg, opened, answer, early, on, revision);
    }

    /** Whether the caller can be given early media. */
    boolean offered() {
        return leg instanceof Incoming incoming && incoming.invite().sdp().isPresent();
    }

    /** Whether what we play is heard. */
    boolean hears() {
        return early || leg instanceof Up;
    }

    boolean held() {
        return leg instanceof Up up && up.media().held();
    }

    /** What has to be done to it, and how it is then. */
    record Change(CallerSide next, List<Effect> effects) {}

    Change open(int instance) {
        if (opened || !(leg instanceof Incoming incoming)) {
            return new Change(this, List.of());
        }
        Effect open = new Effect.Ask(
                new OpenLeg(room(), leg.id(), instance, incoming.invite().sdp()));
        return new Change(new CallerSide(leg, true, answer, early, tone, revision), List.of(open));
    }

    /** A caller who hears us must not hear silence while somebody is rung; the others' phones make the tone themselves. */
    Change ring(Particulars about, int instance) {
        if (!hears() || tone) {
            return new Change(this, List.of());
        }
        Effect play = new Effect.Ask(new PlayPrompt(
                room(),
                leg.id(),
                about.request("ringing"),
                Collections.nCopies(RINGS, "ringback"),
                about.language(),
                OptionalInt.of(instance)));
        return new Change(toned(true), List.of(play));
    }

    Change quiet() {
        return tone
                ? new Change(toned(false), List.of(new Effect.Ask(new StopPrompt(room(), leg.id()))))
                : new Change(this, List.of());
    }

    /** Gives back what it has in the room. */
    List<Effect> leave() {
        List<Effect> effects = new ArrayList<>();
        if (opened) {
            effects.add(new Effect.Ask(new CloseLeg(room(), leg.id())));
        }
        if (revision > 0) {
            effects.add(new Effect.Forget(room()));
        }
        return effects;
    }
}

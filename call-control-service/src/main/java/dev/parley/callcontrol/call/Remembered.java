package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.Call.AnnouncedCall;
import dev.parley.callcontrol.call.Call.Called;
import dev.parley.callcontrol.call.Call.ConferenceCall;
import dev.parley.callcontrol.call.Call.Holds;
import dev.parley.callcontrol.call.Call.TwoPartyCall;
import dev.parley.callcontrol.leg.Exchange;
import dev.parley.callcontrol.leg.Leg;
import dev.parley.callcontrol.leg.Line;
import dev.parley.callcontrol.sip.Dialog;
import dev.parley.callcontrol.sip.SessionTimer;
import dev.parley.contracts.id.RoomId;
import java.time.Instant;
import java.util.Optional;

/**
 * What must be known of a call when its process is gone, to go on with it, or at least to end it properly.
 *
 * @param instance whose call it is
 * @param caller the caller's leg, up or still waiting for its answer
 * @param arrivedIn where a refused leg had arrived
 * @param called the other party's leg, in a call of two
 */
public record Remembered(
        int instance,
        Kind kind,
        RememberedLeg caller,
        Optional<RoomId> arrivedIn,
        Optional<RememberedLeg> called,
        Optional<Called> party,
        Optional<String> answer,
        String language,
        long revision,
        Holds holds) {
    /** What it is to become again. */
    public enum Kind {
        CONFERENCE,
        ANNOUNCED,
        TWO_PARTY
    }

    /**
     * One leg.
     *
     * @param up none before the answer
     */
    public record RememberedLeg(Line line, Optional<RememberedDialog> up) {
        static RememberedLeg of(Leg leg) {
            return new RememberedLeg(
                    leg.line(), leg instanceof Leg.Up up ? Optional.of(RememberedDialog.of(up)) : Optional.empty());
        }
    }

    /**
     * Its dialog. What was being negotiated is not kept: the party will try again.
     *
     * @param acknowledged whether the ACK to our first 2xx has come
     */
    public record RememberedDialog(
            Dialog dialog, Leg.Media media, SessionTimer session, Instant due, long invited, boolean acknowledged) {
        static RememberedDialog of(Leg.Up up) {
            boolean waits = up.exchange() instanceof Exchange.AwaitingAck awaiting && awaiting.first();
            return new RememberedDialog(up.dialog(), up.media(), up.session(), up.sessionDue(), up.invited(), !waits);
        }

        Leg.Up on(Line line) {
            return new Leg.Up(line, dialog, media, new Exchange.Settled(), session, due, invited, false);
        }
    }

    /** The call's key among its like. */
    public String id() {
        return caller.line().leg().value();
    }

    public static Remembered of(Call call, int instance) {
        RememberedLeg caller = RememberedLeg.of(call.caller());
        return switch (call) {
            case ConferenceCall conference ->
                new Remembered(
                        instance,
                        Kind.CONFERENCE,
                        caller,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        conference.language(),
                        0,
                        Holds.NONE);
            case AnnouncedCall announced ->
                new Remembered(
                        instance,
                        Kind.ANNOUNCED,
                        caller,
                        announced.announcement().arrivedIn(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        announced.announcement().language(),
                        0,
                        Holds.NONE);
            case TwoPartyCall two ->
                new Remembered(
                        instance,
                        Kind.TWO_PARTY,
                        caller,
                        Optional.empty(),
                        Optional.of(two.called()
                                .map(RememberedLeg::of)
                                .orElse(new RememberedLeg(two.calledLine(), Optional.empty()))),
                        Optional.of(two.party()),
                        two.answer(),
                        two.language(),
                        two.revision(),
                        two.holds());
        };
    }
}

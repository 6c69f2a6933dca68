package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.Call.AnnouncedCall;
import dev.parley.callcontrol.call.Call.ConferenceCall;
import dev.parley.callcontrol.call.TwoPartyCall.Called;
import dev.parley.callcontrol.call.TwoPartyCall.Holds;
import dev.parley.callcontrol.dialplan.Destination;
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
 * @param arrivedIn the conference room that has been told of a leg which is not in it yet, or not let in
 * @param called the other party's leg, in a call of two, or in a conference that was one
 * @param former the room of the call that became a conference
 */
public record Remembered(
        int instance,
        Kind kind,
        RememberedLeg caller,
        Optional<RoomId> arrivedIn,
        Optional<RememberedLeg> called,
        Optional<Called> party,
        Optional<Particulars> about,
        Optional<String> answer,
        String language,
        long revision,
        Holds holds,
        Optional<Waiting> waiting,
        Optional<RoomId> former) {
    /** What it is to become again. */
    public enum Kind {
        CONFERENCE,
        /** It has a caller who hears something, and goes no further without its process. */
        ATTENDED,
        TWO_PARTY,
        /** The same, but they do not hear each other: one of them is keying a password. */
        APART,
        ESCALATED,
        CALLBACK
    }

    /** Somebody who waits to be called back. */
    public record Waiting(Destination.CallBack order, Instant due) {}

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
        return switch (call) {
            case ConferenceCall conference -> alone(Kind.CONFERENCE, call, instance, conference.language(), 0);
            case AnnouncedCall announced ->
                alone(
                                Kind.ATTENDED,
                                call,
                                instance,
                                announced.announcement().language(),
                                announced.side().revision())
                        .in(announced.announcement().arrivedIn());
            case MenuCall menu ->
                alone(
                        Kind.ATTENDED,
                        call,
                        instance,
                        menu.about().language(),
                        menu.side().revision());
            case MovingCall moving ->
                alone(
                                Kind.ATTENDED,
                                call,
                                instance,
                                moving.about().language(),
                                moving.side().revision())
                        .in(Optional.of(moving.to()));
            case CallbackCall callback -> waiting(callback, instance);
            // Before the answer it is lost with its process, and the conference is told so.
            case PlacedCall placed -> alone(Kind.CONFERENCE, call, instance, placed.language(), 0);
            case TwoPartyCall two -> two(two, instance);
            case EscalatedCall escalated -> escalated(escalated, instance);
        };
    }

    private static Remembered alone(Kind kind, Call call, int instance, String language, long revision) {
        return new Remembered(
                instance,
                kind,
                RememberedLeg.of(call.caller()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                language,
                revision,
                Holds.NONE,
                Optional.empty(),
                Optional.empty());
    }

    private Remembered in(Optional<RoomId> room) {
        return new Remembered(
                instance, kind, caller, room, called, party, about, answer, language, revision, holds, waiting, former);
    }

    /** One that has been dialled is lost with its process. */
    private static Remembered waiting(CallbackCall call, int instance) {
        Optional<Waiting> waiting =
                call.opened() ? Optional.empty() : Optional.of(new Waiting(call.order(), call.due()));
        return new Remembered(
                instance,
                Kind.CALLBACK,
                RememberedLeg.of(call.caller()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(call.about()),
                Optional.empty(),
                call.about().language(),
                0,
                Holds.NONE,
                waiting,
                Optional.empty());
    }

    private static Remembered two(TwoPartyCall call, int instance) {
        return new Remembered(
                instance,
                call.keying().apart() ? Kind.APART : Kind.TWO_PARTY,
                RememberedLeg.of(call.caller()),
                Optional.empty(),
                Optional.of(RememberedLeg.of(call.called())),
                Optional.of(call.party()),
                Optional.of(call.about()),
                call.side().answer(),
                call.about().language(),
                call.side().revision(),
                call.holds(),
                Optional.empty(),
                Optional.empty());
    }

    private static Remembered escalated(EscalatedCall call, int instance) {
        return new Remembered(
                instance,
                Kind.ESCALATED,
                RememberedLeg.of(call.caller()),
                Optional.empty(),
                Optional.of(RememberedLeg.of(call.other().caller())),
                Optional.of(call.party()),
                Optional.empty(),
                Optional.empty(),
                call.one().language(),
                0,
                Holds.NONE,
                Optional.empty(),
                Optional.of(call.former()));
    }
}

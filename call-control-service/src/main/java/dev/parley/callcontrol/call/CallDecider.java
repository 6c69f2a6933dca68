package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.Call.AnnouncedCall;
import dev.parley.callcontrol.call.Call.ConferenceCall;
import dev.parley.callcontrol.call.Call.TwoPartyCall;
import dev.parley.callcontrol.dialplan.Destination;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.Leg.Incoming;
import dev.parley.callcontrol.leg.LegDecider;
import dev.parley.callcontrol.leg.Line;
import dev.parley.callcontrol.sip.Replies;
import dev.parley.contracts.id.RoomId;
import java.time.Instant;
import java.util.Optional;

/** What an input does to a call. */
public final class CallDecider {
    private final AnnouncementRules announcements;
    private final ConferenceRules conferences;
    private final TwoPartyRules twoParties;

    public CallDecider(CallSettings settings) {
        LegDecider legs = new LegDecider(settings.leg());
        announcements = new AnnouncementRules(settings, legs);
        conferences = new ConferenceRules(settings, legs, announcements);
        twoParties = new TwoPartyRules(settings, legs, announcements);
    }

    /** The first step: 100 at once, so that nobody repeats the INVITE, then whatever the destination takes. */
    public CallStep<? extends Call> begin(Arrival arrival, Instant now) {
        CallStep<? extends Call> first = switch (arrival.destination()) {
            case Destination.ConferenceRoom room -> conferences.begin(arrival, room);
            case Destination.Phone phone -> twoParties.begin(arrival, phone);
            case Destination.Outside outside -> twoParties.begin(arrival, outside);
            case Destination.Nowhere(var tenant) -> {
                RoomId room = RoomId.ofCall(tenant, arrival.leg().value());
                Incoming leg = new Incoming(new Line(room, arrival.leg(), arrival.contact()), arrival.invite());
                yield announcements.begin(leg, Outcome.UNKNOWN, arrival.language(), Optional.empty(), now);
            }
        };
        return first.after(new Effect.Reply(arrival.invite(), Replies.to(arrival.invite(), 100, "")));
    }

    public CallStep<? extends Call> decide(Call call, CallInput input, Instant now) {
        if (call.over()) {
            return CallStep.to(call);
        }
        return switch (call) {
            case ConferenceCall conference -> conferences.decide(conference, input, now);
            case AnnouncedCall announced -> announcements.decide(announced, input, now);
            case TwoPartyCall twoParty -> twoParties.decide(twoParty, input, now);
        };
    }
}

package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.TwoPartyCall.Called;
import dev.parley.callcontrol.call.TwoPartyCall.Holds;
import dev.parley.callcontrol.dialplan.Destination;
import dev.parley.callcontrol.dialplan.DialPlan;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.Leg.Outgoing;
import dev.parley.callcontrol.leg.Leg.Planned;
import dev.parley.callcontrol.leg.LegDecider;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.leg.Line;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.contracts.directory.PhoneOptions.Condition;
import dev.parley.contracts.directory.PhoneOptions.Forwarding;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Calls a party, and the next one when it does not take the call (R1). */
final class DiallingRules {
    private final CallSettings settings;
    private final LegDecider legs;
    private final DialPlan dialPlan;
    private final Onward onward;

    DiallingRules(CallSettings settings, LegDecider legs, DialPlan dialPlan, Onward onward) {
        this.settings = settings;
        this.legs = legs;
        this.dialPlan = dialPlan;
        this.onward = onward;
    }

    CallStep<TwoPartyCall> begin(CallerSide side, Particulars about, Destination.Phone phone) {
        return begin(side, about, Invitations.party(about, phone, dialPlan.presentation()));
    }

    CallStep<TwoPartyCall> begin(CallerSide side, Particulars about, Destination.Outside outside) {
        Effect admit = new Effect.Admit(about.next(), outside.toll());
        return begin(side, about, Invitations.party(about, outside, dialPlan.presentation()))
                .after(admit);
    }

    private CallStep<TwoPartyCall> begin(CallerSide side, Particulars about, Called party) {
        int instance = settings.leg().instance();
        Line line = new Line(side.room(), about.next(), settings.contact());
        CallerSide.Change opened = side.open(instance);
        CallerSide.Change ringing = opened.next().ring(about, instance);
        Holds holds = new Holds(side.held(), false);
        return CallStep.to(new TwoPartyCall(
                        ringing.next(),
                        new Planned(line),
                        party,
                        about.again(),
                        false,
                        holds,
                        false,
                        Keying.Idle.NOTHING))
                .then(opened.effects())
                .then(new Effect.Ask(new OpenLeg(side.room(), line.leg(), instance, Optional.empty())))
                .then(ringing.effects())
                .waitFor("media", settings.media());
    }

    /** media-adapter has made our offer to the called party. */
    CallStep<TwoPartyCall> dial(TwoPartyCall call, Planned called, String offer) {
        SipRequest invite = Invitations.invite(called.line(), call.party(), offer, settings);
        Outgoing dialled = new Outgoing(called.line(), invite, offer, false, Optional.empty());
        return CallStep.to(call.with(dialled)).then(new Effect.Send(invite)).waitFor("answer", patience(call.party()));
    }

    private Duration patience(Called party) {
        List<Forwarding> rules =
                party.phone().map(Destination.Phone::forwarding).orElse(List.of());
        return rules.stream()
                .filter(rule -> rule.when() == Condition.NO_ANSWER)
                .findFirst()
                .map(rule -> Duration.ofSeconds(rule.ringSeconds()))
                .filter(rings -> rings.compareTo(settings.ring()) < 0)
                .orElse(settings.ring());
    }

    /** The party does not take the call: goes on to wherever its rules say, if they do. */
    Optional<CallStep<? extends Call>> forward(TwoPartyCall call, Condition why, Instant now) {
        return call.party()
                .phone()
                .flatMap(phone -> dialPlan.forwarded(phone, why))
                .map(next -> sendOn(call, next, now));
    }

    private CallStep<? extends Call> sendOn(TwoPartyCall call, Destination next, Instant now) {
        CallStep<? extends Call> given = giveUp(call, now);
        return given.andThen(onward.connect(call.side(), call.about(), next, now));
    }

    /** Gives the called party up, and leaves the caller as it is. */
    CallStep<TwoPartyCall> giveUp(TwoPartyCall call, Instant now) {
        List<Effect> cancel =
                legs.decide(call.called(), new LegInput.HangUp(), now).effects();
        return CallStep.to(call)
                .then(cancel)
                .then(new Effect.StopPatience())
                .then(new Effect.Ask(new CloseLeg(call.room(), call.called().id())));
    }
}

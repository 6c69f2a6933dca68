package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.Call.ConferenceCall;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import java.time.Instant;

/** Two legs of a conference that were a call before: what is said of one is none of the other's business. */
final class EscalatedRules {
    private final ConferenceRules conferences;

    EscalatedRules(ConferenceRules conferences) {
        this.conferences = conferences;
    }

    CallStep<? extends Call> decide(EscalatedCall call, CallInput input, Instant now) {
        return switch (input) {
            case CallInput.ToLeg(LegId leg, var _) -> member(call, leg, input, now);
            case CallInput.Commanded(CallCommand command) ->
                member(call, command.leg(), new CallInput.Commanded(readdressed(call, command)), now);
            case CallInput.Pressed _, CallInput.NotAdmitted _, CallInput.PatienceOver _ -> CallStep.to(call);
        };
    }

    private CallStep<? extends Call> member(EscalatedCall call, LegId leg, CallInput input, Instant now) {
        return call.member(leg)
                .<CallStep<? extends Call>>map(member -> follow(call, conferences.decide(member, input, now)))
                .orElseGet(() -> CallStep.to(call));
    }

    private static CallStep<EscalatedCall> follow(EscalatedCall call, CallStep<? extends Call> step) {
        EscalatedCall next = step.next() instanceof ConferenceCall member ? call.with(member) : call;
        CallStep<EscalatedCall> done = new CallStep<>(next, step.effects());
        return next.over() ? done.then(new Effect.Forget(call.former())) : done;
    }

    /** What was being negotiated when the room changed is answered in the name of the room that was. */
    private static CallCommand readdressed(EscalatedCall call, CallCommand command) {
        RoomId room = call.caller().line().room();
        return switch (command) {
            case CallCommand.LegSdp sdp
            when sdp.room().equals(call.former()) ->
                new CallCommand.LegSdp(room, sdp.leg(), sdp.negotiation(), sdp.role(), sdp.sdp());
            case CallCommand.LegMediaFailed failed
            when failed.room().equals(call.former()) ->
                new CallCommand.LegMediaFailed(
                        room, failed.leg(), failed.negotiation(), failed.reason(), failed.detail());
            case CallCommand other -> other;
        };
    }
}

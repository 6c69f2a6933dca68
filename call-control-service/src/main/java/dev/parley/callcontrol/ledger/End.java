package dev.parley.callcontrol.ledger;

import dev.parley.callcontrol.call.CallInput;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.ledger.CallRecord.Direction;
import java.util.List;
import java.util.Optional;

/** Why a leg is gone. */
final class End {
    private End() {}

    static LegEnd of(Draft draft, Optional<CallInput> input, List<Effect> effects) {
        return told(draft.leg(), effects)
                .or(() -> input.flatMap(it -> by(draft, it)))
                .orElseGet(() -> byUs(draft, input));
    }

    /** As the conference hears it. */
    private static Optional<LegEnd> told(LegId leg, List<Effect> effects) {
        return effects.stream()
                .filter(Effect.Tell.class::isInstance)
                .map(effect -> ((Effect.Tell) effect).event())
                .filter(LegEnded.class::isInstance)
                .map(LegEnded.class::cast)
                .filter(ended -> ended.leg().equals(leg))
                .map(LegEnded::reason)
                .findFirst();
    }

    /** The doing of its own party, or of the media, or of the clock. */
    private static Optional<LegEnd> by(Draft draft, CallInput input) {
        if (input instanceof CallInput.Commanded(CallCommand.LegMediaFailed failed)
                && failed.leg().equals(draft.leg())) {
            return Optional.of(LegEnd.MEDIA_FAILED);
        }
        if (!(input instanceof CallInput.ToLeg(LegId leg, LegInput what)) || !leg.equals(draft.leg())) {
            return Optional.empty();
        }
        return switch (what) {
            case LegInput.Requested(SipRequest request)
            when request.is("BYE") || request.is("CANCEL") ->
                Optional.of(draft.answered().isPresent() ? LegEnd.HUNG_UP : LegEnd.CANCELLED);
            case LegInput.Responded(SipResponse response)
            when draft.answered().isEmpty() ->
                Optional.of(refused(response.status(), draft.rang().isPresent()));
            case LegInput.Responded _, LegInput.Elapsed _, LegInput.MediaLost _ -> Optional.of(LegEnd.LOST);
            case LegInput.NegotiationFailed _ -> Optional.of(LegEnd.MEDIA_FAILED);
            case LegInput.Requested _,
                    LegInput.Negotiated _,
                    LegInput.Ring _,
                    LegInput.Progress _,
                    LegInput.Accept _,
                    LegInput.Move _,
                    LegInput.Refuse _,
                    LegInput.HangUp _ -> Optional.empty();
        };
    }

    private static LegEnd refused(int status, boolean rang) {
        return switch (status) {
            case 486, 600 -> LegEnd.BUSY;
            case 403, 603, 607, 608 -> LegEnd.DECLINED;
            case 408, 480, 487 -> rang ? LegEnd.NO_ANSWER : LegEnd.UNREACHABLE;
            case 200, 415, 488, 606 -> LegEnd.MEDIA_FAILED;
            default -> LegEnd.UNREACHABLE;
        };
    }

    private static LegEnd byUs(Draft draft, Optional<CallInput> input) {
        if (draft.answered().isPresent()) {
            return LegEnd.ENDED_BY_US;
        }
        if (draft.direction() == Direction.INCOMING) {
            return LegEnd.REFUSED;
        }
        return input.filter(CallInput.PatienceOver.class::isInstance).isPresent()
                ? LegEnd.NO_ANSWER
                : LegEnd.ENDED_BY_US;
    }
}

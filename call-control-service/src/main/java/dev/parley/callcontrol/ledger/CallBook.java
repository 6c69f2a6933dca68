package dev.parley.callcontrol.ledger;

import dev.parley.callcontrol.call.Call;
import dev.parley.callcontrol.call.CallInput;
import dev.parley.callcontrol.call.CallStep;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.Leg;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.ledger.CallRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Keeps the records of one call's legs: opens one for every INVITE, in or out, and closes it when the leg is gone. What
 * happens is read off the call's steps, whatever kind of call it is. Not thread-safe.
 */
public final class CallBook {
    private final LegId call;
    private final Map<LegId, Draft> drafts = new LinkedHashMap<>();
    private final Set<LegId> closed = new HashSet<>();

    public CallBook(LegId call) {
        this.call = call;
    }

    /** Goes on with what the process before this one has begun. */
    public void recall(List<Draft> left) {
        left.forEach(draft -> drafts.put(draft.leg(), draft));
    }

    /** The legs that are not over. */
    public List<Draft> drafts() {
        return List.copyOf(drafts.values());
    }

    /** The records of the legs that are over by this step. */
    public List<CallRecord> follow(Optional<CallInput> input, CallStep<? extends Call> step, Instant now) {
        input.ifPresent(it -> hear(it, now));
        Map<LegId, Leg> legs =
                step.next().legs().stream().collect(Collectors.toMap(Leg::id, Function.identity(), (one, _) -> one));
        RoomId room = step.next().caller().line().room();
        step.effects().forEach(effect -> see(effect, room, now));
        List<CallRecord> over = new ArrayList<>();
        for (Draft open : drafts()) {
            Optional<Leg> leg = Optional.ofNullable(legs.get(open.leg()));
            Draft draft = leg.map(there -> open.in(there.line().room())).orElse(open);
            if (leg.filter(there -> !(there instanceof Leg.Gone)).isEmpty()) {
                over.add(draft.over(End.of(draft, input, step.effects()), now));
                drafts.remove(draft.leg());
                closed.add(draft.leg());
            } else {
                drafts.put(draft.leg(), leg.get() instanceof Leg.Up ? draft.answered(now) : draft);
            }
        }
        return over;
    }

    /** The records of the legs that went with the process before this one. */
    public List<CallRecord> abandon(Optional<Call> resumed, Instant now) {
        List<LegId> there =
                resumed.stream().flatMap(it -> it.legs().stream()).map(Leg::id).toList();
        List<CallRecord> lost = drafts().stream()
                .filter(draft -> !there.contains(draft.leg()))
                .map(draft -> draft.over(LegEnd.LOST, now))
                .toList();
        drafts.keySet().retainAll(there);
        return lost;
    }

    private void hear(CallInput input, Instant now) {
        if (input instanceof CallInput.ToLeg(LegId leg, LegInput.Responded(SipResponse response))
                && response.cseq().method().equals("INVITE")) {
            update(leg, draft -> answer(draft, response, now));
        }
    }

    private void see(Effect effect, RoomId room, Instant now) {
        if (effect instanceof Effect.Reply(SipRequest request, SipResponse response) && begins(request)) {
            open(call, () -> Invites.received(request, call, room, now));
            update(call, draft -> answer(draft, response, now));
        } else if (effect instanceof Effect.Send(SipRequest request) && begins(request)) {
            LegId leg = new LegId(request.fromTag());
            open(leg, () -> Invites.sent(request, leg, call, room, now));
        }
    }

    private void open(LegId leg, Supplier<Draft> draft) {
        if (!closed.contains(leg)) {
            drafts.computeIfAbsent(leg, _ -> draft.get());
        }
    }

    private static boolean begins(SipRequest request) {
        return request.is("INVITE") && request.toTag().isEmpty();
    }

    private static Draft answer(Draft draft, SipResponse response, Instant now) {
        if (response.status() == 100) {
            return draft;
        }
        if (response.provisional()) {
            return draft.ringing(now);
        }
        return response.success() ? draft.answered(now) : draft.refused(response.status(), response.networkCause());
    }

    private void update(LegId leg, UnaryOperator<Draft> change) {
        drafts.computeIfPresent(leg, (_, draft) -> change.apply(draft));
    }
}

package dev.parley.callcontrol.switchboard;

import dev.parley.callcontrol.call.Call;
import dev.parley.callcontrol.call.CallDecider;
import dev.parley.callcontrol.call.CallInput;
import dev.parley.callcontrol.call.CallStep;
import dev.parley.callcontrol.call.CallbackCall;
import dev.parley.callcontrol.call.Resumption;
import dev.parley.callcontrol.dialplan.Toll;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.Leg;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.leg.LegTimer;
import dev.parley.callcontrol.sip.Replies;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.call.CallEvent;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * One call in this process: its state, its clocks, and the carrying out of what it decides. Everything but
 * {@link #submit} happens in the call's lane, one after the other.
 */
final class LiveCall {
    private static final Logger LOG = Logger.getLogger(LiveCall.class);
    private static final String PATIENCE = "patience";

    /** What all live calls share. */
    record Surroundings(
            CallDecider decider,
            Lanes lanes,
            World world,
            StoredCalls stored,
            Meters meters,
            LiveCalls calls,
            OutsideCalls outside,
            Consumer<Effect.CallBack> callbacks) {}

    private final String id;
    private final Surroundings around;
    private final Instant received;
    private final Map<String, ScheduledFuture<?>> clocks = new HashMap<>();
    private Optional<Call> call = Optional.empty();
    private Set<LegId> legs = Set.of();
    private final Set<LegId> outside = new HashSet<>();
    private boolean pending;
    private boolean direct;

    LiveCall(String id, Instant received, Surroundings around) {
        this.id = id;
        this.received = received;
        this.around = around;
    }

    String id() {
        return id;
    }

    /** The same, for a caller who waits for an answer from now on. */
    void arrived(Supplier<CallStep<? extends Call>> first) {
        pending = true;
        begin(first);
    }

    void begin(Supplier<CallStep<? extends Call>> first) {
        around.lanes().run(id, () -> advance(first.get()));
    }

    /** Enters a call of the process before this one. */
    void recall(Resumption.Resumed resumed) {
        call = resumed.call();
        call.ifPresent(this::index);
    }

    /** Goes on with it, as soon as SIP is spoken. */
    void resume(Resumption.Resumed resumed) {
        around.lanes().run(id, () -> {
            resumed.effects().forEach(this::perform);
            resumed.call()
                    .ifPresentOrElse(
                            around.stored()::keep, () -> around.stored().drop(id));
        });
    }

    void submit(CallInput input) {
        around.lanes().run(id, () -> decide(input));
    }

    private void decide(CallInput input) {
        Call now = call.orElseThrow(() -> new IllegalStateException("Call " + id + " has not begun"));
        LOG.debugf("input=%s callId=%s", kind(input), id);
        if (now.over()) {
            tooLate(input);
            return;
        }
        if (pending && input instanceof CallInput.Commanded(CallCommand.LegSdp sdp) && sdp.negotiation() == 0) {
            around.meters().reached("media", received, around.world().now());
        }
        advance(around.decider().decide(now, input, around.world().now()));
    }

    private static String kind(CallInput input) {
        return switch (input) {
            case CallInput.ToLeg(LegId leg, LegInput.Requested(SipRequest request)) ->
                request.method() + " legId=" + leg;
            case CallInput.ToLeg(LegId leg, LegInput.Responded(SipResponse response)) ->
                response.status() + " legId=" + leg;
            case CallInput.ToLeg(LegId leg, LegInput other) -> other.getClass().getSimpleName() + " legId=" + leg;
            case CallInput.Commanded(CallCommand command) -> command.getClass().getSimpleName();
            case CallInput.PatienceOver _, CallInput.Pressed _, CallInput.NotAdmitted _ ->
                input.getClass().getSimpleName();
        };
    }

    private void tooLate(CallInput input) {
        if (input instanceof CallInput.ToLeg(LegId _, LegInput.Requested(SipRequest request))
                && !request.is("ACK")
                && !request.is("INVITE")) {
            around.world().sip().reply(request, Replies.to(request, 481, ""));
        }
    }

    private void advance(CallStep<? extends Call> step) {
        Optional<Call> before = call;
        Call next = step.next();
        call = Optional.of(next);
        if (before.isEmpty()) {
            // Who comes through a menu or after a phone has rung says nothing about how fast we are.
            direct = next instanceof Call.ConferenceCall;
            LOG.infof("call began callId=%s roomId=%s", id, room(next));
        }
        index(next);
        step.effects().forEach(this::perform);
        if (pending && !next.pending()) {
            pending = false;
            around.calls().settled();
        }
        release(next);
        if (next.over()) {
            clocks.values().forEach(clock -> clock.cancel(false));
            clocks.clear();
            around.calls().remove(this, legs);
            LOG.infof("call over callId=%s roomId=%s", id, room(next));
            around.stored().drop(id);
        } else if (!before.equals(call)) {
            around.stored().keep(next);
        }
    }

    /** A leg that the call has given up is nobody's; a late answer to it is a stray. */
    private void index(Call next) {
        Set<LegId> now = Set.copyOf(next.legIds());
        if (!now.equals(legs)) {
            around.calls().index(this, legs, now);
            legs = now;
        }
        if (!(next instanceof CallbackCall)) {
            around.calls().calledBack(this);
        }
    }

    /** Outside calls count as long as their legs are there. */
    private void release(Call next) {
        Set<LegId> there = next.over()
                ? Set.of()
                : next.legs().stream()
                        .filter(leg -> !(leg instanceof Leg.Gone))
                        .map(Leg::id)
                        .collect(Collectors.toSet());
        outside.stream().filter(leg -> !there.contains(leg)).forEach(around.outside()::release);
        outside.retainAll(there);
    }

    private void admit(Effect.Admit admit) {
        if (around.outside().admit(admit.leg(), admit.toll(), around.world().now())) {
            outside.add(admit.leg());
        } else {
            LOG.infof(
                    "outside call not admitted callId=%s tenantId=%s",
                    id, admit.toll().tenant());
            submit(new CallInput.NotAdmitted(admit.leg()));
        }
    }

    private static RoomId room(Call call) {
        return call.caller().line().room();
    }

    private void perform(Effect effect) {
        switch (effect) {
            case Effect.StartTimer(LegId leg, LegTimer timer, Duration after) ->
                start(leg + "/" + timer, after, elapsed(leg, timer));
            case Effect.StopTimer(LegId leg, LegTimer timer) -> stop(leg + "/" + timer);
            case Effect.StartPatience(String _, Duration after) -> start(PATIENCE, after, new CallInput.PatienceOver());
            case Effect.StopPatience _ -> stop(PATIENCE);
            case Effect.Send send -> around.world().sip().send(send.request());
            case Effect.Acknowledge acknowledge -> around.world().sip().acknowledge(acknowledge.ack());
            case Effect.Cancel cancel -> around.world().sip().cancel(cancel.invite());
            case Effect.Reply reply -> reply(reply);
            case Effect.Tell tell -> tell(tell.event());
            case Effect.Ask ask -> around.world().outbox().ask(ask.command());
            case Effect.Plan plan -> around.world().outbox().plan(plan.plan());
            case Effect.Admit admit -> admit(admit);
            case Effect.Count(LegId leg, Toll toll) -> {
                around.outside().count(leg, toll, around.world().now());
                outside.add(leg);
            }
            case Effect.CallBack callBack -> around.callbacks().accept(callBack);
            case Effect.Forget forget -> around.world().outbox().forget(forget.room());
        }
    }

    private void reply(Effect.Reply reply) {
        around.world().sip().reply(reply.request(), reply.response());
        boolean toFirstInvite =
                reply.request().is("INVITE") && reply.request().toTag().isEmpty();
        if (toFirstInvite && !reply.response().provisional()) {
            around.meters().answered(reply.response().status());
        }
    }

    private void tell(CallEvent event) {
        around.world().outbox().tell(event);
        switch (event) {
            case CallEvent.LegArrived _
            when direct ->
                around.meters().reached("arrived", received, around.world().now());
            case CallEvent.LegAnswered _
            when direct ->
                around.meters().reached("answered", received, around.world().now());
            case CallEvent.LegArrived _,
                    CallEvent.LegAnswered _,
                    CallEvent.LegHeld _,
                    CallEvent.LegResumed _,
                    CallEvent.LegDigit _,
                    CallEvent.LegRinging _,
                    CallEvent.LegProgressed _,
                    CallEvent.LegEnded _ -> {}
        }
    }

    private static CallInput elapsed(LegId leg, LegTimer timer) {
        return new CallInput.ToLeg(leg, new LegInput.Elapsed(timer));
    }

    private void start(String clock, Duration after, CallInput then) {
        stop(clock);
        ScheduledFuture<?>[] own = new ScheduledFuture<?>[1];
        own[0] = around.world()
                .clock()
                .schedule(
                        () -> around.lanes().run(id, () -> {
                            // One that was stopped while it waited in the lane is void.
                            if (clocks.remove(clock, own[0])) {
                                decide(then);
                            }
                        }),
                        after.toMillis(),
                        TimeUnit.MILLISECONDS);
        clocks.put(clock, own[0]);
    }

    private void stop(String clock) {
        ScheduledFuture<?> running = clocks.remove(clock);
        if (running != null) {
            running.cancel(false);
        }
    }
}

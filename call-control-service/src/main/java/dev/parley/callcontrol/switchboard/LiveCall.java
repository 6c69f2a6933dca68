package dev.parley.callcontrol.switchboard;

import dev.parley.callcontrol.call.Call;
import dev.parley.callcontrol.call.CallDecider;
import dev.parley.callcontrol.call.CallInput;
import dev.parley.callcontrol.call.CallStep;
import dev.parley.callcontrol.call.Resumption;
import dev.parley.callcontrol.leg.Effect;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
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
            CallDecider decider, Lanes lanes, World world, StoredCalls stored, Meters meters, LiveCalls calls) {}

    private final String id;
    private final Surroundings around;
    private final Instant received;
    private final Map<String, ScheduledFuture<?>> clocks = new HashMap<>();
    private Optional<Call> call = Optional.empty();

    LiveCall(String id, Instant received, Surroundings around) {
        this.id = id;
        this.received = received;
        this.around = around;
    }

    String id() {
        return id;
    }

    void begin(Supplier<CallStep<? extends Call>> first) {
        around.lanes().run(id, () -> advance(first.get()));
    }

    /** Enters a call of the process before this one. */
    void recall(Resumption.Resumed resumed) {
        call = resumed.call();
        call.ifPresent(restored -> around.calls().index(this, restored));
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
        if (input instanceof CallInput.Commanded(CallCommand.LegSdp sdp) && sdp.negotiation() == 0) {
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
            case CallInput.PatienceOver _ -> "PatienceOver";
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
            around.calls().index(this, next);
            LOG.infof("call began callId=%s roomId=%s", id, room(next));
        }
        step.effects().forEach(this::perform);
        if (before.map(Call::pending).orElse(true) && !next.pending()) {
            around.calls().settled();
        }
        if (next.over()) {
            clocks.values().forEach(clock -> clock.cancel(false));
            clocks.clear();
            around.calls().remove(this, next);
            LOG.infof("call over callId=%s roomId=%s", id, room(next));
            around.stored().drop(id);
        } else if (!before.equals(call)) {
            around.stored().keep(next);
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
            case CallEvent.LegArrived _ ->
                around.meters().reached("arrived", received, around.world().now());
            case CallEvent.LegAnswered _ ->
                around.meters().reached("answered", received, around.world().now());
            case CallEvent.LegHeld _,
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

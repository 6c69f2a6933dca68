package dev.parley.callcontrol.switchboard;

import dev.parley.callcontrol.call.Call;
import dev.parley.callcontrol.call.CallInput;
import dev.parley.callcontrol.call.CallStep;
import dev.parley.callcontrol.call.CallbackCall;
import dev.parley.callcontrol.call.Resumption;
import dev.parley.callcontrol.dialplan.Toll;
import dev.parley.callcontrol.ledger.Draft;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One call in this process: its state, its clocks, and the carrying out of what it decides. Everything but
 * {@link #submit} happens in the call's lane, one after the other.
 */
final class LiveCall {
    private static final Logger LOG = Logger.getLogger(LiveCall.class);
    private static final String PATIENCE = "patience";

    private final String id;
    private final Surroundings around;
    private final Instant received;
    private final Clocks clocks;
    private Optional<Call> call = Optional.empty();
    private Set<LegId> legs = Set.of();
    private final Admissions outside;
    private final Ledger ledger;
    private final CallTrail trail;
    private boolean pending;
    private boolean direct;

    LiveCall(String id, Instant received, Surroundings around, CallTrail trail) {
        this.id = id;
        this.received = received;
        this.around = around;
        this.trail = trail;
        this.outside = new Admissions(around.outside());
        this.ledger = new Ledger(id, around.world(), around.stored());
        this.clocks = new Clocks(around.world().clock(), this::run);
    }

    String id() {
        return id;
    }

    /** The same, for a caller who waits for an answer from now on; it gets one also when we fail. */
    void arrived(SipRequest invite, Supplier<CallStep<? extends Call>> first) {
        pending = true;
        run(() -> {
            if (!around.world().answersFailure(id, invite, () -> advance(Optional.empty(), first.get()))) {
                settle();
                end();
            }
        });
    }

    void begin(Supplier<CallStep<? extends Call>> first) {
        run(() -> advance(Optional.empty(), first.get()));
    }

    private void run(Runnable task) {
        around.lanes().run(id, trail.around(task));
    }

    /** Enters a call of the process before this one. */
    void recall(Resumption.Resumed resumed, List<Draft> records) {
        call = resumed.call();
        ledger.recall(records);
        call.ifPresent(this::index);
    }

    /** Goes on with it, as soon as SIP is spoken. */
    void resume(Resumption.Resumed resumed) {
        run(() -> {
            resumed.effects().forEach(this::perform);
            ledger.resume(resumed.call());
            resumed.call()
                    .ifPresentOrElse(
                            around.stored()::keep, () -> around.stored().drop(id));
        });
    }

    void submit(CallInput input) {
        if (input instanceof CallInput.ToLeg(LegId _, LegInput.Requested(SipRequest request)) && !request.is("ACK")) {
            run(() -> trail.received(request, () -> around.world().answersFailure(id, request, () -> decide(input))));
        } else {
            run(() -> decide(input));
        }
    }

    private void decide(CallInput input) {
        Call now = call.orElseThrow(() -> new IllegalStateException("Call " + id + " has not begun"));
        LOG.debugf("input=%s callId=%s", input.kind(), id);
        if (isStray(now, input)) {
            return;
        }
        if (now.over()) {
            tooLate(input);
            return;
        }
        if (pending && input instanceof CallInput.Commanded(CallCommand.LegSdp sdp) && sdp.negotiation() == 0) {
            around.meters().reached("media", received, around.world().now());
        }
        advance(
                Optional.of(input),
                around.decider().decide(now, input, around.world().now()));
    }

    /** A phone took the call just as its leg was given up. */
    private boolean isStray(Call now, CallInput input) {
        if (!(input instanceof CallInput.ToLeg(LegId leg, LegInput.Responded(SipResponse response)))
                || !response.success()
                || !response.cseq().method().equals("INVITE")
                || now.legs().stream().anyMatch(mine -> mine.id().equals(leg) && !(mine instanceof Leg.Gone))) {
            return false;
        }
        around.strays().accept(response);
        return true;
    }

    private void tooLate(CallInput input) {
        if (input instanceof CallInput.ToLeg(LegId _, LegInput.Requested(SipRequest request)) && !request.is("ACK")) {
            around.world().sip().reply(request, Replies.to(request, 481, ""));
        }
    }

    private void advance(Optional<CallInput> input, CallStep<? extends Call> step) {
        Optional<Call> before = call;
        Call next = step.next();
        call = Optional.of(next);
        if (before.isEmpty()) {
            // Who comes through a menu or after a phone has rung says nothing about how fast we are.
            direct = next instanceof Call.ConferenceCall;
            trail.isIn(room(next));
            LOG.infof("call began callId=%s roomId=%s%s", id, room(next), trail.sipCallId());
        }
        index(next);
        step.effects().forEach(this::perform);
        ledger.follow(input, step);
        if (!next.pending()) {
            settle();
        }
        outside.follow(next);
        if (next.over()) {
            end();
            LOG.infof("call over callId=%s roomId=%s", id, room(next));
        } else if (!before.equals(call)) {
            around.stored().keep(next);
        }
    }

    private void settle() {
        if (pending) {
            pending = false;
            around.calls().settled();
        }
    }

    private void end() {
        trail.over();
        clocks.stopAll();
        around.calls().remove(this, legs);
        around.stored().drop(id);
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

    private void admit(Effect.Admit admit) {
        if (!outside.admit(admit.leg(), admit.toll(), around.world().now())) {
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
                clocks.start(leg + "/" + timer, after, () -> decide(elapsed(leg, timer)));
            case Effect.StopTimer(LegId leg, LegTimer timer) -> clocks.stop(leg + "/" + timer);
            case Effect.StartPatience(String _, Duration after) ->
                clocks.start(PATIENCE, after, () -> decide(new CallInput.PatienceOver()));
            case Effect.StopPatience _ -> clocks.stop(PATIENCE);
            case Effect.Send send ->
                trail.sends(send.request(), () -> around.world().sip().send(send.request()));
            case Effect.Acknowledge acknowledge -> around.world().sip().acknowledge(acknowledge.ack());
            case Effect.Cancel cancel -> around.world().sip().cancel(cancel.invite());
            case Effect.Reply reply -> reply(reply);
            case Effect.Tell tell -> tell(tell.event());
            case Effect.Ask ask -> around.world().outbox().ask(ask.command());
            case Effect.Plan plan -> around.world().outbox().plan(plan.plan());
            case Effect.Admit admit -> admit(admit);
            case Effect.Count(LegId leg, Toll toll) ->
                outside.count(leg, toll, around.world().now());
            case Effect.CallBack callBack -> around.callbacks().accept(callBack);
            case Effect.Forget forget -> around.world().outbox().forget(forget.room());
        }
    }

    private void reply(Effect.Reply reply) {
        around.world().sip().reply(reply.request(), reply.response());
        around.meters().answered(reply);
        trail.answered(reply);
    }

    private void tell(CallEvent event) {
        around.world().outbox().tell(event);
        if (direct) {
            around.meters().told(event, received, around.world().now());
        }
    }

    private static CallInput elapsed(LegId leg, LegTimer timer) {
        return new CallInput.ToLeg(leg, new LegInput.Elapsed(timer));
    }
}

package dev.parley.callcontrol.switchboard;

import dev.parley.callcontrol.call.CallDecider;
import dev.parley.callcontrol.call.CallInput;
import dev.parley.callcontrol.call.CallbackCall;
import dev.parley.callcontrol.call.Remembered;
import dev.parley.callcontrol.call.Resumption;
import dev.parley.callcontrol.ledger.Draft;
import dev.parley.callcontrol.ledger.Invites;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.Replies;
import dev.parley.callcontrol.sip.Screening;
import dev.parley.callcontrol.sip.SipPort;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;
import dev.parley.callcontrol.sip.Strays;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.media.MediaEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Finds for each message the call it belongs to; what belongs to none is answered here. Thread-safe. */
public final class Switchboard implements SipPort.Listener {
    private final Door door;
    private final CallDecider decider;
    private final World world;
    private final Meters meters;
    private final LiveCalls calls;
    private final OutsideCalls outside = new OutsideCalls();
    private final Surroundings surroundings;
    private final BooleanSupplier ready;
    private final AtomicReference<SipPort> port;

    public Switchboard(Door door, CallDecider decider, Wires wires, Meters meters, BooleanSupplier ready) {
        this.door = door;
        this.decider = decider;
        this.meters = meters;
        this.ready = ready;
        this.port = new AtomicReference<>();
        this.world = new World(port::get, wires.outbox(), wires.clock(), wires.time());
        this.calls = new LiveCalls(wires.clock());
        this.surroundings = new Surroundings(
                decider, new Lanes(), world, wires.stored(), meters, calls, outside, this::callBack, this::stray);
    }

    /**
     * Takes over what the process before this one left; call it before SIP is spoken, so that no leg is unknown.
     *
     * @return what is to be done as soon as it is
     */
    public Runnable recall() {
        Instant now = world.now();
        List<Runnable> later = new ArrayList<>();
        Map<String, List<Draft>> records = new HashMap<>(surroundings.stored().pages());
        for (Remembered left : surroundings.stored().left()) {
            Resumption.Resumed resumed = Resumption.resume(left, now);
            LiveCall call = new LiveCall(left.id(), now, surroundings, CallTrail.here());
            call.recall(resumed, Optional.ofNullable(records.remove(left.id())).orElse(List.of()));
            calls.recalled(left.caller().line().leg());
            left.waiting().ifPresent(waiting -> calls.callBack(CallbackCall.wish(waiting.order()), call));
            later.add(() -> call.resume(resumed));
        }
        records.forEach((id, left) -> {
            Ledger orphaned = new Ledger(id, world, surroundings.stored());
            orphaned.recall(left);
            later.add(() -> orphaned.resume(Optional.empty()));
        });
        return () -> later.forEach(Runnable::run);
    }

    /** Plugs the SIP network in; before that nothing can come in. */
    public void plug(SipPort sip) {
        port.set(sip);
    }

    @Override
    public void requested(SipRequest request) {
        Optional<LegId> leg = request.toTag().filter(tag -> !tag.isBlank()).map(LegId::new);
        if (leg.isPresent()) {
            withinDialog(leg.get(), request);
            return;
        }
        switch (request.method()) {
            case "INVITE" -> invited(request);
            case "CANCEL" ->
                calls.byArrival(request).ifPresentOrElse(call -> toCaller(call, request), () -> answer(request, 481));
            case "ACK" -> {}
            case "OPTIONS" -> probed(request);
            default ->
                Screening.refuse(request, "", door.minimumSession())
                        .ifPresentOrElse(refusal -> world.sip().reply(request, refusal), () -> answer(request, 481));
        }
    }

    private void withinDialog(LegId leg, SipRequest request) {
        Optional<LiveCall> call = calls.byLeg(leg);
        Optional<SipResponse> refused = Screening.refuse(request, "", door.minimumSession());
        if (call.isPresent() && refused.isPresent()) {
            world.sip().reply(request, refused.get());
        } else if (call.isPresent()) {
            call.get().submit(new CallInput.ToLeg(leg, new LegInput.Requested(request)));
        } else if (!request.is("ACK")) {
            answer(request, 481);
        }
    }

    private void probed(SipRequest options) {
        Headers more = Headers.NONE.with("Allow", Replies.ALLOW).with("Accept", "application/sdp");
        Headers later = Headers.NONE.with("Retry-After", "5");
        world.sip()
                .reply(
                        options,
                        ready.getAsBoolean()
                                ? Replies.to(options, 200, "probe", more)
                                : Replies.to(options, 503, "probe", later));
    }

    private void invited(SipRequest invite) {
        if (calls.byArrival(invite).isPresent()) {
            // What its own transaction repeats does not get here: it has come a second way (RFC 3261 §8.2.2.2).
            answer(invite, 482);
            return;
        }
        meters.begins();
        switch (door.open(invite, ready.getAsBoolean(), calls.pending())) {
            case Door.Verdict.TurnedAway(SipResponse response) -> {
                meters.turnedAway(response.status());
                world.sip().reply(invite, response);
                if (response.status() != Door.NOT_THE_EDGE) {
                    Invites.turnedAway(
                                    invite,
                                    response,
                                    new LegId(UUID.randomUUID().toString()),
                                    world.now())
                            .ifPresent(world.outbox()::record);
                }
            }
            case Door.Verdict.Welcome(var arrival) -> {
                Instant now = world.now();
                String id = arrival.leg().value();
                LiveCall call = new LiveCall(id, now, surroundings, CallTrail.invited(invite, id));
                calls.arrived(invite, call);
                call.arrived(invite, () -> decider.begin(arrival, now));
            }
        }
    }

    private static void toCaller(LiveCall call, SipRequest request) {
        call.submit(new CallInput.ToLeg(new LegId(call.id()), new LegInput.Requested(request)));
    }

    @Override
    public void responded(SipResponse response) {
        Optional<LegId> leg =
                Optional.of(response.fromTag()).filter(tag -> !tag.isBlank()).map(LegId::new);
        Optional<LiveCall> call = leg.flatMap(calls::byLeg);
        if (call.isPresent()) {
            call.get().submit(new CallInput.ToLeg(leg.get(), new LegInput.Responded(response)));
        } else if (response.success() && response.cseq().method().equals("INVITE")) {
            stray(response);
        }
    }

    private void stray(SipResponse response) {
        Strays.Ending ending = Strays.end(response, door.contact(true));
        world.sip().acknowledge(ending.ack());
        world.sip().send(ending.bye());
    }

    /** A command of another service; for a leg that is gone it is too late, and means nothing. */
    public void commanded(CallCommand command) {
        if (command instanceof CallCommand.PlaceCall wish) {
            place(wish);
            return;
        }
        calls.byLeg(command.leg()).ifPresent(call -> call.submit(new CallInput.Commanded(command)));
    }

    /** Said twice, it means the same as once. */
    private void place(CallCommand.PlaceCall wish) {
        LiveCall call = new LiveCall(wish.leg().value(), world.now(), surroundings, CallTrail.here());
        if (calls.place(wish.leg(), call)) {
            meters.begins();
            call.begin(() -> decider.begin(wish));
        }
    }

    /** A telephone that fell silent for good (R27), in a room of two. While it rings it need not send anything. */
    public void lost(MediaEvent.LegMediaLost lost) {
        if (lost.room().isCall()) {
            calls.byLeg(lost.leg())
                    .ifPresent(call -> call.submit(new CallInput.ToLeg(lost.leg(), new LegInput.MediaLost())));
        }
    }

    /** A key, heard in RTP. Only rooms of two are ours. */
    public void pressed(MediaEvent.DigitPressed key) {
        if (key.room().isCall()) {
            calls.byLeg(key.leg())
                    .ifPresent(call -> call.submit(new CallInput.Pressed(key.room(), key.leg(), key.digit())));
        }
    }

    /** One callback of one number to one caller at a time: who calls ten times is called back once. */
    private void callBack(Effect.CallBack wish) {
        Instant now = world.now();
        LiveCall call = new LiveCall(wish.leg().value(), now, surroundings, CallTrail.here());
        if (calls.callBack(CallbackCall.wish(wish.order()), call)) {
            meters.begins();
            call.begin(() -> decider.begin(wish, now));
        }
    }

    /** Outside calls that are there, for the gauge. */
    public int outsideCalls() {
        return outside.running();
    }

    public int legs() {
        return calls.legs();
    }

    public int pending() {
        return calls.pending();
    }

    private void answer(SipRequest request, int status) {
        world.sip().reply(request, Replies.to(request, status, "none"));
    }
}

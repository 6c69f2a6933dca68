package dev.parley.callcontrol.leg;

import dev.parley.callcontrol.dialplan.Destination;
import dev.parley.callcontrol.dialplan.Toll;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;
import dev.parley.contracts.call.CallEvent;
import dev.parley.contracts.call.Caller;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.MediaCommand;
import java.time.Duration;

/** What the world is asked to do, in this order. */
public sealed interface Effect {
    /** Send a request in a transaction of its own; its final response, or a 408 or 503 of our own making, comes back. */
    record Send(SipRequest request) implements Effect {}

    /** Send an ACK for a 2xx: no transaction, no answer. */
    record Acknowledge(SipRequest ack) implements Effect {}

    /** Take back an INVITE of ours, as soon as a provisional response allows it (RFC 3261 §9.1). */
    record Cancel(SipRequest invite) implements Effect {}

    record Reply(SipRequest request, SipResponse response) implements Effect {}

    record StartTimer(LegId leg, LegTimer timer, Duration after) implements Effect {}

    record StopTimer(LegId leg, LegTimer timer) implements Effect {}

    /** The call's own patience; there is one such clock a call. */
    record StartPatience(String waitingFor, Duration after) implements Effect {}

    record StopPatience() implements Effect {}

    record Tell(CallEvent event) implements Effect {}

    record Ask(MediaCommand command) implements Effect {}

    record Plan(AudioPlan plan) implements Effect {}

    /** An outside call wants to begin; if its toll forbids it, that comes back. It counts until the leg is gone. */
    record Admit(LegId leg, Toll toll) implements Effect {}

    /** An outside call goes on that a process before this one let begin; it counts, whatever the toll says. */
    record Count(LegId leg, Toll toll) implements Effect {}

    /** The caller is to be called back; a second wish of the same caller means nothing. */
    record CallBack(LegId leg, Destination.CallBack order, Caller caller, String language) implements Effect {}

    /** The room is gone: its plan is taken back. */
    record Forget(RoomId room) implements Effect {}
}

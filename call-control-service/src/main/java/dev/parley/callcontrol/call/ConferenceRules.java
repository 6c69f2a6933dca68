package dev.parley.callcontrol.call;

import dev.parley.callcontrol.call.Call.ConferenceCall;
import dev.parley.callcontrol.dialplan.Destination.ConferenceRoom;
import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.leg.FinalAnswer;
import dev.parley.callcontrol.leg.Leg;
import dev.parley.callcontrol.leg.Leg.Incoming;
import dev.parley.callcontrol.leg.LegDecider;
import dev.parley.callcontrol.leg.LegInput;
import dev.parley.callcontrol.leg.LegNotice;
import dev.parley.callcontrol.leg.LegStep;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.call.CallEvent;
import dev.parley.contracts.call.CallEvent.LegArrived;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** A leg in a conference room. conference-service decides, media-adapter answers, this speaks SIP. */
final class ConferenceRules {
    private final CallSettings settings;
    private final LegDecider legs;
    private final AnnouncementRules announcements;

    ConferenceRules(CallSettings settings, LegDecider legs, AnnouncementRules announcements) {
        this.settings = settings;
        this.legs = legs;
        this.announcements = announcements;
    }

    /**
     * Somebody who waits for an answer comes to a room.
     *
     * @param own where the caller would hear why not
     */
    CallStep<ConferenceCall> begin(Incoming waiting, Particulars about, ConferenceRoom destination, RoomId own) {
        RoomId room = destination.room();
        Incoming leg = waiting.in(waiting.line().in(room));
        return CallStep.to(new ConferenceCall(leg, about.language(), own))
                .then(new Effect.Tell(new LegArrived(
                        room,
                        leg.id(),
                        settings.leg().instance(),
                        about.caller(),
                        about.dialled(),
                        leg.invite().sdp())))
                .waitFor("conference", settings.media());
    }

    /** Somebody who was up elsewhere, or whom the conference has called, is there now. */
    static CallStep<ConferenceCall> moved(Leg.Up leg, String language, RoomId own) {
        CallStep<ConferenceCall> step = CallStep.to(new ConferenceCall(leg, language, own))
                .then(new Effect.StopPatience())
                .then(new Effect.Tell(new CallEvent.LegAnswered(leg.line().room(), leg.id())));
        return leg.media().held()
                ? step.then(new Effect.Tell(new CallEvent.LegHeld(leg.line().room(), leg.id())))
                : step;
    }

    CallStep<? extends Call> decide(ConferenceCall call, CallInput input, Instant now) {
        return switch (input) {
            case CallInput.ToLeg(LegId _, LegInput legInput) -> apply(call, legInput, now);
            case CallInput.PatienceOver _ ->
                call.pending() ? refuse(call, FinalAnswer.unavailable(), now) : CallStep.to(call);
            // What is said of the room that it has left is of no interest any more.
            case CallInput.Commanded(CallCommand command)
            when command.room().equals(call.caller().line().room()) -> commanded(call, command, now);
            case CallInput.Commanded _, CallInput.Pressed _, CallInput.NotAdmitted _ -> CallStep.to(call);
        };
    }

    private CallStep<? extends Call> commanded(ConferenceCall call, CallCommand command, Instant now) {
        return switch (command) {
            case CallCommand.LegSdp sdp ->
                sdp.negotiation() == 0
                        ? apply(call, new LegInput.Accept(sdp.role(), sdp.sdp()), now)
                        : apply(call, new LegInput.Negotiated(sdp.negotiation(), sdp.role(), sdp.sdp()), now);
            case CallCommand.LegMediaFailed failed ->
                failed.negotiation() == 0
                        ? mediaFailed(call, failed, now)
                        : apply(call, new LegInput.NegotiationFailed(failed.negotiation()), now);
            case CallCommand.RefuseLeg refused ->
                call.caller() instanceof Incoming leg
                        ? announce(leg, call, Outcome.of(refused.reason()), now)
                        : apply(call, new LegInput.HangUp(), now);
            case CallCommand.HangUpLeg _ -> apply(call, new LegInput.HangUp(), now);
            case CallCommand.LegPromptEnded _, CallCommand.PlaceCall _, CallCommand.Escalation _ -> CallStep.to(call);
        };
    }

    private CallStep<? extends Call> announce(Incoming leg, ConferenceCall call, Outcome outcome, Instant now) {
        RoomId room = leg.line().room();
        CallerSide side = CallerSide.fresh(leg.in(leg.line().in(call.own())));
        return announcements.begin(side, outcome, call.language(), Optional.of(room), now);
    }

    private CallStep<ConferenceCall> mediaFailed(ConferenceCall call, CallCommand.LegMediaFailed failed, Instant now) {
        return call.pending()
                ? end(call, new LegInput.Refuse(Outcome.of(failed.reason())), LegEnd.MEDIA_FAILED, now)
                : apply(call, new LegInput.HangUp(), now);
    }

    private CallStep<ConferenceCall> refuse(ConferenceCall call, FinalAnswer answer, Instant now) {
        return apply(call, new LegInput.Refuse(answer), now);
    }

    /** Like {@link #apply}, with a reason that the leg itself cannot know. */
    private CallStep<ConferenceCall> end(ConferenceCall call, LegInput input, LegEnd reason, Instant now) {
        LegStep step = legs.decide(call.caller(), input, now);
        return CallStep.to(call.with(step.next()))
                .then(step.effects())
                .then(new Effect.StopPatience())
                .then(new Effect.Tell(new CallEvent.LegEnded(
                        call.caller().line().room(), call.caller().id(), reason)));
    }

    private CallStep<ConferenceCall> apply(ConferenceCall call, LegInput input, Instant now) {
        LegStep step = legs.decide(call.caller(), input, now);
        boolean settled = call.pending() && !(step.next() instanceof Incoming);
        CallStep<ConferenceCall> next = CallStep.to(call.with(step.next())).then(step.effects());
        CallStep<ConferenceCall> calm = settled ? next.then(new Effect.StopPatience()) : next;
        return calm.then(step.notices().stream()
                .flatMap(notice -> told(call.caller(), notice))
                .<Effect>map(Effect.Tell::new)
                .toList());
    }

    private static Stream<CallEvent> told(Leg leg, LegNotice notice) {
        RoomId room = leg.line().room();
        return switch (notice) {
            case LegNotice.Acknowledged _ -> Stream.of(new CallEvent.LegAnswered(room, leg.id()));
            case LegNotice.Held _ -> Stream.of(new CallEvent.LegHeld(room, leg.id()));
            case LegNotice.Resumed _ -> Stream.of(new CallEvent.LegResumed(room, leg.id()));
            case LegNotice.Digit(String digit) -> Stream.of(new CallEvent.LegDigit(room, leg.id(), digit));
            case LegNotice.Over(LegEnd end) -> Stream.of(new CallEvent.LegEnded(room, leg.id(), end));
            // Only a leg that we dialled says these.
            case LegNotice.Rang _, LegNotice.EarlyMedia _, LegNotice.Accepted _, LegNotice.Rejected _ -> Stream.empty();
            // Only one that is on its way says these.
            case LegNotice.Moved _, LegNotice.NotMoved _ -> Stream.empty();
        };
    }
}

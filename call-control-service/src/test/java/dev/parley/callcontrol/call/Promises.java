package dev.parley.callcontrol.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.leg.Effect;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.contracts.call.CallEvent;
import dev.parley.contracts.call.CallEvent.EscalationAsked;
import dev.parley.contracts.call.CallEvent.LegAnswered;
import dev.parley.contracts.call.CallEvent.LegArrived;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.call.CallEvent.LegProgressed;
import dev.parley.contracts.call.CallEvent.LegRinging;
import dev.parley.contracts.ledger.CallRecord;
import dev.parley.contracts.media.MediaCommand;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a call owes to everybody, whatever happens to it. */
final class Promises {
    private Promises() {}

    static void ofStep(Scenario scenario, boolean wasOver) {
        if (wasOver) {
            assertThat(scenario.last()).as("nothing comes after the end").isEmpty();
        }
    }

    static void atTheEnd(Scenario scenario) {
        assertThat(scenario.call().over()).as("the call ends").isTrue();
        eachArrivalEndsOnce(scenario.all());
        eachOpenLegIsClosedOnce(scenario.all(), Set.of());
        common(scenario);
    }

    /** The same for a call that a conference has asked for: it closes the leg's media itself. */
    static void atTheEndOfAPlacedCall(Scenario scenario) {
        assertThat(scenario.call().over()).as("the call ends").isTrue();
        List<CallEvent> told = Scenario.effects(scenario.all(), Effect.Tell.class)
                .map(Effect.Tell::event)
                .toList();
        assertThat(told.stream().filter(LegEnded.class::isInstance)).as("ends").hasSize(1);
        assertThat(told.getLast()).isInstanceOf(LegEnded.class);
        for (Class<?> stage : List.of(LegRinging.class, LegProgressed.class, LegAnswered.class)) {
            assertThat(count(told, stage)).as(stage.getSimpleName()).isLessThanOrEqualTo(1);
        }
        eachOpenLegIsClosedOnce(
                scenario.all(),
                Set.of(Scenario.ROOM + "/" + scenario.call().caller().id()));
        assertThat(Scenario.effects(scenario.all(), Effect.Plan.class)).isEmpty();
        common(scenario);
    }

    private static void common(Scenario scenario) {
        eachPlanIsTakenBack(scenario.all());
        eachInviteGetsOneAnswer(scenario.all());
        eachInviteOfOursIsConcluded(scenario.all());
        eachPromptHasANameOfItsOwn(scenario.all());
        eachInviteHasOneRecord(scenario);
    }

    private static void eachInviteHasOneRecord(Scenario scenario) {
        Stream<String> received = Scenario.effects(scenario.all(), Effect.Reply.class)
                .filter(reply -> reply.request().is("INVITE")
                        && reply.request().toTag().isEmpty()
                        && reply.response().status() == 100)
                .map(_ -> Scenario.CALLER.value());
        Stream<String> sent = Scenario.effects(scenario.all(), Effect.Send.class)
                .map(Effect.Send::request)
                .filter(request -> request.is("INVITE") && request.toTag().isEmpty())
                .map(SipRequest::fromTag);
        assertThat(scenario.records().stream().map(CallRecord::id))
                .as("records")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(received, sent).distinct().toList());
        assertThat(scenario.records()).allSatisfy(over -> {
            assertThat(over.ended()).isAfterOrEqualTo(over.began());
            assertThat(over.answered().isPresent()).isEqualTo(over.status().equals(OptionalInt.of(200)));
        });
    }

    private static void eachArrivalEndsOnce(List<Effect> all) {
        List<CallEvent> told =
                Scenario.effects(all, Effect.Tell.class).map(Effect.Tell::event).toList();
        if (count(told, EscalationAsked.class) > 0) {
            eachEndsOnceInARoom(told);
            return;
        }
        long arrived = count(told, LegArrived.class);
        assertThat(count(told, LegEnded.class)).as("ends").isEqualTo(arrived);
        assertThat(count(told, LegAnswered.class)).as("answers").isLessThanOrEqualTo(arrived);
        if (arrived > 0) {
            assertThat(told.getFirst()).isInstanceOf(LegArrived.class);
            assertThat(told.getLast()).isInstanceOf(LegEnded.class);
        }
    }

    /** Rooms that were asked to take both in, and may have done so, hear of their end. */
    private static void eachEndsOnceInARoom(List<CallEvent> told) {
        assertThat(told.stream().filter(LegEnded.class::isInstance).map(end -> end.room() + "/" + end.leg()))
                .as("ends")
                .doesNotHaveDuplicates();
    }

    private static void eachOpenLegIsClosedOnce(List<Effect> all, Set<String> others) {
        List<MediaCommand> asked =
                Scenario.effects(all, Effect.Ask.class).map(Effect.Ask::command).toList();
        Set<String> open = new HashSet<>();
        Set<String> closed = new HashSet<>();
        for (MediaCommand command : asked) {
            String leg = command.room() + "/" + command.leg();
            switch (command) {
                case OpenLeg _ -> assertThat(open.add(leg)).as("opened once").isTrue();
                case CloseLeg _ -> {
                    assertThat(open).as("closed after it was opened").contains(leg);
                    assertThat(closed.add(leg)).as("closed once").isTrue();
                }
                case MediaCommand.NegotiateLeg _,
                        MediaCommand.PlayPrompt _,
                        MediaCommand.StopPrompt _,
                        MediaCommand.RecordName _,
                        MediaCommand.EndName _,
                        MediaCommand.SendDigit _ ->
                    assertThat(closed).as("nothing is asked of a closed leg").doesNotContain(leg);
            }
        }
        open.removeAll(others);
        open.removeAll(handedOver(all));
        assertThat(closed).as("every leg of ours is closed, and no other").isEqualTo(open);
    }

    /** Legs that another room has; its owner closes them. */
    private static Set<String> handedOver(List<Effect> all) {
        return Scenario.effects(all, Effect.Plan.class)
                .map(Effect.Plan::plan)
                .filter(plan -> plan.movedTo().isPresent())
                .flatMap(plan -> Scenario.effects(all, Effect.Tell.class)
                        .map(Effect.Tell::event)
                        .filter(end -> end instanceof LegEnded
                                && end.room().equals(plan.movedTo().get()))
                        .map(end -> plan.room() + "/" + end.leg()))
                .collect(Collectors.toSet());
    }

    private static void eachPlanIsTakenBack(List<Effect> all) {
        List<Effect> plans = all.stream()
                .filter(effect -> effect instanceof Effect.Plan || effect instanceof Effect.Forget)
                .toList();
        if (!plans.isEmpty()) {
            assertThat(plans.getLast()).isInstanceOf(Effect.Forget.class);
            assertThat(plans.stream().filter(Effect.Forget.class::isInstance)).hasSize(1);
            assertThat(Scenario.effects(plans, Effect.Plan.class)
                            .map(plan -> plan.plan().revision()))
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    /** There is none where we have called. */
    private static void eachInviteGetsOneAnswer(List<Effect> all) {
        Set<Integer> finals = Scenario.effects(all, Effect.Reply.class)
                .filter(reply ->
                        reply.request().is("INVITE") && reply.request().toTag().isEmpty())
                .map(reply -> reply.response().status())
                .filter(status -> status >= 200 && status != 482)
                .collect(Collectors.toSet());
        boolean called = Scenario.effects(all, Effect.Reply.class)
                .anyMatch(reply -> reply.response().status() == 100);
        assertThat(finals).as("final answers to the first INVITE").hasSize(called ? 1 : 0);
    }

    /** media-adapter plays each wish once. */
    private static void eachPromptHasANameOfItsOwn(List<Effect> all) {
        assertThat(Scenario.effects(all, Effect.Ask.class)
                        .map(Effect.Ask::command)
                        .filter(MediaCommand.PlayPrompt.class::isInstance)
                        .map(command -> command.room() + "/" + command.leg() + "/"
                                + ((MediaCommand.PlayPrompt) command).request()))
                .doesNotHaveDuplicates();
    }

    /** Every 2xx is acknowledged and its dialog ended by one of the two; an INVITE without one was refused or taken back. */
    private static void eachInviteOfOursIsConcluded(List<Effect> all) {
        Set<String> acknowledged =
                dialogs(Scenario.effects(all, Effect.Acknowledge.class).map(Effect.Acknowledge::ack));
        Set<String> ended = dialogs(Scenario.effects(all, Effect.Send.class)
                .map(Effect.Send::request)
                .filter(request -> request.is("BYE")));
        ended.addAll(Scenario.effects(all, Effect.Reply.class)
                .filter(reply -> reply.request().is("BYE") && reply.response().status() == 200)
                .map(reply -> reply.request().toTag().orElse("") + "/"
                        + reply.request().fromTag())
                .toList());
        assertThat(ended).as("dialogs that were ended").containsAll(acknowledged);
        assertThat(Scenario.effects(all, Effect.Cancel.class)
                        .map(cancel -> cancel.invite().callId()))
                .as("taken back once")
                .doesNotHaveDuplicates();
    }

    private static Set<String> dialogs(Stream<SipRequest> requests) {
        return requests.map(request -> request.fromTag() + "/" + request.toTag().orElse(""))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static long count(List<?> things, Class<?> kind) {
        return things.stream().filter(kind::isInstance).count();
    }
}

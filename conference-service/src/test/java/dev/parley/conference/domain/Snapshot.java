package dev.parley.conference.domain;

import dev.parley.conference.domain.ConferenceEvent.*;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.ConsultationId;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RecordingId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A conference as it is told: once read off the state, once folded from the events alone, as an outsider would. */
record Snapshot(
        ConferenceId conference,
        long asOfSequence,
        boolean moderated,
        boolean locked,
        Optional<RecordingId> recording,
        Map<ParticipantId, Person> people,
        Map<InvitationId, Pending> pending,
        Map<ConsultationId, Consultation> aside) {
    record Person(
            LegId leg,
            Role role,
            Set<Muting> muted,
            boolean deaf,
            Set<Holding> held,
            Optional<RecordingId> recording) {}

    record Pending(LegId leg, Optional<ParticipantId> inviter, InvitationStage stage) {}

    static Optional<Snapshot> of(ConferenceState state) {
        if (!(state instanceof ConferenceState.Live live)) {
            return Optional.empty();
        }
        Map<ParticipantId, Person> people = new LinkedHashMap<>();
        live.roster().members().forEach(member -> people.put(member.participant(), person(member)));
        Map<InvitationId, Pending> pending = new LinkedHashMap<>();
        live.roster()
                .invited()
                .forEach(leg -> pending.put(
                        leg.invitation().id(),
                        new Pending(leg.id(), leg.invitation().inviter(), leg.stage())));
        Map<ConsultationId, Consultation> aside = new LinkedHashMap<>();
        live.consultations().all().forEach(one -> aside.put(one.id(), one));
        Course course = live.course();
        return Optional.of(new Snapshot(
                live.conference(),
                live.sequence(),
                course.moderated(),
                course.locked(),
                course.recording(),
                people,
                pending,
                aside));
    }

    private static Person person(Leg.Member member) {
        Set<Holding> held = EnumSet.noneOf(Holding.class);
        if (member.held()) {
            held.add(Holding.PHONE);
        }
        if (member.voice().onHold()) {
            held.add(Holding.MODERATOR);
        }
        return new Person(
                member.id(),
                member.role(),
                member.voice().muting(),
                member.voice().deaf(),
                held,
                member.recording());
    }

    /** What the conference has become; none once it has ended. */
    static Optional<Snapshot> fold(Optional<Snapshot> before, Told told) {
        if (told instanceof ConferenceStarted started) {
            return Optional.of(new Snapshot(
                    started.conference(), 1, false, false, Optional.empty(), Map.of(), Map.of(), Map.of()));
        }
        Snapshot now = before.orElseThrow().at(told.sequence());
        return switch (told) {
            case ConferenceStarted _, ConferenceEscalated _, ConferenceOpened _, AnnouncementMade _ -> Optional.of(now);
            case ConferenceEnded _ -> Optional.empty();
            case ParticipantJoined joined -> Optional.of(now.joined(joined));
            case ParticipantLeft left -> Optional.of(now.changed(left.participant(), _ -> null));
            case ConferenceLocked _ -> Optional.of(now.lock(true));
            case ConferenceUnlocked _ -> Optional.of(now.lock(false));
            case AllMuted _ -> Optional.of(now.moderate(true));
            case AllUnmuted _ -> Optional.of(now.moderate(false));
            case ToldOfParticipant of -> Optional.of(now.changed(of.participant(), person -> now.after(person, of)));
            case InvitationRequested asked ->
                Optional.of(now.waiting(
                        asked.invitation().id(),
                        new Pending(asked.dialog().id(), asked.invitation().inviter(), InvitationStage.DIALLING)));
            case InvitationProgressed progressed -> {
                Pending old = now.pending.get(progressed.invitation());
                yield Optional.of(now.waiting(
                        progressed.invitation(), new Pending(old.leg(), old.inviter(), progressed.stage())));
            }
            case InvitationEnded over -> Optional.of(now.waiting(over.invitation(), null));
            case ConsultationStarted started ->
                Optional.of(now.consulting(
                        started.consultation(),
                        _ -> Consultation.begun(started.consultation(), started.participant())));
            case ConsultationDialled dialled ->
                Optional.of(now.consulting(
                        dialled.consultation(),
                        one -> one.dialled(dialled.dialog().id(), dialled.supervised())));
            case ConsultationProgressed progressed ->
                Optional.of(now.consulting(progressed.consultation(), one -> one.at(progressed.stage())));
            case ConsultationEnded over -> Optional.of(now.consulting(over.consultation(), _ -> null));
            case RecordingStarted started ->
                Optional.of(now.record(started.participant(), Optional.of(started.recording())));
            case RecordingStopped stopped -> Optional.of(now.record(stopped.participant(), Optional.empty()));
        };
    }

    private Snapshot at(long sequence) {
        return new Snapshot(conference, sequence, moderated, locked, recording, people, pending, aside);
    }

    private Snapshot lock(boolean on) {
        return new Snapshot(conference, asOfSequence, moderated, on, recording, people, pending, aside);
    }

    private Snapshot moderate(boolean on) {
        Map<ParticipantId, Person> all = new LinkedHashMap<>();
        people.forEach((id, person) ->
                all.put(id, person.role() == Role.MODERATOR ? person : muted(person, Muting.POLICY, on)));
        return new Snapshot(conference, asOfSequence, on, locked, recording, all, pending, aside);
    }

    private Snapshot joined(ParticipantJoined joined) {
        boolean muted = moderated && joined.role() != Role.MODERATOR;
        return changed(
                joined.participant(),
                _ -> new Person(
                        joined.leg(),
                        joined.role(),
                        muted ? EnumSet.of(Muting.POLICY) : EnumSet.noneOf(Muting.class),
                        false,
                        EnumSet.noneOf(Holding.class),
                        Optional.empty()));
    }

    private Snapshot changed(ParticipantId id, UnaryOperator<Person> to) {
        Map<ParticipantId, Person> all = new LinkedHashMap<>(people);
        all.compute(id, (_, person) -> to.apply(person));
        return new Snapshot(conference, asOfSequence, moderated, locked, recording, all, pending, aside);
    }

    private Snapshot consulting(ConsultationId id, UnaryOperator<Consultation> to) {
        Map<ConsultationId, Consultation> all = new LinkedHashMap<>(aside);
        all.compute(id, (_, one) -> to.apply(one));
        return new Snapshot(conference, asOfSequence, moderated, locked, recording, people, pending, all);
    }

    private Snapshot waiting(InvitationId id, Pending invitation) {
        Map<InvitationId, Pending> all = new LinkedHashMap<>(pending);
        all.compute(id, (_, _) -> invitation);
        return new Snapshot(conference, asOfSequence, moderated, locked, recording, people, all, aside);
    }

    private Snapshot record(Optional<ParticipantId> participant, Optional<RecordingId> now) {
        return participant
                .map(id -> changed(
                        id,
                        person -> new Person(
                                person.leg(), person.role(), person.muted(), person.deaf(), person.held(), now)))
                .orElseGet(
                        () -> new Snapshot(conference, asOfSequence, moderated, locked, now, people, pending, aside));
    }

    private Person after(Person person, ToldOfParticipant told) {
        return switch (told) {
            case ParticipantMuted muted -> muted(person, muted.by(), true);
            case ParticipantUnmuted unmuted -> muted(person, unmuted.by(), false);
            case ParticipantDeafened _ -> deaf(person, true);
            case ParticipantUndeafened _ -> deaf(person, false);
            case ParticipantHeld held -> held(person, held.by(), true);
            case ParticipantResumed resumed -> held(person, resumed.by(), false);
            case ParticipantRoleChanged changed ->
                muted(
                        new Person(
                                person.leg(),
                                changed.role(),
                                person.muted(),
                                person.deaf(),
                                person.held(),
                                person.recording()),
                        Muting.POLICY,
                        moderated && changed.role() != Role.MODERATOR);
        };
    }

    private static Person muted(Person person, Muting by, boolean on) {
        return new Person(
                person.leg(),
                person.role(),
                with(person.muted(), by, on, Muting.class),
                person.deaf(),
                person.held(),
                person.recording());
    }

    private static Person deaf(Person person, boolean on) {
        return new Person(person.leg(), person.role(), person.muted(), on, person.held(), person.recording());
    }

    private static Person held(Person person, Holding by, boolean on) {
        return new Person(
                person.leg(),
                person.role(),
                person.muted(),
                person.deaf(),
                with(person.held(), by, on, Holding.class),
                person.recording());
    }

    private static <E extends Enum<E>> Set<E> with(Set<E> facts, E fact, boolean on, Class<E> kind) {
        Set<E> all = EnumSet.noneOf(kind);
        all.addAll(facts);
        if (on) {
            all.add(fact);
        } else {
            all.remove(fact);
        }
        return all;
    }
}

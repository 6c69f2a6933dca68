package dev.parley.conference.domain;

import dev.parley.conference.domain.ConferenceCommand.Answer;
import dev.parley.conference.domain.ConferenceCommand.Arrive;
import dev.parley.conference.domain.ConferenceCommand.Escalate;
import dev.parley.conference.domain.ConferenceCommand.FailCall;
import dev.parley.conference.domain.ConferenceCommand.Hold;
import dev.parley.conference.domain.ConferenceCommand.Leave;
import dev.parley.conference.domain.ConferenceCommand.LoseMedia;
import dev.parley.conference.domain.ConferenceCommand.NameOver;
import dev.parley.conference.domain.ConferenceCommand.PressKey;
import dev.parley.conference.domain.ConferenceCommand.Progress;
import dev.parley.conference.domain.ConferenceCommand.PromptOver;
import dev.parley.conference.domain.ConferenceCommand.Resume;
import dev.parley.conference.domain.ConferenceCommand.Ring;
import dev.parley.conference.domain.ConferenceCommand.TimerElapsed;
import dev.parley.contracts.id.ConsultationId;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RoomId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Random;
import java.util.stream.Collectors;

/** A room, and what befalls it, by chance. */
final class Chance {
    private static final int SEATS = 4;
    private static final List<Party> PEOPLE = List.of(
            Party.extension("801"),
            Party.extension("802"),
            Party.extension("803"),
            ConferenceScenario.OUTSIDER,
            new Party("+4930999", false, "gsm"));
    private static final List<String> SEQUENCES = List.of(
            "*1", "*8555#", "*8555", "##", "*90", "*91", "*92", "*93", "*94", "*95", "*99#", "*99", "*7", "#", "0",
            "0555#", "0555#", "0555", "555#", "**", "*#", "*5");

    private final Random random;
    private final Queue<ConferenceCommand> keys = new ArrayDeque<>();

    Chance(Random random) {
        this.random = random;
    }

    RoomPolicy policy() {
        Manners manners = new Manners(
                random.nextInt(4) == 0,
                random.nextBoolean() ? Optional.of(new Prompt("joined")) : Optional.empty(),
                random.nextBoolean() ? Optional.of("music") : Optional.empty(),
                random.nextInt(4) == 0,
                random.nextBoolean(),
                pick(List.of(Manners.EndsWith.values())),
                random.nextInt(4) == 0,
                KeyMap.DEFAULT.withConsultations(),
                random.nextInt(3) == 0 ? Optional.of("801") : Optional.empty(),
                random.nextInt(3) == 0);
        return new RoomPolicy(random.nextInt(3) == 0, SEATS, "en", 3, SomeFacts.PIN_SILENCE, manners);
    }

    Facts facts(int step, RoomPolicy policy, ConferenceState state, ConferenceCommand command) {
        Optional<RoomPolicy> room = random.nextInt(30) == 0 ? Optional.empty() : Optional.of(policy);
        Instant now = Instant.EPOCH.plusSeconds(step);
        Dialling dialling = new Dialling(
                random.nextInt(6) == 0 ? Optional.empty() : Optional.of(pick(PEOPLE)),
                new ClassOfService(random.nextInt(6) != 0, List.of(), List.of()),
                quota(),
                quota(),
                quota(),
                random.nextInt(4) != 0);
        Guesses guesses = new Guesses(
                Map.of(GuessScope.CALLER, new GuessRecord(random.nextInt(17), now), GuessScope.ROOM, GuessRecord.NONE));
        return new Facts(
                now,
                room,
                new RoomPolicy(true, SEATS, "en", 3, SomeFacts.PIN_SILENCE, policy.manners()),
                pick(List.of(PinMatch.values())),
                guesses,
                new Facts.TenantUse(quota(), quota(), 0),
                DialledNumber.of(state, command, room).map(_ -> dialling),
                SomeFacts.ids("new-" + step));
    }

    private Quota quota() {
        return new Quota(random.nextInt(12), OptionalInt.of(10));
    }

    ConferenceCommand command(ConferenceState state) {
        if (!keys.isEmpty()) {
            return keys.remove();
        }
        LegId leg = leg(state);
        return switch (random.nextInt(24)) {
            case 0, 1, 2 ->
                new Arrive(new LegId("leg-" + random.nextInt(8)), random.nextInt(3), pick(PEOPLE), Optional.empty());
            case 3, 4, 5 -> new Answer(leg);
            case 6 -> new Hold(leg);
            case 7 -> new Resume(leg);
            case 8 -> new PressKey(leg, "0123456789*#A".charAt(random.nextInt(13)));
            case 9, 10, 11 -> sequence(leg);
            case 12 -> new PromptOver(leg, pick(List.of("welcome", "pin-1", "pin-2", "goodbye", "name")));
            case 13 -> new NameOver(leg, leg.value(), random.nextBoolean());
            case 14 -> new Ring(leg);
            case 15 -> new Progress(leg);
            case 16 -> new FailCall(leg, pick(List.of(CallFailure.values())), OptionalInt.of(486));
            case 17 -> random.nextBoolean() ? new Leave(leg, LeaveReason.HUNG_UP) : new LoseMedia(leg);
            case 18 -> new TimerElapsed(leg);
            case 19 -> escalate();
            default -> request(state);
        };
    }

    private ConferenceCommand escalate() {
        int first = random.nextInt(8);
        return new Escalate(
                new RoomId("demo:call-" + random.nextInt(3)),
                "" + random.nextInt(100),
                new Dialog(new LegId("leg-" + first), 1, pick(PEOPLE), false),
                new Dialog(new LegId("leg-" + (first + 1)), 1, pick(PEOPLE), random.nextBoolean()),
                random.nextInt(3) == 0 ? Optional.empty() : Optional.of("9999"));
    }

    private ConferenceCommand sequence(LegId leg) {
        pick(SEQUENCES).chars().forEach(key -> keys.add(new PressKey(leg, (char) key)));
        return keys.remove();
    }

    /** Mostly somebody who is here, sometimes anybody. */
    private LegId leg(ConferenceState state) {
        List<Leg> here = state.roster().legs();
        return here.isEmpty() || random.nextInt(10) == 0
                ? new LegId("leg-" + random.nextInt(8))
                : pick(here).id();
    }

    private Request request(ConferenceState state) {
        List<ParticipantId> people =
                state.roster().members().stream().map(Leg.Member::participant).collect(Collectors.toList());
        people.add(new ParticipantId("nobody"));
        ParticipantId somebody = pick(people);
        List<InvitationId> invitations = state.roster().invited().stream()
                .map(leg -> leg.invitation().id())
                .collect(Collectors.toList());
        invitations.add(new InvitationId("none"));
        ConsultationId consultation =
                AsideLaws.consultations(state).map(Consultation::id).findFirst().orElse(new ConsultationId("none"));
        return switch (random.nextInt(24)) {
            case 0, 1 -> new Request.Mute(somebody, pick(List.of(Muting.values())));
            case 2, 3 -> new Request.Unmute(somebody, pick(List.of(Muting.values())));
            case 4 -> new Request.Deafen(somebody);
            case 5 -> new Request.Undeafen(somebody);
            case 6 -> new Request.PutOnHold(somebody);
            case 7 -> new Request.TakeOffHold(somebody);
            case 8 -> new Request.Kick(somebody);
            case 9, 10 -> new Request.AssignRole(somebody, pick(List.of(Role.values())));
            case 11 -> new Request.MuteAll();
            case 12 -> new Request.UnmuteAll();
            case 13 -> random.nextInt(3) == 0 ? new Request.Lock() : new Request.Unlock();
            case 14 -> new Request.StartRecording();
            case 15 -> new Request.StopRecording();
            case 16 -> random.nextInt(4) == 0 ? new Request.End() : new Request.MuteAll();
            case 17 ->
                new Request.Announce(
                        List.of(new Prompt("hello")), random.nextBoolean() ? Optional.of(somebody) : Optional.empty());
            case 18 -> new Request.CancelInvitation(pick(invitations));
            case 19 ->
                new Request.Consult(
                        somebody, random.nextInt(3) == 0 ? Optional.empty() : Optional.of("1"), Duration.ofSeconds(30));
            case 20 ->
                random.nextBoolean()
                        ? new Request.MergeConsultation(consultation)
                        : new Request.EndConsultation(consultation);
            default ->
                new Request.Invite(
                        "1", pick(List.of(Role.values())), CallerId.NONE, random.nextBoolean(), Duration.ofSeconds(30));
        };
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}

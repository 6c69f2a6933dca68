package dev.parley.systemtests;

import dev.parley.contracts.Topics;
import dev.parley.contracts.conference.ConferenceEvent;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceEnded;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceStarted;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantJoined;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantLeft;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.CallFailed;
import dev.parley.systemtests.phone.HearingMatrix;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.phone.TestPhones;
import dev.parley.systemtests.world.TopicTail;
import dev.parley.systemtests.world.TopicTail.Noted;
import dev.parley.systemtests.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code ./parley demo}: a conference of three phones, and what becomes of it, told as it happens. */
public final class Demo {
    private static final String TENANT = "demo";
    private static final String ROOM = "910";
    private static final List<String> USERS = List.of("801", "802", "803");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final World world;
    private final Narrator narrator = new Narrator();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();

    private Demo(World world) {
        this.world = world;
    }

    /** Ends with 0 when all was as it should be, else with 1. */
    public static void main(String[] arguments) {
        System.exit(new Demo(World.read(Path.of(arguments[0]))).run());
    }

    private int run() {
        narrator.title(
                "A conference in " + ROOM + " of tenant " + TENANT + ": three phones, each with a tone of its own");
        try (TopicTail<ConferenceEvent> events =
                        TopicTail.of(world, Topics.CONFERENCE_EVENTS, ConferenceEvent.class, this::tell);
                TestPhones phones = new TestPhones(world)) {
            converse(phones, events);
        } catch (CallFailed e) {
            faults.add(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            faults.add("The demo itself failed: " + e);
        }
        if (faults.isEmpty()) {
            narrator.title("All of it as it should be.");
            return 0;
        }
        narrator.title("Something is wrong:");
        faults.forEach(narrator::line);
        narrator.line("./parley status and ./parley logs tell more.");
        return 1;
    }

    private void converse(TestPhones phones, TopicTail<ConferenceEvent> events) {
        List<Call> calls = new ArrayList<>();
        for (String user : USERS) {
            TestPhone phone = phones.phone(TENANT, user).registers();
            narrator.happened(user + " has registered; it speaks at " + phone.tone());
            Call call = phone.calls(ROOM).awaitAnswered();
            narrator.isIn(call);
            calls.add(call);
        }
        expect(events, ParticipantJoined.class, calls.size());
        listen("Who hears whom, in dB of what was said", calls);

        Call first = calls.removeFirst();
        first.hangsUp();
        narrator.happened(first.name() + " has hung up");
        expect(events, ParticipantLeft.class, 1);
        listen("The others go on", calls);

        for (Call call : calls) {
            call.hangsUp();
            narrator.happened(call.name() + " has hung up");
        }
        expect(events, ParticipantLeft.class, USERS.size());
        if (!events.all(ConferenceStarted.class).isEmpty()) {
            expect(events, ConferenceEnded.class, 1);
        }
    }

    private void listen(String what, List<Call> calls) {
        HearingMatrix matrix = HearingMatrix.settled(PATIENCE, calls, (listener, speaker) -> true);
        narrator.hearing(what, matrix);
        faults.addAll(matrix.faults());
    }

    private void expect(TopicTail<ConferenceEvent> events, Class<? extends ConferenceEvent> kind, int count) {
        events.await(kind, event -> isOurs(event) && events.all(kind).size() >= count, PATIENCE);
        int seen = (int) events.all(kind).stream().filter(Demo::isOurs).count();
        if (seen < count) {
            faults.add("Expected %d %s, but there came %d".formatted(count, kind.getSimpleName(), seen));
        }
    }

    private static boolean isOurs(ConferenceEvent event) {
        return event.room().toString().equals(TENANT + ":" + ROOM);
    }

    private void tell(Noted<ConferenceEvent> noted) {
        if (!isOurs(noted.message())) {
            return;
        }
        String what = switch (noted.message()) {
            case ConferenceStarted _ -> "the conference has started";
            case ParticipantJoined joined -> {
                names.put(joined.participant().toString(), joined.number());
                yield joined.number() + " has joined as " + joined.role();
            }
            case ParticipantLeft left ->
                names.getOrDefault(left.participant().toString(), "somebody") + " has left: " + left.reason();
            case ConferenceEnded _ -> "the conference is over";
            // Nobody presses a key here; should it happen all the same, it is told.
            case ConferenceEvent other -> other.getClass().getSimpleName();
        };
        narrator.happened("    event %d: %s".formatted(noted.message().sequence(), what));
    }
}

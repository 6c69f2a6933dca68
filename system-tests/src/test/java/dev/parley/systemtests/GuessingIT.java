package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.Topics;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.id.TenantId;
import dev.parley.systemtests.Guesser.Guess;
import dev.parley.systemtests.bench.Spread;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("R3, R8: guessing PINs leads nowhere, and tells nothing")
class GuessingIT {
    private static final int TRIES = 3;
    private static final Duration A_WHILE = Duration.ofSeconds(30);
    private static final Executor EACH_ON_ITS_OWN = task -> Thread.ofVirtual().start(task);

    @TempDir
    private Path folder;

    private RunningSystem system;
    private Besieged besieged;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        besieged = new Besieged(system);
    }

    @AfterEach
    void part() {
        system.close();
        besieged.close();
    }

    @Test
    @DisplayName("R3: three wrong PINs, goodbye and BYE")
    void threeWrongPins() {
        String room = besieged.rooms(1).getFirst();
        Guesser caller = new Guesser(besieged.extension().calls(room));

        caller.usesUpItsTries();

        assertTold(caller, "wrong-pin", "goodbye");
        assertThat(system.conferences().present(besieged.tenant() + ":" + room)).isZero();
    }

    /** Wrong PINs are counted by caller (15), room (60), source (90) and tenant (180); one after the other is used up. */
    @Test
    @DisplayName(
            "R3: guessing over many calls is slowed, then shut out by caller, room, source and tenant; extensions get in")
    void guessingOverManyCalls() {
        World.Trunk source = besieged.trunk(2);
        World.Trunk second = besieged.trunk(3);
        World.Trunk third = besieged.trunk(4);
        // The edge reads the addresses of trunks once a second: each is there long before it is used.
        World.Trunk fourth = besieged.trunk(5);
        List<String> rooms = besieged.rooms(4);
        TestPhone caller = besieged.stranger(source);

        List<Duration> answers = siege("CALLER", ":" + caller.number(), 15, () -> call(caller, rooms.get(0)));
        assertThat(answers).as("how long a wrong PIN's answer took").anyMatch(one -> one.toSeconds() >= 1);
        assertShutOut(caller, rooms.get(1));
        assertAsked(besieged.stranger(source), rooms.get(0));

        siege("ROOM", ":" + rooms.get(0), 60, () -> call(besieged.stranger(source), rooms.get(0)));
        assertShutOut(besieged.stranger(source), rooms.get(0));
        assertAsked(besieged.stranger(source), rooms.get(1));
        assertAnExtensionGetsIn(rooms.get(0));

        siege("SOURCE", ":" + source.host(), 90, () -> call(besieged.stranger(source), rooms.get(1)));
        assertShutOut(besieged.stranger(source), rooms.get(2));
        assertAsked(besieged.stranger(second), rooms.get(2));

        Iterator<Call> fromTwo = Stream.iterate(0, i -> i + 1)
                .map(i -> call(besieged.stranger(i % 2 == 0 ? second : third), rooms.get(2 + i % 2)))
                .iterator();
        siege("TENANT", "", 180, fromTwo::next);
        assertShutOut(besieged.stranger(fourth), rooms.get(1));
        assertAnExtensionGetsIn(rooms.get(1));
        // Another tenant has nothing to do with all that.
        Reaching.awaitAnswer(system.phones().carrier("pstn", "+4930123456"), "+4930900910");
    }

    @Test
    @DisplayName("R8: from outside, a room that does not exist sounds like one whose PIN is wrong, and takes as long")
    void anUnknownRoom() throws Exception {
        List<World.Trunk> sources = List.of(besieged.trunk(2), besieged.trunk(3));
        List<String> rooms = besieged.rooms(2);
        String known = rooms.get(0);
        String unknown = rooms.get(1);
        forget(unknown);

        List<Guess> ofKnown = new ArrayList<>();
        List<Guess> ofUnknown = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            World.Trunk source = sources.get(round % 2);
            List<CompletableFuture<Guess>> guesses = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                guesses.add(guessOnce(source, known));
                guesses.add(guessOnce(source, unknown));
            }
            for (int i = 0; i < guesses.size(); i += 2) {
                ofKnown.add(guesses.get(i).join());
                ofUnknown.add(guesses.get(i + 1).join());
            }
        }

        Narrator narrator = new Narrator();
        narrator.line(Spread.head());
        narrator.line(spread(ofKnown, Guess::setup).row("INVITE to 200, known room"));
        narrator.line(spread(ofUnknown, Guess::setup).row("INVITE to 200, unknown room"));
        narrator.line(spread(ofKnown, Guess::answer).row("# to the first word, wrong PIN"));
        narrator.line(spread(ofUnknown, Guess::answer).row("# to the first word, unknown room"));
        for (String room : List.of(known, unknown)) {
            Guesser guesser = new Guesser(call(besieged.stranger(sources.getFirst()), room));
            guesser.usesUpItsTries();
            assertTold(guesser, "wrong-pin", "goodbye");
        }
    }

    /** As if it had been deleted a moment ago: the API lets no number lead nowhere, but changes take a moment. */
    private void forget(String room) throws Exception {
        try (DeadLetters directory = new DeadLetters(system.world())) {
            directory.takeBack(
                    Topics.DIRECTORY_ENTRIES, DirectoryEntry.extensionKey(new TenantId(besieged.tenant()), room));
        }
        TestPhone extension = besieged.extension();
        Reaching.awaitNobody(extension, room);
        assertThat(extension.calls(room).awaitRefused(SOON)).isEqualTo(404);
    }

    private Call call(TestPhone phone, String room) {
        return phone.calls(besieged.outsideNumber(room));
    }

    /**
     * As many guess at once, each as often as it may, as it takes until so many wrong PINs are counted; whose digits were
     * lost in the bustle are made up for. Tells how long the answers took.
     */
    private List<Duration> siege(String scope, String whose, int most, Supplier<Call> attacker) {
        List<Duration> answers = new ArrayList<>();
        for (int left = most - counted(scope, whose); left > 0; left = most - counted(scope, whose)) {
            List<CompletableFuture<List<Duration>>> guessers = IntStream.range(0, Math.ceilDiv(left, TRIES))
                    .mapToObj(_ -> new Guesser(attacker.get()))
                    .map(guesser -> CompletableFuture.supplyAsync(guesser::usesUpItsTries, EACH_ON_ITS_OWN))
                    .toList();
            guessers.forEach(guesser -> answers.addAll(guesser.join()));
        }
        return answers;
    }

    private int counted(String scope, String whose) {
        return system.conferences().wrongPins(scope, besieged.tenant() + whose);
    }

    private CompletableFuture<Guess> guessOnce(World.Trunk source, String room) {
        Guesser guesser = new Guesser(call(besieged.stranger(source), room));
        return CompletableFuture.supplyAsync(guesser::guessesOnce, EACH_ON_ITS_OWN);
    }

    private static Spread spread(List<Guess> guesses, Function<Guess, Duration> what) {
        return Spread.of(guesses.stream().map(what).toList());
    }

    private void assertShutOut(TestPhone phone, String room) {
        assertThat(call(phone, room).awaitRefused(SOON)).isEqualTo(403);
    }

    private void assertAsked(TestPhone phone, String room) {
        Guesser caller = new Guesser(call(phone, room));
        new Recognition(system).awaitSaid(caller.call(), caller.begun(), "enter-pin");
        caller.hangsUp();
    }

    private void assertAnExtensionGetsIn(String room) {
        Guesser extension = new Guesser(besieged.extension().calls(room));
        extension.enters(Besieged.PIN);
        await("it is in")
                .atMost(A_WHILE)
                .until(() -> system.conferences().present(besieged.tenant() + ":" + room) == 1);
        extension.hangsUp();
    }

    private void assertTold(Guesser caller, String... prompts) {
        new Recognition(system).assertSaid(caller.call(), caller.begun(), prompts);
    }
}

package dev.parley.systemtests.bench;

import dev.parley.systemtests.audio.AudioSource;
import dev.parley.systemtests.audio.Tone;
import dev.parley.systemtests.net.Pause;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.TestPhones;
import dev.parley.systemtests.rtp.Sound;
import dev.parley.systemtests.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How long a key takes to do something: a moderator mutes everybody and takes it back, and a third telephone hears
 * somebody fall silent and speak again.
 */
final class KeysBench {
    static final int ROUNDS = 25;

    private static final int SOUNDS = 30;
    private static final int WARM_UP = 5;
    private static final Duration ENTERING = Duration.ofSeconds(20);
    private static final Duration EFFECT = Duration.ofMillis(500);
    private static final Duration WHILE = Duration.ofMillis(200);
    /** No prompt has anything to say up there. */
    private static final Tone TONE = new Tone(3163);

    private final World world;
    private final int rounds;
    private final Consumer<String> progress;
    private final List<String> failures = new ArrayList<>();

    KeysBench(World world, int rounds, Consumer<String> progress) {
        this.world = world;
        this.rounds = rounds;
        this.progress = progress;
    }

    KeysReport run() {
        Instant began = Instant.now();
        World.Tenant tenant = world.tenant("demo");
        World.Room room = tenant.rooms().stream()
                .filter(one -> !one.dynamic() && one.moderatorPin() != null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The demo world has no room with a moderator"));
        try (TestPhones phones = new TestPhones(world)) {
            List<Call> calls = Stream.of("801", "802", "803")
                    .map(user -> phones.phone("demo", user).registers().calls(room.number()))
                    .toList();
            calls.forEach(Call::awaitAnswered);
            calls.get(0).presses(Objects.requireNonNull(room.moderatorPin()) + "#");
            calls.get(1).presses(Objects.requireNonNull(room.pin()) + "#");
            // Another moderator: nothing is said to it that would cover what it listens for.
            calls.get(2).presses(Objects.requireNonNull(room.moderatorPin()) + "#");
            KeysReport report = measure(began, calls.get(0), calls.get(1), calls.get(2));
            calls.forEach(Call::hangsUp);
            return report;
        }
    }

    private KeysReport measure(Instant began, Call moderator, Call speaker, Call listener) {
        speaker.says(AudioSource.tone(TONE));
        awaitTone(listener, true);
        progress.accept("Mouth to ear, %d sounds.".formatted(SOUNDS));
        Spread mouthToEar = Spread.of(sounds(speaker, listener));
        progress.accept("A moderator mutes everybody and takes it back, %d times.".formatted(rounds));
        Map<String, List<Duration>> effects = new LinkedHashMap<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            Map<String, List<Duration>> kept = round < 0 ? new LinkedHashMap<>() : effects;
            awaitTone(listener, true);
            press(moderator, "*92", listener, sound -> sound.lastEndOf(TONE), "*92: everybody is muted", kept);
            awaitTone(listener, false);
            press(moderator, "*93", listener, sound -> sound.firstWith(TONE), "*93: everybody is heard again", kept);
        }
        Map<String, Spread> spreads = new LinkedHashMap<>();
        effects.forEach((effect, took) -> spreads.put(effect, Spread.of(took)));
        Spread all = Spread.of(effects.values().stream().flatMap(List::stream).toList());
        spreads.put("both", all);
        return new KeysReport(began, spreads, mouthToEar, failures, all.p50() / mouthToEar.p50());
    }

    private static void awaitTone(Call listener, boolean heard) {
        long until = System.nanoTime() + ENTERING.toNanos();
        while (listener.listens(WHILE).firstWith(TONE).isPresent() != heard) {
            if (System.nanoTime() - until > 0) {
                throw new IllegalStateException(
                        "The speaker is still %s after %s".formatted(heard ? "not heard" : "heard", ENTERING));
            }
        }
    }

    private void press(
            Call who,
            String keys,
            Call listener,
            Function<Sound, OptionalLong> effect,
            String what,
            Map<String, List<Duration>> took) {
        long released = who.pressesAndReleases(keys);
        Pause.of(EFFECT);
        OptionalLong heard = effect.apply(listener.ear().since(released));
        if (heard.isPresent()) {
            took.computeIfAbsent(what, _ -> new ArrayList<>()).add(Duration.ofNanos(heard.getAsLong() - released));
        } else {
            failures.add(what + ": nothing was heard of it within " + EFFECT.toMillis() + " ms");
        }
    }

    private List<Duration> sounds(Call speaker, Call listener) {
        List<Duration> took = new ArrayList<>();
        for (int i = 0; i < SOUNDS; i++) {
            speaker.says(AudioSource.silence());
            // What was said before may still be on its way: it is not the sound that is waited for.
            awaitTone(listener, false);
            long from = System.nanoTime();
            speaker.says(AudioSource.tone(TONE));
            Pause.of(EFFECT);
            OptionalLong heard = listener.ear().since(from).firstWith(TONE);
            if (heard.isPresent()) {
                took.add(Duration.ofNanos(heard.getAsLong() - from));
            } else {
                failures.add("A sound was not heard within " + EFFECT.toMillis() + " ms");
            }
        }
        return took;
    }
}

package dev.parley.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.audio.Tone;
import dev.parley.systemtests.baresip.Baresip;
import dev.parley.systemtests.baresip.Codec;
import dev.parley.systemtests.phone.HearingMatrix;
import dev.parley.systemtests.phone.Listener;
import dev.parley.systemtests.phone.TestPhones;
import dev.parley.systemtests.world.ConferenceTable;
import dev.parley.systemtests.world.MediaProbe;
import dev.parley.systemtests.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * The system that {@code ./parley up} has started, as a test meets it. Whatever a test takes from here ends with it.
 *
 * <p>Made before and closed after each test. Closing proves that nothing of the test remains in rtpengine, be it
 * conference, call or announcement.
 */
final class RunningSystem implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(10);
    // Whoever comes in is greeted, and that covers the tones for a while.
    private static final Duration GREETING = Duration.ofSeconds(15);
    private static final Path DEMO = Path.of(System.getProperty("parley.world", "../.parley/demo.json"));

    private final World world = World.read(DEMO);
    private final TestPhones phones = new TestPhones(world);
    private final List<Baresip> foreign = new ArrayList<>();
    private final Path folder;
    private final List<String> before;

    /** Phones of other makers keep their files in {@code folder}. */
    RunningSystem(Path folder) {
        this.folder = folder;
        this.before = media().calls();
    }

    World world() {
        return world;
    }

    TestPhones phones() {
        return phones;
    }

    MediaProbe media() {
        return new MediaProbe(world);
    }

    ConferenceTable conferences() {
        return new ConferenceTable(world);
    }

    /** Where {@code ./parley} is. */
    Path home() {
        return folderOfParley();
    }

    static Path folderOfParley() {
        return DEMO.toAbsolutePath().getParent().getParent().normalize();
    }

    /** A registered phone of another maker; its tone is from the end of the list, ours are from the beginning. */
    Baresip baresip(String tenant, String user, Codec codec) {
        Baresip baresip = Baresip.start(
                folder.resolve(tenant + "-" + user),
                world.tenant(tenant).account(user),
                world.sip().address(),
                Tone.of(-1 - foreign.size()),
                codec,
                true);
        foreign.add(baresip);
        return baresip.awaitRegistered();
    }

    /** Everybody hears everybody else and nobody itself, as soon as all greetings are spoken. */
    static void assertAllHearEachOther(List<? extends Listener> everybody) {
        assertHearing(everybody, (listener, speaker) -> true);
    }

    /** Exactly these pairs, by name (listener, speaker), hear each other, as soon as all greetings are spoken. */
    static void assertHearing(List<? extends Listener> everybody, BiPredicate<String, String> shouldHear) {
        HearingMatrix matrix = HearingMatrix.settled(GREETING, everybody, shouldHear);
        assertThat(matrix.faults(shouldHear)).as("%s", matrix).isEmpty();
    }

    @Override
    public void close() {
        foreign.forEach(Baresip::close);
        phones.close();
        await("no call of this test remains")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(media().calls()).isSubsetOf(before));
    }
}

package dev.parley.systemtests.interoperability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.phone.TestPhones;
import dev.parley.systemtests.wire.WireTenant;
import dev.parley.systemtests.world.MediaProbe;
import dev.parley.systemtests.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What the tests of one class share: a tenant, phones, and the proof that nothing of them remains. */
final class Interoperating implements AutoCloseable {
    private static final Path DEMO = Path.of(System.getProperty("parley.world", "../.parley/demo.json"));
    private static final Duration BACK = Duration.ofSeconds(20);

    private final World world = World.read(DEMO);
    private final List<String> before = new MediaProbe(world).calls();
    private final WireTenant tenant;
    private final TestPhones phones = new TestPhones(world);

    /** @param extensions from 801 on */
    Interoperating(String... extensions) {
        tenant = new WireTenant(world, List.of(extensions));
    }

    World world() {
        return world;
    }

    WireTenant tenant() {
        return tenant;
    }

    TestPhones phones() {
        return phones;
    }

    RawCaller caller() {
        return new RawCaller(world);
    }

    @Override
    public void close() {
        phones.close();
        tenant.close();
        await("no call of this test remains")
                .atMost(BACK)
                .untilAsserted(() -> assertThat(new MediaProbe(world).calls()).isSubsetOf(before));
    }
}

package dev.parley.callcontrol.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.callcontrol.adapter.kafka.DirectoryView;
import dev.parley.contracts.Topics;
import dev.parley.contracts.directory.ConferenceOptions;
import dev.parley.contracts.directory.DirectoryEntry.ConferenceEntry;
import dev.parley.contracts.directory.DirectoryEntry.NumberEntry;
import dev.parley.contracts.directory.DirectoryEntry.PhoneEntry;
import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.contracts.directory.DirectoryEntry.TrunkEntry;
import dev.parley.contracts.id.TenantId;
import dev.parley.contracts.media.DigitSeal;
import dev.parley.testsupport.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The running service between a scripted edge and scripted neighbours; SIP and Kafka are real. */
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(EdgeResource.class)
abstract class ShellTest {
    private static final TenantId DEMO = new TenantId("demo");

    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @Inject
    DirectoryView view;

    @Inject
    KafkaClientService kafka;

    EdgeSocket edge;
    private final DigitSeal seal = new DigitSeal(setting("parley.digit-key"));
    private final Neighbours neighbours = new Neighbours(setting("kafka.bootstrap.servers"), seal);

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }

    /** What keys travel in. */
    DigitSeal seal() {
        return seal;
    }

    EdgeSocket edge() {
        return edge;
    }

    Neighbours neighbours() {
        return neighbours;
    }

    @BeforeEach
    void settle() {
        edge.forget();
        neighbours.awaitReady();
        neighbours.publish(new TenantEntry(DEMO, "demo.parley.test", "Demo", "en"));
        neighbours.publish(new PhoneEntry(DEMO, "801", "Ada"));
        neighbours.publish(new PhoneEntry(DEMO, "802", "Ben"));
        neighbours.publish(new TrunkEntry("pstn", Optional.empty(), List.of("+", "00"), true));
        neighbours.publish(new NumberEntry("+4930900910", DEMO, "910"));
        neighbours.publish(new ConferenceEntry(
                DEMO,
                "910",
                "Open",
                new ConferenceOptions(
                        Optional.empty(), Optional.empty(), ConferenceOptions.DEFAULT_MAX_MEMBERS, false)));
        awaitKnown("910", "Open");
        await().untilAsserted(() -> {
            new Phone(edge, "801").request("OPTIONS", "");
            assertThat(edge.awaitAnswer("OPTIONS")).isEqualTo(200);
        });
        // Keys that are pressed before it listens are not heard.
        await().untilAsserted(() -> assertThat(keys().getPositions().await().atMost(Duration.ofSeconds(10)))
                .hasSize(Topics.PARTITIONS));
    }

    private KafkaConsumer<Object, Object> keys() {
        return kafka.getConsumer("media-events");
    }

    /** The view is read in order: once the last that was published is known, all are. */
    void awaitKnown(String extension, String name) {
        await().untilAsserted(
                        () -> assertThat(view.directory().name(DEMO, extension)).contains(name));
    }

    @AfterEach
    void close() throws InterruptedException {
        neighbours.close();
    }
}

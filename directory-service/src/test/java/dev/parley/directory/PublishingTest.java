package dev.parley.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.contracts.Family;
import dev.parley.contracts.Reading;
import dev.parley.contracts.Topics;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.ConferenceEntry;
import dev.parley.contracts.directory.DirectoryEntry.NumberEntry;
import dev.parley.contracts.directory.DirectoryEntry.PhoneEntry;
import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.contracts.directory.DirectoryEntry.TrunkEntry;
import dev.parley.contracts.directory.NumberFormat;
import dev.parley.contracts.directory.PhoneOptions;
import dev.parley.contracts.directory.PinHash;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import dev.parley.directory.resource.Answer;
import dev.parley.directory.resource.Change;
import dev.parley.directory.resource.Condition;
import dev.parley.directory.resource.Documents;
import dev.parley.directory.resource.Request;
import dev.parley.directory.resource.ResourceId;
import dev.parley.directory.resource.Resources;
import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "owner", value = "directory"))
class PublishingTest {
    private static final TenantId DEMO = new TenantId("demo");
    private static final TenantId ACME = new TenantId("acme");
    private static final Family<DirectoryEntry> ENTRIES = Family.of(DirectoryEntry.class);

    @Inject
    Resources resources;

    @Inject
    Documents documents;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @ConfigProperty(name = "parley.pin-key")
    String pinKey;

    private final Map<String, Optional<DirectoryEntry>> view = new HashMap<>();
    private KafkaConsumer<String, byte[]> topic;

    @BeforeEach
    void readTheTopicFromItsStart() {
        topic = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        brokers,
                        "group.id",
                        UUID.randomUUID().toString(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        topic.subscribe(List.of(Topics.DIRECTORY_ENTRIES));
    }

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void theDemoWorldIsPublishedWhole() {
        awaitView(() -> assertThat(view).hasSize(2 + 2 * 19 + 2 + 3 + 3));

        assertThat(entry("tenant/acme")).contains(new TenantEntry(ACME, "acme.parley.test", "Acme", "en"));
        assertThat(entry("extension/acme/806"))
                .contains(new PhoneEntry(ACME, "806", "Phone 806", Optional.of(PhoneOptions.DEFAULT)));
        assertThat(entry("number/+4930900910")).contains(new NumberEntry("+4930900910", DEMO, "910"));
        Optional<NumberFormat> e164 = Optional.of(NumberFormat.DEFAULT);
        assertThat(entry("trunk/pstn"))
                .contains(new TrunkEntry("pstn", Optional.empty(), List.of("+", "00"), true, e164));
        assertThat(entry("trunk/gsm")).contains(new TrunkEntry("gsm", Optional.empty(), List.of("07"), false, e164));
    }

    @Test
    void pinsOfARoomCanBeCheckedButNotReadOrComparedBetweenTenants() {
        awaitView(() -> assertThat(view).containsKeys("extension/demo/900", "extension/acme/900"));

        ConferenceEntry demo = (ConferenceEntry) entry("extension/demo/900").orElseThrow();
        ConferenceEntry acme = (ConferenceEntry) entry("extension/acme/900").orElseThrow();
        RoomId room = RoomId.ofExtension(DEMO, "900");
        PinHash pins = new PinHash(pinKey);
        assertThat(demo.options().dynamic()).isTrue();
        assertThat(pins.matches(room, "1111", demo.options().pinHash().orElseThrow()))
                .isTrue();
        assertThat(pins.matches(room, "9999", demo.options().moderatorPinHash().orElseThrow()))
                .isTrue();
        assertThat(demo.options().pinHash()).isNotEqualTo(acme.options().pinHash());
    }

    @Test
    void aNewExtensionIsPublishedAndARemovedOneTakenBack() {
        put("899", "Visitor", false);
        awaitView(() -> assertThat(entry("extension/demo/899")).contains(phone("899", "Visitor")));

        assertThat(resources.apply(Request.of(new Change.Delete(id("899"), new Condition.Any()), false)))
                .isInstanceOf(Answer.Done.class);

        awaitView(() -> assertThat(entry("extension/demo/899")).isEmpty());
    }

    /** How long it takes is printed, not asserted: machines differ. */
    @Test
    void aChangeIsOnTheTopicRightAfterItIsMade() {
        awaitView(() -> assertThat(view).containsKey("extension/demo/801"));
        List<Long> milliseconds = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            PhoneEntry expected = phone("896", "Round " + round);
            long begun = System.nanoTime();
            put("896", expected.name(), false);
            await().pollInterval(Duration.ofMillis(1))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> {
                        readFor(Duration.ofMillis(1));
                        return entry("extension/demo/896").equals(Optional.of(expected));
                    });
            milliseconds.add((System.nanoTime() - begun) / 1_000_000);
        }
        milliseconds.sort(null);
        System.out.printf(
                "from the change to the reader of the topic: median %d ms, worst of %d: %d ms%n",
                milliseconds.get(milliseconds.size() / 2), milliseconds.size(), milliseconds.getLast());

        resources.apply(Request.of(new Change.Delete(id("896"), new Condition.Any()), false));
        awaitView(() -> assertThat(entry("extension/demo/896")).isEmpty());
    }

    @Test
    void whatIsRolledBackIsNotPublished() {
        put("897", "Never", true);

        put("898", "Later", false);

        awaitView(() -> assertThat(entry("extension/demo/898")).contains(phone("898", "Later")));
        assertThat(view).doesNotContainKey("extension/demo/897");
        resources.apply(Request.of(new Change.Delete(id("898"), new Condition.Any()), false));
        awaitView(() -> assertThat(entry("extension/demo/898")).isEmpty());
    }

    @Test
    void whoPresentsWhichNumberIsPublished() {
        change(new ResourceId("demo", "numbers", "+4930900778"), Map.of("destination", "910"));
        change(id("895"), Map.of("type", "phone", "presented_number", "+4930900778", "withhold_number", true));
        change(
                new ResourceId("demo", "trunks", "presenting-trunk"),
                Map.of(
                        "host", "sip.carrier.example",
                        "source_address", "203.0.113.11",
                        "presented_number", "+4930900778",
                        "present_original_caller", true));

        awaitView(() -> {
            assertThat(entry("extension/demo/895"))
                    .contains(new PhoneEntry(
                            DEMO,
                            "895",
                            "895",
                            Optional.of(new PhoneOptions(
                                    List.of(),
                                    Optional.empty(),
                                    PhoneOptions.DEFAULT.localConference(),
                                    Optional.of("+4930900778"),
                                    Optional.of(true)))));
            assertThat(entry("trunk/presenting-trunk"))
                    .contains(new TrunkEntry(
                            "presenting-trunk",
                            Optional.of(DEMO),
                            List.of(),
                            true,
                            Optional.of(NumberFormat.DEFAULT),
                            Optional.of("+4930900778"),
                            Optional.of(true)));
        });
        for (ResourceId made : List.of(
                id("895"),
                new ResourceId("demo", "trunks", "presenting-trunk"),
                new ResourceId("demo", "numbers", "+4930900778"))) {
            assertThat(resources.apply(Request.of(new Change.Delete(made, new Condition.Any()), false)))
                    .isInstanceOf(Answer.Done.class);
        }
        awaitView(() -> assertThat(view).doesNotContainKeys("extension/demo/895", "number/+4930900778"));
    }

    private void change(ResourceId id, Map<String, Object> fields) {
        ObjectNode document = (ObjectNode) documents.tree(fields);
        assertThat(resources.apply(Request.of(new Change.Put(id, document, new Condition.Any()), false)))
                .isInstanceOf(Answer.Done.class);
    }

    private void put(String number, String name, boolean dryRun) {
        ObjectNode document = documents.object().put("type", "phone").put("name", name);
        assertThat(resources.apply(Request.of(new Change.Put(id(number), document, new Condition.Any()), dryRun)))
                .isInstanceOf(Answer.Done.class);
    }

    private static ResourceId id(String number) {
        return new ResourceId("demo", "extensions", number);
    }

    private static PhoneEntry phone(String number, String name) {
        return new PhoneEntry(DEMO, number, name, Optional.of(PhoneOptions.DEFAULT));
    }

    private Optional<DirectoryEntry> entry(String key) {
        return view.getOrDefault(key, Optional.empty());
    }

    /** Follows the topic as a reader of a compacted topic does, until the assertion holds. */
    private void awaitView(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            readFor(Duration.ofMillis(200));
            assertion.run();
        });
    }

    private void readFor(Duration time) {
        topic.poll(time).forEach(read -> {
            if (read.value() == null) {
                view.remove(read.key());
            } else {
                view.put(read.key(), Optional.of(understood(read.value())));
            }
        });
    }

    private static DirectoryEntry understood(byte[] bytes) {
        return switch (ENTRIES.read(bytes)) {
            case Reading.Understood<DirectoryEntry>(DirectoryEntry message) -> message;
            case Reading.Unknown<DirectoryEntry> unknown -> throw new AssertionError(unknown);
            case Reading.Unreadable<DirectoryEntry> unreadable -> throw new AssertionError(unreadable);
        };
    }
}

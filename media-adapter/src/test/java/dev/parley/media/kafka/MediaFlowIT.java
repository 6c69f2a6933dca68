package dev.parley.media.kafka;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.Family;
import dev.parley.contracts.Reading;
import dev.parley.contracts.Topics;
import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.call.CallCommand.LegSdp;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.AudioPlan.Ambience;
import dev.parley.contracts.media.AudioPlan.PlannedLeg;
import dev.parley.contracts.media.DigitSeal;
import dev.parley.contracts.media.MediaCommand;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.MediaCommand.PlayPrompt;
import dev.parley.contracts.media.MediaEvent;
import dev.parley.contracts.media.MediaEvent.DigitPressed;
import dev.parley.contracts.media.MediaEvent.RecordingFinished;
import dev.parley.media.leg.LegParties;
import dev.parley.media.mix.Bus;
import dev.parley.media.mix.MixStep;
import dev.parley.media.ng.NgReply;
import dev.parley.media.prompt.PromptFolder;
import dev.parley.media.rtpengine.CallId;
import dev.parley.media.rtpengine.ObservedRoom;
import dev.parley.media.rtpengine.Rtpengine;
import dev.parley.media.testing.G711;
import dev.parley.media.testing.RtpengineResource;
import dev.parley.media.testing.Tone;
import dev.parley.media.testing.ToneEndpoint;
import dev.parley.media.testing.Wav;
import dev.parley.testsupport.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole service: real Kafka, real rtpengine, real RTP. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RtpengineResource.class)
class MediaFlowIT {
    private static final Family<MediaCommand> COMMANDS = Family.of(MediaCommand.class);
    private static final Family<AudioPlan> PLANS = Family.of(AudioPlan.class);
    private static final Family<CallCommand> CALL_COMMANDS = Family.of(CallCommand.class);
    private static final Family<MediaEvent> EVENTS = Family.of(MediaEvent.class);
    private static final int INSTANCE = 3;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Inject
    Rtpengine rtpengine;

    @ConfigProperty(name = "parley.digit-key")
    String digitKey;

    @ConfigProperty(name = "parley.media.recording.dir")
    String recordings;

    @Inject
    PromptFolder own;

    private final RoomId room = new RoomId("demo:" + UUID.randomUUID());
    private final CallId call = CallId.of(room);
    private final LegId alice = new LegId(UUID.randomUUID().toString());
    private final LegId bob = new LegId(UUID.randomUUID().toString());
    private final ToneEndpoint alicesPhone = new ToneEndpoint(440, G711.PCMU);
    private final ToneEndpoint bobsPhone = new ToneEndpoint(620, G711.PCMA);
    private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();
    private KafkaProducer<String, byte[]> producer;
    private KafkaConsumer<String, byte[]> consumer;

    @BeforeEach
    void connect() {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new StringSerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "group.id", "test-" + room, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.CALL_COMMANDS, Topics.MEDIA_EVENTS, Topics.DEAD_LETTERS));
    }

    @AfterEach
    void disconnect() {
        rtpengine.delete(call);
        producer.close();
        consumer.close();
        alicesPhone.close();
        bobsPhone.close();
    }

    @Test
    void twoLegsHearEachOtherUntilTheyGo() {
        joins(alice, alicesPhone);
        joins(bob, bobsPhone);
        plan(1, PlannedLeg.open(alice), PlannedLeg.open(bob));
        hears(alicesPhone, 620);
        hears(bobsPhone, 440);

        alicesPhone.press(7);
        DigitPressed pressed = event(DigitPressed.class);
        assertThat(pressed.leg()).isEqualTo(alice);
        assertThat(new DigitSeal(digitKey).open(alice.value(), pressed.digit())).isEqualTo("7");

        send(new PlayPrompt(room, alice, "hello", List.of("tone"), "en", OptionalInt.of(INSTANCE)));
        assertThat(call(CallCommand.LegPromptEnded.class))
                .isEqualTo(new CallCommand.LegPromptEnded(room, alice, "hello"));

        send(new CloseLeg(room, alice));
        send(new CloseLeg(room, bob));
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(rtpengine.query(call)).isInstanceOf(NgReply.Refused.class));
    }

    @Test
    void aTenantsOwnPromptIsHeardInPlaceOfParleys() {
        producer.send(new ProducerRecord<>(
                Topics.DIRECTORY_PROMPTS, "demo/en/other-tone", Tone.wav(1200, Duration.ofMillis(1500))));
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(own.file(new TenantId("demo"), "en", "other-tone"))
                        .isPresent());
        joins(alice, alicesPhone);
        plan(1, PlannedLeg.open(alice));

        send(new PlayPrompt(room, alice, "own", List.of("other-tone"), "en", OptionalInt.empty()));

        hears(alicesPhone, 1200);
    }

    @Test
    void aRecordingIsAFileWhenThePlanWantsItNoMore() {
        joins(alice, alicesPhone);
        var recording = new RecordingId(UUID.randomUUID().toString());
        var recorded = new AudioPlan(
                room, 1, Ambience.SILENCE, List.of(PlannedLeg.open(alice)), Optional.empty(), Optional.of(recording));
        producer.send(new ProducerRecord<>(Topics.MEDIA_PLANS, room.value(), PLANS.write(recorded)));
        await().atMost(30, SECONDS)
                .until(() -> rtpengine.query(call) instanceof NgReply.Done(var fields)
                        && ObservedRoom.of(fields).parties().containsKey(".rec-" + recording));
        alicesPhone.forget();
        await().atMost(30, SECONDS).until(() -> alicesPhone.received().size() >= 50);

        plan(2, PlannedLeg.open(alice));

        RecordingFinished finished = event(RecordingFinished.class);
        assertThat(finished.recording()).isEqualTo(recording);
        assertThat(finished.file()).isEqualTo("demo/" + recording + ".wav");
        assertThat(Tone.level(Wav.read(Path.of(recordings, finished.file())), 440))
                .isGreaterThan(-3);
    }

    @Test
    void theAnswerGoesToThePartitionOfTheInstanceAndIsTheSameWhenAskedAgain() {
        var open = new OpenLeg(room, alice, INSTANCE, Optional.of(alicesPhone.sdp("sendrecv")));
        send(open);
        ConsumerRecord<String, byte[]> first = record(Topics.CALL_COMMANDS);
        assertThat(first.partition()).isEqualTo(INSTANCE);
        assertThat(first.key()).isEqualTo(alice.value());

        send(open);

        assertThat(record(Topics.CALL_COMMANDS).value()).isEqualTo(first.value());
    }

    @Test
    void whatIsLostInRtpengineIsMadeGood() {
        joins(alice, alicesPhone);
        joins(bob, bobsPhone);
        plan(1, PlannedLeg.open(alice), PlannedLeg.open(bob));
        hears(alicesPhone, 620);

        rtpengine.change(
                call,
                new MixStep.Disconnect(
                        LegParties.seat(bob.value()).voice(),
                        LegParties.seat(alice.value()).ear()));
        rtpengine.remove(call, Bus.EAR);
        rtpengine.create(call, "stray", List.of("PCMU"), Rtpengine.Player.OFF);

        await().atMost(30, SECONDS).untilAsserted(() -> {
            assertThat(rtpengine.query(call))
                    .isInstanceOfSatisfying(
                            NgReply.Done.class,
                            done -> assertThat(ObservedRoom.of(done.fields()).parties())
                                    .doesNotContainKey("stray")
                                    .containsKey(Bus.EAR));
        });
        hears(alicesPhone, 620);
        hears(bobsPhone, 440);
    }

    @Test
    void unreadableGoesToTheDeadLettersAndTheNextIsCarriedOut() {
        producer.send(
                new ProducerRecord<>(Topics.MEDIA_COMMANDS, room.value(), "not json".getBytes(StandardCharsets.UTF_8)));
        producer.send(new ProducerRecord<>(
                Topics.MEDIA_COMMANDS, room.value(), "{\"type\":\"OfTomorrow\"}".getBytes(StandardCharsets.UTF_8)));
        send(new OpenLeg(room, alice, INSTANCE, Optional.of(alicesPhone.sdp("sendrecv"))));

        assertThat(call(LegSdp.class).leg()).isEqualTo(alice);
        assertThat(new String(record(Topics.DEAD_LETTERS).value(), StandardCharsets.UTF_8))
                .isEqualTo("not json");
    }

    private void joins(LegId leg, ToneEndpoint phone) {
        send(new OpenLeg(room, leg, INSTANCE, Optional.of(phone.sdp("sendrecv"))));
        phone.sendTo(call(LegSdp.class).sdp());
    }

    private void hears(ToneEndpoint phone, int tone) {
        await().atMost(30, SECONDS).untilAsserted(() -> {
            phone.forget();
            await().atMost(30, SECONDS).until(() -> phone.received().size() >= 20);
            assertThat(Tone.level(phone.heard(), tone)).isGreaterThan(-6);
        });
    }

    private void plan(long revision, PlannedLeg... legs) {
        var plan = new AudioPlan(room, revision, Ambience.SILENCE, List.of(legs));
        producer.send(new ProducerRecord<>(Topics.MEDIA_PLANS, room.value(), PLANS.write(plan)));
    }

    private void send(MediaCommand command) {
        producer.send(new ProducerRecord<>(Topics.MEDIA_COMMANDS, room.value(), COMMANDS.write(command)));
    }

    private <T extends CallCommand> T call(Class<T> kind) {
        return kind.cast(understood(CALL_COMMANDS, record(Topics.CALL_COMMANDS)));
    }

    private <T extends MediaEvent> T event(Class<T> kind) {
        return kind.cast(understood(EVENTS, record(Topics.MEDIA_EVENTS)));
    }

    private static <T> T understood(Family<T> family, ConsumerRecord<String, byte[]> record) {
        return family.read(record.value()) instanceof Reading.Understood<T>(T message) ? message : null;
    }

    /** The next record of a topic about this test's room. */
    private ConsumerRecord<String, byte[]> record(String topic) {
        return await().atMost(30, SECONDS)
                .until(() -> take(topic), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<ConsumerRecord<String, byte[]>> take(String topic) {
        consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
        Optional<ConsumerRecord<String, byte[]>> found = seen.stream()
                .filter(record -> record.topic().equals(topic) && isOurs(record))
                .findFirst();
        found.ifPresent(seen::remove);
        return found;
    }

    private boolean isOurs(ConsumerRecord<String, byte[]> record) {
        return room.value().equals(record.key())
                || alice.value().equals(record.key())
                || bob.value().equals(record.key());
    }
}

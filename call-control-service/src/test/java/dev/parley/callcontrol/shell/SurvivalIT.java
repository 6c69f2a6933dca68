package dev.parley.callcontrol.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.Topics;
import dev.parley.contracts.call.CallCommand.HangUpLeg;
import dev.parley.contracts.call.CallCommand.LegSdp;
import dev.parley.contracts.call.CallCommand.PlaceCall;
import dev.parley.contracts.call.CallEvent.LegAnswered;
import dev.parley.contracts.call.CallEvent.LegArrived;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.call.CallEvent.LegRinging;
import dev.parley.contracts.directory.ConferenceOptions;
import dev.parley.contracts.directory.DirectoryEntry.ConferenceEntry;
import dev.parley.contracts.directory.DirectoryEntry.PhoneEntry;
import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import dev.parley.contracts.ledger.CallRecord;
import dev.parley.contracts.media.DigitSeal;
import dev.parley.contracts.media.MediaCommand.NegotiateLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.SdpRole;
import dev.parley.platform.EmbeddedKafka;
import dev.parley.testsupport.FreePorts;
import dev.parley.testsupport.KafkaResource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged service is killed in the middle of a call, and started again. */
class SurvivalIT {
    private static final TenantId DEMO = new TenantId("demo");
    private static final String OURS = Phone.sdp("sendrecv").replace("4000", "30000");
    private static final Duration START = Duration.ofSeconds(120);
    private static final String DIGIT_KEY = "000102030405060708090a0b0c0d0e0f";

    private final EmbeddedKafka kafka = KafkaResource.startKafka();
    private final int port = FreePorts.pair();
    private final EdgeSocket edge = open(port);
    private final Neighbours neighbours = new Neighbours(kafka.bootstrapServers(), new DigitSeal(DIGIT_KEY));
    private Process service;

    private static EdgeSocket open(int servicePort) {
        try {
            return new EdgeSocket(FreePorts.pair(), servicePort);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void begin() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            NewTopic directory = new NewTopic(Topics.DIRECTORY_ENTRIES, 1, (short) 1);
            admin.createTopics(List.of(directory)).all().get();
        }
        neighbours.publish(new TenantEntry(DEMO, "demo.parley.test", "Demo", "en"));
        neighbours.publish(new PhoneEntry(DEMO, "802", "Ben"));
        neighbours.publish(new ConferenceEntry(
                DEMO, "910", "Open", new ConferenceOptions(Optional.empty(), Optional.empty(), 100, false)));
        start();
        neighbours.awaitReady();
    }

    private void start() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder command =
                new ProcessBuilder(java.toString(), "-Xmx256m", "-jar", "target/quarkus-app/quarkus-run.jar");
        command.environment().put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        command.environment().put("PARLEY_CALL_CONTROL_SIP_PORT", String.valueOf(port));
        command.environment().put("PARLEY_CALL_CONTROL_SIP_EDGE", "127.0.0.1:" + edge.port() + "/tcp");
        command.environment().put("PARLEY_CALL_CONTROL_HTTP_PORT", String.valueOf(FreePorts.one()));
        command.environment().put("PARLEY_SIP_KEY", EdgeResource.KEY);
        command.environment().put("PARLEY_DIGIT_KEY", DIGIT_KEY);
        // Who waits for an answer shall still wait when the process is killed.
        command.environment().put("PARLEY_CALL_CONTROL_PATIENCE_MEDIA", "60s");
        service = command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/survival.log")))
                .start();
        await().atMost(START).ignoreExceptions().untilAsserted(() -> {
            new Phone(edge, "801").request("OPTIONS", "");
            assertThat(edge.awaitAnswer("OPTIONS")).isEqualTo(200);
        });
    }

    /** What a process says and what it keeps are two messages; whoever is killed between them is not what is tried here. */
    private void awaitRemembered(LegId leg) {
        try (var reader = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            reader.assign(List.of(new TopicPartition(Topics.CALL_DIALOGS, 0)));
            await().atMost(START).until(() -> {
                for (var kept : reader.poll(Duration.ofMillis(100))) {
                    if (leg.value().equals(kept.key())) {
                        return true;
                    }
                }
                return false;
            });
        }
    }

    private void kill() {
        service.destroyForcibly().onExit().join();
    }

    @AfterEach
    void end() throws Exception {
        kill();
        neighbours.close();
        edge.close();
        kafka.close();
    }

    @Test
    void callsOutliveTheProcess() throws IOException {
        Phone first = new Phone(edge, "801");
        Phone second = new Phone(edge, "802");
        LegArrived leaving = joins(first);
        LegArrived staying = joins(second);
        Phone waiting = new Phone(edge, "803");
        waiting.invite("910", Phone.OFFER);
        LegArrived unanswered = neighbours.await(LegArrived.class);
        awaitRemembered(unanswered.leg());

        kill();
        start();

        assertThat(neighbours.await(LegEnded.class))
                .isEqualTo(new LegEnded(unanswered.room(), unanswered.leg(), LegEnd.LOST));
        first.request("BYE", "");
        edge.awaitResponse(200, "BYE");
        assertThat(neighbours.await(LegEnded.class))
                .isEqualTo(new LegEnded(leaving.room(), leaving.leg(), LegEnd.HUNG_UP));
        // They are in two partitions, and read in any order.
        Map<LegId, CallRecord> records = Stream.generate(() -> neighbours.await(CallRecord.class))
                .limit(2)
                .collect(Collectors.toMap(CallRecord::leg, Function.identity()));
        assertThat(records).containsOnlyKeys(unanswered.leg(), leaving.leg());
        assertThat(records.get(unanswered.leg()).reason()).isEqualTo(LegEnd.LOST);
        CallRecord left = records.get(leaving.leg());
        assertThat(left.from()).isEqualTo("801");
        assertThat(left.answered()).isPresent();
        assertThat(left.endedBy()).isEqualTo(CallRecord.EndedBy.PARTY);

        second.request("INVITE", Phone.sdp("sendonly"), "Content-Type: application/sdp");
        NegotiateLeg offer = neighbours.await(NegotiateLeg.class);
        neighbours.command(0, new LegSdp(staying.room(), staying.leg(), offer.negotiation(), SdpRole.ANSWER, OURS));
        edge.awaitResponse(200, "INVITE");
        second.ack("");
        neighbours.command(0, new HangUpLeg(staying.room(), staying.leg()));
        edge.awaitRequest("BYE");
        assertThat(neighbours.await(LegEnded.class))
                .isEqualTo(new LegEnded(staying.room(), staying.leg(), LegEnd.ENDED_BY_US));

        joins(new Phone(edge, "804"));
    }

    @Test
    void commandThatCameWhileNobodyWasThereIsCarriedOut() throws IOException {
        LegArrived staying = joins(new Phone(edge, "801"));
        awaitRemembered(staying.leg());

        kill();
        neighbours.command(0, new HangUpLeg(staying.room(), staying.leg()));
        start();

        edge.awaitRequest("BYE");
        assertThat(neighbours.await(LegEnded.class))
                .isEqualTo(new LegEnded(staying.room(), staying.leg(), LegEnd.ENDED_BY_US));
    }

    @Test
    void callsThatAConferenceHasPlacedOutliveTheProcess() throws IOException {
        PlaceCall first = new PlaceCall(
                new RoomId("demo:910"), new LegId(UUID.randomUUID().toString()), "802", Optional.of("801"), 60);
        PlaceCall second =
                new PlaceCall(first.room(), new LegId(UUID.randomUUID().toString()), "802", Optional.of("801"), 60);
        SipText answered = places(first);
        edge.answer(answered, 200, OURS);
        edge.awaitRequest("ACK");
        assertThat(neighbours.await(LegAnswered.class).leg()).isEqualTo(first.leg());
        SipText ringing = places(second);
        edge.answer(ringing, 180, "");
        assertThat(neighbours.await(LegRinging.class).leg()).isEqualTo(second.leg());
        awaitRemembered(second.leg());

        kill();
        start();

        assertThat(neighbours.await(LegEnded.class)).isEqualTo(new LegEnded(second.room(), second.leg(), LegEnd.LOST));
        neighbours.command(0, first);
        edge.hangUp(answered);
        edge.awaitResponse(200, "BYE");
        assertThat(neighbours.await(LegEnded.class)).isEqualTo(new LegEnded(first.room(), first.leg(), LegEnd.HUNG_UP));
        // Nobody waits for this answer any more.
        edge.answer(ringing, 200, OURS);
        edge.awaitRequest("ACK");
        edge.awaitRequest("BYE");
        assertThat(neighbours.has(OpenLeg.class)).isFalse();
    }

    private SipText places(PlaceCall wish) {
        neighbours.command(0, wish);
        assertThat(neighbours.await(OpenLeg.class).leg()).isEqualTo(wish.leg());
        neighbours.command(0, new LegSdp(wish.room(), wish.leg(), 0, SdpRole.OFFER, OURS));
        return edge.awaitRequest("INVITE");
    }

    private LegArrived joins(Phone phone) {
        phone.invite("910", Phone.OFFER);
        LegArrived arrived = neighbours.await(LegArrived.class);
        neighbours.command(0, new LegSdp(arrived.room(), arrived.leg(), 0, SdpRole.ANSWER, OURS));
        phone.answered(edge.awaitResponse(200, "INVITE"));
        phone.ack("");
        assertThat(neighbours.await(LegAnswered.class).leg()).isEqualTo(arrived.leg());
        return arrived;
    }
}

package dev.parley.media.kafka;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.AudioPlan.Ambience;
import dev.parley.contracts.media.AudioPlan.PlannedLeg;
import dev.parley.contracts.media.MediaCommand.CloseLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.media.room.Rooms;
import dev.parley.media.room.Rooms.Census;
import dev.parley.media.testing.G711;
import dev.parley.media.testing.RtpengineResource;
import dev.parley.media.testing.ToneEndpoint;
import dev.parley.testsupport.KafkaResource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** What autoscaling goes by, with a real rtpengine. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(RtpengineResource.class)
class MeasuringLoadIT {
    private static final int INSTANCE = 3;

    @Inject
    Rooms rooms;

    @Inject
    MeterRegistry meters;

    private final RoomId room = new RoomId("demo:" + UUID.randomUUID());

    @Test
    void legsAndWhatRtpengineDoesForThemAreTheLoad() {
        var alice = new LegId(UUID.randomUUID().toString());
        var bob = new LegId(UUID.randomUUID().toString());
        try (var alicesPhone = new ToneEndpoint(440, G711.PCMU);
                var bobsPhone = new ToneEndpoint(620, G711.PCMA)) {
            done(rooms.take(new OpenLeg(room, alice, INSTANCE, Optional.of(alicesPhone.sdp("sendrecv")))));
            done(rooms.take(new OpenLeg(room, bob, INSTANCE, Optional.of(bobsPhone.sdp("sendrecv")))));
            List<PlannedLeg> both = List.of(PlannedLeg.open(alice), PlannedLeg.open(bob));
            done(rooms.follow(room, Optional.of(new AudioPlan(room, 1, Ambience.SILENCE, both))));

            assertThat(ours()).contains(2);
            await().atMost(30, SECONDS).untilAsserted(() -> {
                assertThat(used("legs")).isEqualTo(all(Census::legs)).isGreaterThanOrEqualTo(2);
                assertThat(used("mix_edges")).isEqualTo(all(Census::edges)).isGreaterThanOrEqualTo(2);
                assertThat(value("parley_media_rtpengine_sessions")).isPositive();
                // The silence that keeps streams alive is sound, too.
                assertThat(used("packets_per_second")).isPositive();
            });
            assertThat(value("parley_load_ratio")).isPositive();
        }

        done(rooms.take(new CloseLeg(room, alice)));
        done(rooms.take(new CloseLeg(room, bob)));

        assertThat(ours()).isEmpty();
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(used("legs")).isEqualTo(all(Census::legs)));
    }

    private Optional<Integer> ours() {
        return Optional.ofNullable(rooms.censuses().get(room)).map(Census::legs);
    }

    /** Other tests' rooms may come to their end meanwhile. */
    private double all(ToIntFunction<Census> figure) {
        return rooms.censuses().values().stream().mapToInt(figure).sum();
    }

    private static void done(CompletionStage<?> step) {
        step.toCompletableFuture().join();
    }

    private double used(String limit) {
        return meters.get("parley_load_used").tag("limit", limit).gauge().value();
    }

    private double value(String gauge) {
        return meters.get(gauge).gauge().value();
    }
}

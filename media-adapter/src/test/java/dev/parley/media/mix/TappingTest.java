package dev.parley.media.mix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.AudioPlan.Ambience;
import dev.parley.contracts.media.AudioPlan.PlannedLeg;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Recordings and music in the graph. */
class TappingTest {
    private static final RecordingId CONFERENCE = new RecordingId("conference");
    private static final RecordingId ALONE = new RecordingId("alone");
    private static final String TAP = ".rec-conference";
    private static final Set<String> PARTS =
            Set.of(Bus.MOUTH, Bus.EAR, Bus.MUSIC_MOUTH, Bus.MUSIC_EAR, TAP, ".rec-alone", Bus.name(new LegId("leg0")));

    @RepeatedTest(300)
    void aTapHearsWhoMayBeHeardAndSaysNothing(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        AudioPlan plan = plan(random);
        MixGraph graph = graph(plan, Tap.wantedBy(Optional.of(plan)));

        Set<String> recordable = plan.legs().stream()
                .filter(leg -> leg.heard() && leg.group().equals(PlannedLeg.MAIN))
                .map(leg -> leg.leg().value())
                .collect(Collectors.toSet());
        assertThat(graph.heardBy(TAP))
                .containsExactlyInAnyOrderElementsOf(plan.recording().isPresent() ? recordable : Set.of());
        for (PlannedLeg leg : plan.legs()) {
            if (leg.recording().isPresent()) {
                assertThat(graph.heardBy(".rec-alone"))
                        .containsExactlyInAnyOrderElementsOf(
                                leg.heard() ? Set.of(leg.leg().value()) : Set.of());
            }
        }
        assertThat(graph.edges()).noneMatch(edge -> Bus.isTap(edge.from()));
    }

    @RepeatedTest(300)
    void musicIsForThoseWhoAreToHearIt(RepetitionInfo repetition) {
        AudioPlan plan = plan(new Random(repetition.getCurrentRepetition()));
        MixGraph graph = graph(plan, List.of());

        for (PlannedLeg leg : plan.legs()) {
            var edge = new Edge(Bus.MUSIC_EAR, leg.leg().value());
            if (leg.ambience().orElse(plan.ambience()) == Ambience.MUSIC) {
                assertThat(graph.edges()).contains(edge);
            } else {
                assertThat(graph.edges()).doesNotContain(edge);
            }
        }
        assertThat(MixPlanner.needsMusic(Optional.of(plan)))
                .isEqualTo(graph.edges().stream().anyMatch(edge -> edge.from().equals(Bus.MUSIC_EAR)));
    }

    @Test
    void theSilenceKeepsTheTimeOfATap() {
        AudioPlan plan = new AudioPlan(
                new RoomId("demo:910"), 1, Ambience.SILENCE, List.of(), Optional.empty(), Optional.of(CONFERENCE));

        assertThat(graph(plan, Tap.wantedBy(Optional.of(plan))).edges()).contains(new Edge(Bus.EAR, TAP));
    }

    @Test
    void aNameIsHeardByItsTap() {
        MixGraph graph = graph(plan(new Random(1)), List.of(Tap.ofName(new LegId("leg0"))));

        assertThat(graph.heardBy(Bus.name(new LegId("leg0")))).containsExactly("leg0");
    }

    @Test
    void aTapIsNamedAfterItsRecording() {
        assertThat(Bus.recordingOf(TAP)).contains(CONFERENCE);
        assertThat(Bus.recordingOf(Bus.EAR)).isEmpty();
        assertThat(Bus.isTap(Bus.EAR)).isFalse();
    }

    private static MixGraph graph(AudioPlan plan, List<Tap> taps) {
        List<Seat> seats = IntStream.range(0, 8)
                .mapToObj(i -> new Seat("leg" + i, "leg" + i, "leg" + i))
                .toList();
        return MixPlanner.plan(seats, PARTS, Optional.of(plan), taps);
    }

    private static AudioPlan plan(Random random) {
        int alone = random.nextInt(8);
        List<PlannedLeg> legs = IntStream.range(0, random.nextInt(8))
                .mapToObj(i -> new PlannedLeg(
                        new LegId("leg" + i),
                        random.nextInt(3) == 0 ? "aside" : PlannedLeg.MAIN,
                        random.nextBoolean(),
                        random.nextBoolean(),
                        random.nextInt(3) == 0 ? Optional.of(ambience(random)) : Optional.empty(),
                        i == alone ? Optional.of(ALONE) : Optional.empty()))
                .toList();
        return new AudioPlan(
                new RoomId("demo:910"),
                1,
                ambience(random),
                legs,
                Optional.empty(),
                random.nextBoolean() ? Optional.of(CONFERENCE) : Optional.empty());
    }

    private static Ambience ambience(Random random) {
        return random.nextBoolean() ? Ambience.MUSIC : Ambience.SILENCE;
    }
}

package dev.parley.media.mix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.AudioPlan.Ambience;
import dev.parley.contracts.media.AudioPlan.PlannedLeg;
import dev.parley.media.mix.MixStep.Connect;
import dev.parley.media.mix.MixStep.Disconnect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MixingTest {
    private static final Set<String> BUS = Set.of(Bus.MOUTH, Bus.EAR);

    @Test
    void aNewcomerHearsAllOthersWithTheFirstStep() {
        MixGraph three = graph(seats("a", "b", "c"), open("a"), open("b"), open("c"));
        MixGraph four = graph(seats("a", "b", "c", "d"), open("a"), open("b"), open("c"), open("d"));
        MixGraph waiting = graph(seats("a", "b", "c", "d"), open("a"), open("b"), open("c"));
        assertThat(waiting.edges()).containsAll(three.edges());

        assertThat(MixDifference.between(waiting, four))
                .containsExactly(
                        new Connect(List.of("a~voice", "b~voice", "c~voice"), "d~mix"),
                        new Connect(List.of("d~voice"), "a~mix"),
                        new Connect(List.of("d~voice"), "b~mix"),
                        new Connect(List.of("d~voice"), "c~mix"));
    }

    @Test
    void whoIsMutedIsTakenFromEachWhoHeardAndGivenBack() {
        MixGraph muted =
                graph(seats("a", "b", "c"), new PlannedLeg(leg("a"), "main", false, true), open("b"), open("c"));
        MixGraph all = graph(seats("a", "b", "c"), open("a"), open("b"), open("c"));

        assertThat(MixDifference.between(muted, all))
                .containsExactly(new Connect(List.of("a~voice"), "b~mix"), new Connect(List.of("a~voice"), "c~mix"));
        assertThat(MixDifference.between(all, muted))
                .containsExactly(new Disconnect("a~voice", "b~mix"), new Disconnect("a~voice", "c~mix"));
    }

    @Test
    void everyLegHasTheBusEvenInNoPlan() {
        MixGraph graph = MixPlanner.plan(seats("a"), BUS, Optional.empty(), List.of());

        assertThat(graph.edges()).containsExactly(new Edge(Bus.EAR, "a~mix"));
    }

    @Test
    void aLegIsMixedAtItsSeat() {
        MixGraph graph = MixPlanner.plan(seats("a", "b"), BUS, Optional.of(plan(open("a"), open("b"))), List.of());

        assertThat(graph.heardBy("a~mix")).containsExactly("b~voice");
        assertThat(graph.heardBy("b~mix")).containsExactly("a~voice");
    }

    @RepeatedTest(300)
    void everyLegHearsWhomItShouldAndNobodyElse(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<PlannedLeg> roster = roster(random);
        List<Seat> seats = seatsOf(roster, random);

        MixGraph graph = MixPlanner.plan(seats, BUS, Optional.of(plan(roster.toArray(PlannedLeg[]::new))), List.of());

        for (Seat seat : seats) {
            assertThat(graph.heardBy(seat.ear())).isEqualTo(shouldHear(seat, roster, seats));
            assertThat(graph.edges()).contains(new Edge(Bus.EAR, seat.ear()));
        }
        assertThat(graph.edges())
                .allMatch(edge -> !edge.to().equals(Bus.EAR) && !edge.to().equals(Bus.MOUTH));
    }

    @RepeatedTest(300)
    void theStepsLeadFromAnyGraphToAnyOtherAndNobodyHearsTooMuchOnTheWay(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<PlannedLeg> before = roster(random);
        List<Seat> seats = seatsOf(before, random);
        List<PlannedLeg> after = reshuffled(before, random);
        MixGraph current = MixPlanner.plan(seats, BUS, Optional.of(plan(before.toArray(PlannedLeg[]::new))), List.of());
        MixGraph wanted = MixPlanner.plan(seats, BUS, Optional.of(plan(after.toArray(PlannedLeg[]::new))), List.of());
        var allowed = new HashSet<>(current.edges());
        allowed.addAll(wanted.edges());

        MixGraph graph = current;
        for (MixStep step : MixDifference.between(current, wanted)) {
            graph = step.applied(graph);
            assertThat(allowed).containsAll(graph.edges());
        }

        assertThat(graph).isEqualTo(wanted);
        assertThat(MixDifference.between(wanted, wanted)).isEmpty();
    }

    private static TreeSet<String> shouldHear(Seat seat, List<PlannedLeg> roster, List<Seat> seats) {
        var expected = new TreeSet<String>();
        PlannedLeg listener = find(roster, seat.leg());
        for (Seat other : seats) {
            PlannedLeg speaker = find(roster, other.leg());
            if (!other.leg().equals(seat.leg())
                    && listener.hears()
                    && speaker.heard()
                    && speaker.group().equals(listener.group())) {
                expected.add(other.voice());
            }
        }
        return expected;
    }

    private static PlannedLeg find(List<PlannedLeg> roster, String leg) {
        return roster.stream()
                .filter(it -> it.leg().value().equals(leg))
                .findFirst()
                .orElseThrow();
    }

    private static List<PlannedLeg> roster(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> planned("leg" + i, random))
                .toList();
    }

    private static List<PlannedLeg> reshuffled(List<PlannedLeg> roster, Random random) {
        var changed = new ArrayList<PlannedLeg>();
        for (PlannedLeg leg : roster) {
            switch (random.nextInt(3)) {
                case 0 -> changed.add(leg);
                case 1 -> changed.add(planned(leg.leg().value(), random));
                default -> {}
            }
        }
        return changed;
    }

    private static PlannedLeg planned(String leg, Random random) {
        return new PlannedLeg(leg(leg), "group" + random.nextInt(3), random.nextInt(4) > 0, random.nextInt(4) > 0);
    }

    private static List<Seat> seatsOf(List<PlannedLeg> roster, Random random) {
        return roster.stream()
                .map(it -> it.leg().value())
                .filter(_ -> random.nextInt(5) > 0)
                .map(MixingTest::seat)
                .toList();
    }

    private static MixGraph graph(List<Seat> seats, PlannedLeg... legs) {
        return MixPlanner.plan(seats, BUS, Optional.of(plan(legs)), List.of());
    }

    private static List<Seat> seats(String... legs) {
        return List.of(legs).stream().map(MixingTest::seat).toList();
    }

    private static Seat seat(String leg) {
        return new Seat(leg, leg + "~mix", leg + "~voice");
    }

    private static AudioPlan plan(PlannedLeg... legs) {
        return new AudioPlan(new RoomId("demo:910"), 1, Ambience.SILENCE, List.of(legs));
    }

    private static PlannedLeg open(String leg) {
        return PlannedLeg.open(leg(leg));
    }

    private static LegId leg(String leg) {
        return new LegId(leg);
    }
}

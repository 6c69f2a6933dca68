package dev.parley.media.mix;

import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.AudioPlan.Ambience;
import dev.parley.contracts.media.AudioPlan.PlannedLeg;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lays a plan out as a graph over the seats that are there: a full mesh per group, and the bus to everybody.
 *
 * <p>The bus of silence gives each leg a stream before anybody else is there and while it hears nobody (R28), and keeps prompts on
 * that stream. A muted leg has no edges to others: rtpengine 26.0.1 can silence G.711 and G.722 alone, and a key pressed
 * on a leg with {@code block media} hangs the whole daemon.
 */
public final class MixPlanner {

    private MixPlanner() {}

    /**
     * @param seats legs that exist in rtpengine; what the plan says of others waits until they are there
     * @param parts bus parts and taps that exist
     * @param taps those that are wanted
     */
    public static MixGraph plan(
            Collection<Seat> seats, Set<String> parts, Optional<AudioPlan> plan, Collection<Tap> taps) {
        var edges = new HashSet<Edge>();
        for (Seat seat : seats) {
            if (parts.contains(Bus.EAR)) {
                edges.add(new Edge(Bus.EAR, seat.ear()));
            }
        }
        Map<String, Seat> byLeg = seats.stream().collect(Collectors.toMap(Seat::leg, Function.identity()));
        List<PlannedLeg> legs = plan.map(AudioPlan::legs).orElse(List.of()).stream()
                .filter(leg -> byLeg.containsKey(leg.leg().value()))
                .toList();
        for (PlannedLeg listener : legs) {
            legs.stream()
                    .filter(speaker -> hears(listener, speaker))
                    .forEach(speaker -> edges.add(new Edge(
                            seatOf(byLeg, speaker).voice(),
                            seatOf(byLeg, listener).ear())));
        }
        for (PlannedLeg listener : legs) {
            if (parts.contains(Bus.MUSIC_EAR) && hearsMusic(listener, plan.orElseThrow())) {
                edges.add(new Edge(Bus.MUSIC_EAR, seatOf(byLeg, listener).ear()));
            }
        }
        taps.stream().filter(tap -> parts.contains(tap.party())).forEach(tap -> edges.addAll(into(tap, byLeg, parts)));
        var parties = new HashSet<>(parts);
        seats.forEach(seat -> {
            parties.add(seat.ear());
            parties.add(seat.voice());
        });
        return new MixGraph(parties, edges);
    }

    /** Whether anybody in the plan hears music. */
    public static boolean needsMusic(Optional<AudioPlan> plan) {
        return plan.stream().anyMatch(it -> it.legs().stream().anyMatch(leg -> hearsMusic(leg, it)));
    }

    private static boolean hearsMusic(PlannedLeg leg, AudioPlan plan) {
        return leg.ambience().orElse(plan.ambience()) == Ambience.MUSIC;
    }

    /** The silence keeps the time of what is recorded while nobody speaks. */
    private static Set<Edge> into(Tap tap, Map<String, Seat> byLeg, Set<String> parts) {
        var edges = new HashSet<Edge>();
        if (parts.contains(Bus.EAR)) {
            edges.add(new Edge(Bus.EAR, tap.party()));
        }
        tap.legs().stream()
                .map(leg -> byLeg.get(leg.value()))
                .filter(Objects::nonNull)
                .forEach(seat -> edges.add(new Edge(seat.voice(), tap.party())));
        return edges;
    }

    private static boolean hears(PlannedLeg listener, PlannedLeg speaker) {
        return listener.hears()
                && speaker.heard()
                && speaker.group().equals(listener.group())
                && !speaker.leg().equals(listener.leg());
    }

    private static Seat seatOf(Map<String, Seat> byLeg, PlannedLeg leg) {
        return Objects.requireNonNull(byLeg.get(leg.leg().value()));
    }
}

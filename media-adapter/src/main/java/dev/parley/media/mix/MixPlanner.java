package dev.parley.media.mix;

import dev.parley.contracts.media.AudioPlan;
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
 * <p>The bus gives each leg a stream before anybody else is there and while it hears nobody (R28), and keeps prompts on
 * that stream. A muted leg has no edges to others: rtpengine 26.0.1 can silence G.711 and G.722 alone, and a key pressed
 * on a leg with {@code block media} hangs the whole daemon.
 */
public final class MixPlanner {

    private MixPlanner() {}

    /**
     * @param seats legs that exist in rtpengine; what the plan says of others waits until they are there
     * @param parts bus parts that exist
     */
    public static MixGraph plan(Collection<Seat> seats, Set<String> parts, Optional<AudioPlan> plan) {
        var edges = new HashSet<Edge>();
        for (Seat seat : seats) {
            if (parts.contains(Bus.EAR)) {
                edges.add(new Edge(Bus.EAR, seat.party()));
            }
        }
        Map<String, Seat> byLeg = seats.stream().collect(Collectors.toMap(Seat::leg, Function.identity()));
        List<PlannedLeg> legs = plan.map(AudioPlan::legs).orElse(List.of()).stream()
                .filter(leg -> byLeg.containsKey(leg.leg().value()))
                .toList();
        for (PlannedLeg listener : legs) {
            legs.stream()
                    .filter(speaker -> hears(listener, speaker))
                    .forEach(speaker -> edges.add(new Edge(partyOf(byLeg, speaker), partyOf(byLeg, listener))));
        }
        var parties = new HashSet<>(parts);
        seats.forEach(seat -> parties.add(seat.party()));
        return new MixGraph(parties, edges);
    }

    private static boolean hears(PlannedLeg listener, PlannedLeg speaker) {
        return listener.hears()
                && speaker.heard()
                && speaker.group().equals(listener.group())
                && !speaker.leg().equals(listener.leg());
    }

    private static String partyOf(Map<String, Seat> byLeg, PlannedLeg leg) {
        return Objects.requireNonNull(byLeg.get(leg.leg().value())).party();
    }
}

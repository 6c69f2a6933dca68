package dev.parley.media.mix;

import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.AudioPlan.PlannedLeg;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lays a plan out as a graph over the legs that are there: a full mesh per group, and the bus to everybody.
 *
 * <p>The bus gives each leg a stream before anybody else is there and while it hears nobody (R28), and keeps prompts on
 * that stream. A muted leg keeps its edges and is blocked at its source: one command mutes it for all, at once.
 */
public final class MixPlanner {

    private MixPlanner() {}

    /**
     * @param present parties that exist in rtpengine; what the plan says of others waits until they are there
     */
    public static MixGraph plan(Set<String> present, Optional<AudioPlan> plan) {
        var edges = new HashSet<Edge>();
        var blocked = new HashSet<String>();
        if (present.contains(Bus.EAR)) {
            present.stream().filter(party -> !Bus.isPart(party)).forEach(party -> edges.add(new Edge(Bus.EAR, party)));
        }
        List<PlannedLeg> legs = plan.map(AudioPlan::legs).orElse(List.of()).stream()
                .filter(leg -> present.contains(leg.leg().value()))
                .toList();
        for (PlannedLeg listener : legs) {
            if (!listener.heard()) {
                blocked.add(listener.leg().value());
            }
            legs.stream()
                    .filter(speaker -> listener.hears() && areTogether(speaker, listener))
                    .forEach(speaker -> edges.add(
                            new Edge(speaker.leg().value(), listener.leg().value())));
        }
        return new MixGraph(present, edges, blocked);
    }

    private static boolean areTogether(PlannedLeg speaker, PlannedLeg listener) {
        return speaker.group().equals(listener.group()) && !speaker.leg().equals(listener.leg());
    }
}

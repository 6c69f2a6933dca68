package dev.parley.systemtests.bench;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What Kubernetes' HorizontalPodAutoscaler makes of a metric whose target is an average over the pods: up at once, down
 * only when nothing else has been recommended for a while. Time is the caller's.
 */
final class Autoscaler {
    /**
     * How it is set.
     *
     * @param target the average that is aimed at
     * @param tolerance how far from it the average may be without anything being done
     * @param downAfter how long fewer replicas must have been enough (stabilizationWindowSeconds)
     */
    record Settings(double target, double tolerance, int least, int most, Duration downAfter) {
        /** As the chart has it, but for the most, which is the number of partitions. */
        static final Settings CHART = new Settings(0.6, 0.1, 1, 4, Duration.ofMinutes(10));

        /** {@code ceil(current * average / target)}, unless that is near enough to what there is. */
        int recommended(int current, double average) {
            double ratio = average / target;
            int wanted = Math.abs(ratio - 1) <= tolerance ? current : (int) Math.ceil(current * ratio);
            return Math.clamp(wanted, least, most);
        }
    }

    private record Recommendation(Duration at, int replicas) {}

    private final Settings settings;
    private final Deque<Recommendation> lately = new ArrayDeque<>();
    private int replicas;

    Autoscaler(Settings settings) {
        this.settings = settings;
        this.replicas = settings.least;
    }

    int replicas() {
        return replicas;
    }

    /**
     * Looks once more.
     *
     * @param now since whenever; never earlier than the last time
     * @param load of all replicas together; it is taken to be spread evenly
     * @return how many replicas there are from now on
     */
    int look(Duration now, double load) {
        lately.add(new Recommendation(now, settings.recommended(replicas, load / replicas)));
        while (lately.getFirst().at.compareTo(now.minus(settings.downAfter)) < 0) {
            lately.removeFirst();
        }
        int highest = lately.stream().mapToInt(Recommendation::replicas).max().orElseThrow();
        replicas = lately.getLast().replicas >= replicas ? lately.getLast().replicas : Math.min(replicas, highest);
        return replicas;
    }
}

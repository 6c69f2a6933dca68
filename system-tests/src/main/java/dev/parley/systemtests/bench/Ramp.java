package dev.parley.systemtests.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a recorded ramp says: whether the load rose with the legs, and how many replicas that would have made. */
final class Ramp {
    /** What rises with the legs, whatever else happens. */
    static final List<String> RISING =
            List.of("call_control_legs", "conference_rooms", "media_legs", "media_mix_edges");

    /** Column of the load by the name of the service. */
    static final Map<String, String> LOADS = new TreeMap<>(Map.of(
            "call-control-service", "call_control_load",
            "conference-service", "conference_load",
            "media-adapter", "media_load"));

    /** How often a HorizontalPodAutoscaler looks. */
    static final Duration PERIOD = Duration.ofSeconds(15);

    /** In {@code phase}: so many legs are up, and no more come. */
    static final int HOLDING = 1;

    private final Recording recording;
    private final Autoscaler.Settings settings;

    Ramp(Recording recording, Autoscaler.Settings settings) {
        this.recording = recording;
        this.settings = settings;
    }

    /** The last row of each step. */
    List<Integer> steps() {
        Map<Integer, Integer> last = new TreeMap<>();
        for (int row = 0; row < recording.rows(); row++) {
            if (recording.at(row, "phase") == HOLDING) {
                last.put((int) recording.at(row, "wanted"), row);
            }
        }
        return List.copyOf(last.values());
    }

    /** Where something did not rise from one step to the next. */
    List<String> dents() {
        List<String> dents = new ArrayList<>();
        List<Integer> steps = steps();
        for (int step = 1; step < steps.size(); step++) {
            for (String column : RISING) {
                double before = recording.at(steps.get(step - 1), column);
                double now = recording.at(steps.get(step), column);
                if (now <= before) {
                    dents.add(String.format(
                            Locale.ROOT,
                            "%s was %.0f with %.0f legs and is %.0f with %.0f",
                            column,
                            before,
                            recording.at(steps.get(step - 1), "wanted"),
                            now,
                            recording.at(steps.get(step), "wanted")));
                }
            }
        }
        return dents;
    }

    /** How many replicas the formula would have arrived at by each step, when each step has time enough for it. */
    List<Integer> replicas(String service) {
        List<Integer> all = new ArrayList<>();
        int replicas = settings.least();
        for (int step : steps()) {
            double load = recording.at(step, load(service));
            replicas = Math.max(replicas, settings.recommended(replicas, load / replicas));
            all.add(replicas);
        }
        return all;
    }

    /** How many there would have been in the end, had somebody looked every {@link #PERIOD} from the first second on. */
    int replicasInTheEnd(String service) {
        Autoscaler autoscaler = new Autoscaler(settings);
        for (int row = 0; row < recording.rows(); row += (int) PERIOD.toSeconds()) {
            autoscaler.look(Duration.ofSeconds(row), recording.at(row, load(service)));
        }
        return autoscaler.replicas();
    }

    private static String load(String service) {
        return Optional.ofNullable(LOADS.get(service))
                .orElseThrow(() -> new IllegalArgumentException("No load of " + service));
    }

    /** The table of {@code docs/operations/autoscaling.md}. */
    String table() {
        StringBuilder table = new StringBuilder(
                "| legs | call-control-service: load, replicas | conference-service: load, replicas | media-adapter: load, replicas |\n|---|---|---|---|\n");
        List<Integer> steps = steps();
        for (int step = 0; step < steps.size(); step++) {
            table.append("| ").append((int) recording.at(steps.get(step), "wanted"));
            for (Map.Entry<String, String> load : LOADS.entrySet()) {
                table.append(String.format(
                        Locale.ROOT,
                        " | %.2f, %d",
                        recording.at(steps.get(step), load.getValue()),
                        replicas(load.getKey()).get(step)));
            }
            table.append(" |\n");
        }
        return table.toString();
    }
}

package dev.parley.directory.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GoingInCirclesTest {
    @Test
    void whoeverLeadsNowhereGoesInNoCircle() {
        assertThat(circle("a", Map.of())).isEmpty();
    }

    @Test
    void theShortestCircleIsToOneself() {
        assertThat(circle("a", Map.of("a", List.of("a")))).contains(List.of("a", "a"));
    }

    @Test
    void theWholeWayIsTold() {
        assertThat(circle("a", Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of("a"))))
                .contains(List.of("a", "b", "c", "a"));
    }

    @Test
    void aCircleOfOthersIsTheirs() {
        assertThat(circle("a", Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of("b"))))
                .isEmpty();
    }

    @Test
    void anyOfSeveralWaysCounts() {
        assertThat(circle("a", Map.of("a", List.of("x", "b"), "x", List.of("y"), "b", List.of("a"))))
                .contains(List.of("a", "b", "a"));
    }

    @Test
    void aWayOfTenThousandStepsIsFollowed() {
        Map<String, List<String>> next = new HashMap<>();
        IntStream.range(0, 10_000).forEach(at -> next.put("" + at, List.of("" + (at + 1) % 10_000)));

        assertThat(circle("0", next)).hasValueSatisfying(way -> assertThat(way).hasSize(10_001));
    }

    /** Against the definition: somewhere one step on, there is a way back. */
    @Test
    void randomGraphsAgreeWithReachability() {
        Random random = new Random(20260131);
        for (int round = 0; round < 500; round++) {
            Map<String, List<String>> next = new HashMap<>();
            for (int node = 0; node < 8; node++) {
                next.put(
                        "" + node,
                        random.ints(random.nextInt(3), 0, 8)
                                .mapToObj(to -> "" + to)
                                .toList());
            }
            boolean[][] reaches = new boolean[8][8];
            next.forEach((from, to) ->
                    to.forEach(further -> reaches[Integer.parseInt(from)][Integer.parseInt(further)] = true));
            for (int over = 0; over < 8; over++) {
                for (int from = 0; from < 8; from++) {
                    for (int to = 0; to < 8; to++) {
                        reaches[from][to] |= reaches[from][over] && reaches[over][to];
                    }
                }
            }
            for (int node = 0; node < 8; node++) {
                assertThat(circle("" + node, next).isPresent())
                        .as("node %d of %s", node, next)
                        .isEqualTo(reaches[node][node]);
            }
        }
    }

    private static Optional<List<String>> circle(String start, Map<String, List<String>> next) {
        return Detours.circle(start, at -> next.getOrDefault(at, List.of()));
    }
}

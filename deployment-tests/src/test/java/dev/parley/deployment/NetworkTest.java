package dev.parley.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The NetworkPolicies, the table in docs/operations/network.md, and what the components are told to speak to: all one. */
class NetworkTest {
    private static final List<Manifest> RENDER = Renders.CHART.render(Walls.MARKED);
    private static final Walls WALLS = new Walls(RENDER);

    /** A line of the table: who speaks to whom, and what holds everybody else back. */
    private record Line(Arrow arrow, String heldBy) {}

    private static List<Line> table() throws IOException {
        try (Stream<String> lines = Files.lines(Renders.ROOT.resolve("docs/operations/network.md"))) {
            return lines.filter(line -> line.matches("\\| [a-zA-Z].* \\| (TCP|UDP) \\| .*"))
                    .map(line -> line.split("\\s*\\|\\s*", -1))
                    .map(cells -> new Line(new Arrow(cells[1], cells[2], cells[3], cells[4]), cells[5]))
                    .toList();
        }
    }

    @Test
    void theTableHasExactlyTheArrowsOfThePolicies() throws IOException {
        assertThat(table().stream()
                        .filter(line -> line.heldBy().equals("policy"))
                        .map(Line::arrow))
                .containsExactlyInAnyOrderElementsOf(WALLS.all());
    }

    @Test
    void anArrowBetweenTwoComponentsIsAllowedAtBothEnds() {
        Set<String> components = RENDER.stream()
                .filter(it -> it.is("NetworkPolicy"))
                .map(Manifest::component)
                .collect(Collectors.toSet());
        assertThat(WALLS.outwards().stream().filter(arrow -> components.contains(arrow.to())))
                .isNotEmpty()
                .allMatch(arrow -> WALLS.inwards().contains(arrow));
        assertThat(WALLS.inwards().stream().filter(arrow -> components.contains(arrow.from())))
                .isNotEmpty()
                .allMatch(WALLS.outwards()::contains);
    }

    @Test
    void everyPodIsWithinAPolicyOfItsOwnOrOnTheHostsNetwork() {
        Set<String> held = RENDER.stream()
                .filter(it -> it.is("NetworkPolicy"))
                .map(it -> it.at("/spec/podSelector/matchLabels/app.kubernetes.io~1component")
                        .asText())
                .collect(Collectors.toSet());
        assertThat(RENDER.stream().filter(Manifest::hasPods))
                .allMatch(it -> held.contains(it.component())
                        != it.pod().path("hostNetwork").asBoolean());
    }

    /** Nothing is told to speak to what it may not reach, and nothing may reach what it is not told to speak to. */
    @Test
    void whatComponentsAreToldToSpeakToIsWhatTheyMayReach() {
        Destinations destinations = new Destinations(RENDER);
        Set<Arrow> told = destinations.all().stream()
                .map(destinations::named)
                .filter(arrow -> !arrow.from().equals("rtpengine"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<Arrow> allowed = WALLS.outwards().stream()
                // Found at run time: in DNS itself, in Contact and SDP, in what tenants have asked for.
                .filter(arrow ->
                        !Set.of("DNS", "phones and trunks", "webhook receivers").contains(arrow.to()))
                .filter(arrow -> !arrow.port().contains("-"))
                // TCP is what they are told; what is within a dialog goes by the transport of its route.
                .filter(arrow -> !Set.of("UDP 5062", "UDP 5070").contains(arrow.protocol() + " " + arrow.port())
                        || arrow.from().equals("test"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(told).isEqualTo(allowed);
    }

    @Test
    void whatMayComeInIsListenedTo() {
        for (Arrow arrow : WALLS.inwards()) {
            // Sound comes to any port that was asked for.
            if (!arrow.port().contains("-")) {
                assertThat(ports(arrow.to())).as("%s", arrow).contains(arrow.protocol() + " " + arrow.port());
            }
        }
    }

    private static Set<String> ports(String component) {
        return RENDER.stream()
                .filter(it -> it.hasPods() && it.component().equals(component))
                .flatMap(it -> it.pod().path("containers").valueStream())
                .flatMap(it -> it.path("ports").valueStream())
                .map(it -> it.path("protocol").asText() + " "
                        + it.path("containerPort").asText())
                .collect(Collectors.toSet());
    }

    /** Where no policy holds, the table says what the nodes' firewall has to do: by rtpengine's real arguments. */
    @Test
    void theFirewallsLinesAreRtpenginesPorts() throws IOException {
        Manifest rtpengine =
                RENDER.stream().filter(it -> it.is("DaemonSet")).findFirst().orElseThrow();
        String arguments = rtpengine
                .pod()
                .at("/containers/0/args")
                .valueStream()
                .map(JsonNode::asText)
                .collect(Collectors.joining(" "));
        List<Arrow> lines = table().stream()
                .filter(line -> line.heldBy().equals("nodes' firewall"))
                .map(Line::arrow)
                .toList();
        assertThat(lines).isNotEmpty();
        for (Arrow arrow : lines) {
            if (arrow.to().equals("rtpengine")) {
                String[] range = arrow.port().split("-", -1);
                assertThat(arguments)
                        .as("%s", arrow)
                        .containsPattern(
                                range.length == 1
                                        ? ":" + range[0] + "\\b"
                                        : "--port-min=" + range[0] + " --port-max=" + range[1]);
            }
        }
    }

    /** The table's UDP 32768-60999 is Linux' own range for ports that nobody has asked for by number. */
    @Test
    void noAddressOfTheMachineItselfIsLeft() {
        assertThat(RENDER.stream()
                        .filter(Manifest::hasPods)
                        .flatMap(it -> it.pod().path("containers").valueStream())
                        .flatMap(it -> it.path("env").valueStream())
                        .filter(it -> !it.path("name").asText().equals("PARLEY_TRUSTED_SOURCES"))
                        .map(it -> it.path("value").asText()))
                .noneMatch(value -> value.contains("127.0.0.1") || value.contains("localhost"));
    }
}

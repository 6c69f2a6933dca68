package dev.parley.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.world.RestApi;
import dev.parley.systemtests.world.World;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName(
        "No tenant takes another's calls: addresses of trunks are confirmed, outside numbers allotted by the operator")
class TrunkImpersonationIT {
    private static final String CALLER = "+4930111222";
    private static final String OURS = "+4930900944";
    private static final String CARRIER_ADDRESS = "127.0.0.61";
    private static final String CUSTOMER_ADDRESS = "127.0.0.62";
    private static final int CARRIER_PORT = 5466;
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final List<String> made = new ArrayList<>();
    private RunningSystem system;
    private RestApi operator;
    private RestApi demo;
    private RestApi acme;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        operator = RestApi.directory(system.world(), "operator");
        demo = RestApi.directory(system.world(), "demo");
        acme = RestApi.directory(system.world(), "acme");
    }

    @AfterEach
    void part() {
        system.close();
        made.reversed().forEach(operator::delete);
        List.of(operator, demo, acme).forEach(RestApi::close);
    }

    @Test
    @DisplayName(
            "whoever enters the carrier's address has none of the carrier's calls, not even by an exact port or by being first")
    void theCarriersAddress() {
        done(acme, "/tenants/acme/trunks/acme-first", trunk(CARRIER_ADDRESS, 0));
        done(acme, "/tenants/acme/trunks/acme-exact", trunk(CARRIER_ADDRESS, CARRIER_PORT));
        done(operator, "/trunks/carrier", trunk(CARRIER_ADDRESS, 0));
        done(demo, "/tenants/demo/numbers/" + OURS, "{\"destination\": \"910\"}");
        TestPhone carrier = carrier(CARRIER_ADDRESS, CARRIER_PORT);

        Reaching.awaitAnswer(carrier, OURS);

        refused(
                operator.put(
                        "/tenants/acme/trunks/acme-exact/source-confirmation",
                        "{\"source_address\": \"%s\", \"source_port\": %d}".formatted(CARRIER_ADDRESS, CARRIER_PORT)),
                409,
                "/source_address",
                "source_taken");
    }

    @Test
    @DisplayName("a free number of another tenant is not claimed, and goes on being nobody's until its owner routes it")
    void aFreeNumber() {
        TestPhone carrier = system.phones().carrier("pstn", CALLER);

        refused(
                acme.put("/tenants/acme/numbers/" + OURS, "{\"destination\": \"910\"}"),
                422,
                "/number",
                "not_allotted");
        assertThat(carrier.calls(OURS).awaitRefused(A_WHILE)).isEqualTo(404);

        done(demo, "/tenants/demo/numbers/" + OURS, "{\"destination\": \"910\"}");
        Reaching.awaitAnswer(carrier, OURS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "localhost", "2130706433", "[::ffff:10.0.0.1]", "parley-call-control.parley.svc"})
    @DisplayName("a tenant's trunk does not lead inside")
    void inside(String host) {
        refused(
                acme.put(
                        "/tenants/acme/trunks/acme-inside",
                        "{\"host\": \"%s\", \"source_address\": \"192.0.2.77\"}".formatted(host)),
                422,
                "/host",
                "internal_address");
    }

    @Test
    @DisplayName(
            "a tenant's own trunk is known by its address once that is confirmed, and reaches its owner's numbers alone")
    void theCustomersOwn() {
        String trunk = "/tenants/acme/trunks/acme-own";
        String number = "+4930901944";
        done(acme, trunk, trunk(CUSTOMER_ADDRESS, 0));
        done(acme, "/tenants/acme/numbers/" + number, "{\"destination\": \"910\"}");
        done(demo, "/tenants/demo/numbers/" + OURS, "{\"destination\": \"910\"}");
        assertThat(Reaching.answers(carrier(CUSTOMER_ADDRESS, 5467).calls(number)))
                .as("answered before anybody has confirmed the address")
                .isFalse();

        HttpResponse<String> confirmed = operator.put(
                trunk + "/source-confirmation", "{\"source_address\": \"%s\"}".formatted(CUSTOMER_ADDRESS));
        assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);

        // What the edge remembers of an address and port is not asked anew: another port.
        TestPhone customer = carrier(CUSTOMER_ADDRESS, 5468);
        Reaching.awaitAnswer(customer, number);
        assertThat(customer.calls(OURS).awaitRefused(A_WHILE)).isEqualTo(404);
    }

    private TestPhone carrier(String address, int port) {
        return system.phones().carrier(new World.Trunk("test", address, port, List.of(), true), CALLER);
    }

    private static String trunk(String address, int port) {
        return "{\"host\": \"sip.carrier.example\", \"source_address\": \"%s\", \"source_port\": %d}"
                .formatted(address, port);
    }

    private void done(RestApi by, String path, String document) {
        HttpResponse<String> answer = by.put(path, document);
        assertThat(answer.statusCode()).as("PUT %s: %s", path, answer.body()).isIn(200, 201);
        made.add(path);
    }

    private static void refused(HttpResponse<String> answer, int status, String pointer, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        try {
            var error = new JsonMapper().readTree(answer.body()).path("errors").path(0);
            assertThat(error.path("pointer").asText()).isEqualTo(pointer);
            assertThat(error.path("code").asText()).isEqualTo(code);
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}

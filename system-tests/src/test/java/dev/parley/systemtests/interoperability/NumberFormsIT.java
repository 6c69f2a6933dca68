package dev.parley.systemtests.interoperability;

import static dev.parley.systemtests.interoperability.RawCaller.head;
import static dev.parley.systemtests.interoperability.RawCaller.plus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.interoperability.RawCaller.Outcome;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.wire.WireTenant;
import dev.parley.systemtests.world.World;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Interoperability: forms of numbers (RFC 3261 §19.1, RFC 3966, RFC 4694)")
class NumberFormsIT {
    private static final String DOMAIN = "@" + WireTenant.DOMAIN;

    private static final Duration PUBLISHED = Duration.ofSeconds(40);

    private static Interoperating interoperating;
    private static TestPhone carrier;

    @BeforeAll
    static void begin() {
        interoperating = new Interoperating("801");
        World.Trunk there = new World.Trunk("torture", WireTenant.GATEWAY, WireTenant.GATEWAY_PORT, List.of(), true);
        carrier = interoperating.phones().carrier(there, "+4988301234");
    }

    @AfterAll
    static void end() {
        interoperating.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sip:91%30" + DOMAIN,
                "sip:%39%31%30" + DOMAIN,
                "sip:910;isub=1" + DOMAIN,
                "sip:910;cpc=ordinary" + DOMAIN,
                "sip:910" + DOMAIN + ";user=phone",
                "sip:910" + DOMAIN + ":5060",
                "sip:910" + DOMAIN + ";transport=udp;x=y",
                "tel:910;phone-context=" + WireTenant.DOMAIN,
                "sip:*8801" + DOMAIN,
                "sip:%2A8801" + DOMAIN
            })
    void aPhoneDialsARoom(String uri) {
        Outcome outcome = interoperating.caller().phone(WireTenant.ROOM, head("^INVITE \\S+", "INVITE " + uri));

        assertThat(outcome.isTaken()).as("%s", outcome).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sip:+4988301234" + DOMAIN,
                "sip:004988301234" + DOMAIN,
                "sip:%2B4988301234" + DOMAIN,
                "sip:+4988301234;npdi;rn=+491770" + DOMAIN,
                "sip:+4988301234;isub=12" + DOMAIN + ";user=phone",
                "sip:+49-88-30.12(34)" + DOMAIN + ";user=phone",
                "tel:+4988301234",
                "tel:+49-88-30.12(34)"
            })
    void aPhoneDialsOutside(String uri) {
        var outcome = CompletableFuture.supplyAsync(
                () -> interoperating.caller().phone("+4988301234", head("^INVITE \\S+", "INVITE " + uri)));
        Call call = carrier.awaitCall();
        call.answers();

        assertThat(call.dialled()).matches("(?:\\+|00)4988301234");
        assertThat(outcome.join().isTaken()).as("%s", outcome.join()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sip:+4930911910@127.0.0.1:5060",
                "sip:004930911910@127.0.0.1:5060",
                "sip:%2B4930911910@127.0.0.1:5060",
                "sip:+4930911910;npdi;rn=+491770@127.0.0.1:5060;user=phone",
                "sip:+4930911910;isub=12@127.0.0.1:5060",
                "sip:+4930-911-910@127.0.0.1:5060;user=phone",
                "tel:+4930911910",
                "tel:+49-30-911.910"
            })
    void aCarrierCalls(String uri) {
        Outcome outcome = interoperating.caller().trunk(WireTenant.NUMBER, head("^INVITE \\S+", "INVITE " + uri));

        assertThat(outcome.isTaken()).as("%s", outcome).isTrue();
    }

    @Test
    void aCarrierCallsItsAccountAndSaysTheNumberInTo() {
        Outcome outcome = interoperating
                .caller()
                .trunk(WireTenant.NUMBER, head("^INVITE \\S+", "INVITE sip:account-17@127.0.0.1:5060"));

        assertThat(outcome.isTaken()).as("%s", outcome).isTrue();
    }

    @Test
    void aCarrierCallsItsAccountAndSaysTheNumberInPCalledPartyId() {
        Outcome outcome = interoperating
                .caller()
                .trunk("account-17", plus("P-Called-Party-ID: <sip:" + WireTenant.NUMBER + "@ims.example.com>"));

        assertThat(outcome.isTaken()).as("%s", outcome).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sip:anonymous@anonymous.invalid",
                "sip:030-123@127.0.0.78",
                "sip:0049301234567@127.0.0.78",
                "tel:+49-30-1234567",
                "sip:%2B49301234567;cpc=payphone@127.0.0.78"
            })
    void aCarrierSaysWhoCalls(String uri) {
        Outcome outcome = interoperating
                .caller()
                .trunk(
                        WireTenant.NUMBER,
                        head("\r\nFrom: <[^>]*>", "\r\nFrom: <" + uri + ">")
                                .andThen(head("\r\nP-Asserted-Identity: [^\r]*", ""))::apply);

        assertThat(outcome.isTaken()).as("%s", outcome).isTrue();
    }

    @Test
    void aCarrierMayWriteNationalNumbers() {
        String source = "127.0.0.79";
        interoperating
                .tenant()
                .put(
                        "/trunks/torture-national",
                        "{\"host\": \"%s\", \"port\": 5097, \"source_address\": \"%s\", \"source_port\": 0, \"prefixes\": [\"+4989\"],"
                                        .formatted(source, source)
                                + " \"number_format\": \"national\", \"country_code\": \"49\"}");
        World.Trunk national = new World.Trunk("torture-national", source, 5097, List.of(), true);
        TestPhone switching = interoperating.phones().carrier(national, "0891234567");

        await("the edge has read the new trunk")
                .atMost(PUBLISHED)
                .until(() -> WireTenant.answers(switching, "030911910"));

        Call outgoing =
                interoperating.phones().phone(WireTenant.account(0)).registers().calls("+49891234567");
        Call incoming = switching.awaitCall();
        assertThat(incoming.dialled()).isEqualTo("0891234567");
        incoming.answers();
        outgoing.awaitAnswered().hangsUp();
    }
}

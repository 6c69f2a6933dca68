package dev.parley.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.sip.SipMessage;
import dev.parley.systemtests.world.RestApi;
import dev.parley.systemtests.world.World;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName(
        "What a gateway and a telephone see of who calls (RFC 3323, RFC 3325), written as the provider writes numbers")
class PresentedNumberIT {
    private static final String OUTSIDER = "+4930123456";
    private static final String OF_801 = "+4930900981";
    private static final String OF_802 = "+4930900982";
    private static final String OF_TENANT = "+4930900980";
    private static final String ANONYMOUS = "\"Anonymous\" <sip:anonymous@anonymous.invalid>";
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private RunningSystem system;
    private Settings settings;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        settings = new Settings(system.world(), "operator");
        for (String number : List.of(OF_801, OF_802, OF_TENANT)) {
            settings.put("/tenants/demo/numbers/" + number, "{\"destination\": \"910\"}");
        }
    }

    @AfterEach
    void part() {
        system.close();
        settings.close();
    }

    private TestPhone phone(String user) {
        return system.phones().phone("demo", user).registers();
    }

    private void extensionPresents(String extension, String number) {
        settings.patch(
                "/tenants/demo/extensions/" + extension,
                "{\"presented_number\": \"" + number + "\"}",
                "{\"presented_number\": null}");
    }

    private void tenantPresents(String number) {
        settings.patch("/tenants/demo", "{\"presented_number\": \"" + number + "\"}", "{\"presented_number\": null}");
    }

    /** The INVITE that comes to the carrier when this is dialled; the call is refused then. */
    private SipMessage seen(TestPhone carrier, TestPhone caller, String dialled) {
        Call call = caller.calls(dialled);
        SipMessage invite = refused(carrier.awaitCall(A_WHILE));
        call.awaitRefused(A_WHILE);
        assertThat(invite.headers())
                .as("nothing of Parley's own")
                .noneMatch(header -> header.name().startsWith("X-Parley"));
        return invite;
    }

    private static SipMessage refused(Call call) {
        call.rejects(486);
        return call.invite();
    }

    private static void assertShown(SipMessage invite, String number) {
        assertThat(invite.first("From").orElseThrow()).contains("<sip:" + number + "@");
        assertThat(invite.first("P-Asserted-Identity").orElseThrow()).contains("<sip:" + number + "@");
        assertThat(invite.first("Privacy")).isEmpty();
    }

    private static void assertWithheld(SipMessage invite, String number) {
        assertThat(invite.first("From").orElseThrow()).startsWith(ANONYMOUS);
        assertThat(invite.first("P-Asserted-Identity").orElseThrow()).contains("<sip:" + number + "@");
        assertThat(invite.first("Privacy")).contains("id");
    }

    @Test
    @DisplayName("a gateway sees the number of the extension, else the tenant's; a telephone sees the extension")
    void presented() {
        TestPhone carrier = system.phones().carrier("pstn", OUTSIDER);
        TestPhone caller = phone("801");
        TestPhone colleague = phone("802");
        tenantPresents(OF_TENANT);
        await().atMost(A_WHILE).untilAsserted(() -> assertShown(seen(carrier, caller, OUTSIDER), OF_TENANT));

        extensionPresents("801", OF_801);

        await().atMost(A_WHILE).untilAsserted(() -> assertShown(seen(carrier, caller, OUTSIDER), OF_801));
        SipMessage inside = seen(colleague, caller, "802");
        assertThat(inside.first("From").orElseThrow()).contains("<sip:801@");
        assertThat(inside.first("P-Asserted-Identity")).isEmpty();
    }

    @Test
    @DisplayName("codes withhold the number for one call; what is set withholds it until a code shows it")
    void withheld() {
        TestPhone carrier = system.phones().carrier("pstn", OUTSIDER);
        TestPhone caller = phone("801");
        TestPhone colleague = phone("802");
        extensionPresents("801", OF_801);
        await().atMost(A_WHILE).untilAsserted(() -> assertShown(seen(carrier, caller, OUTSIDER), OF_801));

        assertWithheld(seen(carrier, caller, "*31*" + OUTSIDER), OF_801);
        assertWithheld(seen(carrier, caller, "%2331%23" + OUTSIDER), OF_801);
        assertShown(seen(carrier, caller, OUTSIDER), OF_801);
        assertAnonymousInside(seen(colleague, caller, "*31*802"));

        settings.patch("/tenants/demo/extensions/801", "{\"withhold_number\": true}", "{\"withhold_number\": false}");
        await().atMost(A_WHILE).untilAsserted(() -> assertWithheld(seen(carrier, caller, OUTSIDER), OF_801));
        assertAnonymousInside(seen(colleague, caller, "802"));
        assertShown(seen(carrier, caller, "*30*" + OUTSIDER), OF_801);
    }

    private static void assertAnonymousInside(SipMessage invite) {
        assertThat(invite.first("From").orElseThrow()).startsWith(ANONYMOUS);
        assertThat(invite.first("P-Asserted-Identity")).isEmpty();
        assertThat(new String(invite.bytes(), UTF_8)).doesNotContain("801@", "Phone 801", OF_801);
    }

    @Test
    @DisplayName("a telephone that asks for privacy by itself has it, and asserts nothing")
    void askedByThePhone() {
        TestPhone carrier = system.phones().carrier("pstn", OUTSIDER);
        extensionPresents("801", OF_801);
        TestPhone caller = phone("801");
        await().atMost(A_WHILE).untilAsserted(() -> assertShown(seen(carrier, caller, OUTSIDER), OF_801));
        caller.saying("Privacy", "id").saying("P-Asserted-Identity", "<sip:+4930666@demo.parley.test>");

        assertWithheld(seen(carrier, caller, OUTSIDER), OF_801);
        assertWithheld(seen(carrier, caller, "*30*" + OUTSIDER), OF_801);
    }

    @Test
    @DisplayName("R1: a call that is sent on presents whoever sends it on, and says so")
    void sentOn() {
        TestPhone carrier = system.phones().carrier("pstn", OUTSIDER);
        extensionPresents("802", OF_802);
        settings.patch(
                "/tenants/demo/extensions/802",
                "{\"forwarding\": [{\"when\": \"always\", \"destination\": \"" + OUTSIDER + "\"}]}",
                "{\"forwarding\": []}");
        settings.put("/tenants/demo/numbers/+4930900983", "{\"destination\": \"802\"}");
        TestPhone customer =
                system.phones().carrier(new World.Trunk("customer", "127.0.0.1", 5091, List.of(), false), "+4940555");

        await().atMost(A_WHILE).untilAsserted(() -> {
            SipMessage invite = seen(carrier, customer, "+4930900983");
            assertShown(invite, OF_802);
            assertThat(invite.first("Diversion").orElseThrow())
                    .contains("<sip:" + OF_802 + "@")
                    .contains("reason=unconditional");
        });
    }

    @Test
    @DisplayName("R2: who is invited sees the number of the inviter, or none after *31*")
    void invited() {
        TestPhone carrier = system.phones().carrier("pstn", OUTSIDER);
        extensionPresents("801", OF_801);
        Call owner = phone("801").calls("*8801").awaitAnswered();

        owner.presses("*8" + OUTSIDER.replace("+", "00") + "#");
        assertShown(refused(carrier.awaitCall(A_WHILE)), OF_801);

        owner.presses("*8*31*" + OUTSIDER.replace("+", "00") + "#");
        assertWithheld(refused(carrier.awaitCall(A_WHILE)), OF_801);
    }

    @Test
    @DisplayName(
            "numbers are written as the trunk's provider writes them, in Request-URI, From and P-Asserted-Identity")
    void written() {
        String address = "127.0.0.71";
        settings.put("/trunks/national-test", """
                {"host": "%s", "port": 5471, "source_address": "%s", "source_port": 5471, "prefixes": ["+4351", "+4951"],
                 "number_format": "national", "country_code": "49"}""".formatted(address, address));
        TestPhone carrier =
                system.phones().carrier(new World.Trunk("national-test", address, 5471, List.of(), true), "030123456");
        extensionPresents("801", OF_801);
        TestPhone caller = phone("801");

        await().atMost(A_WHILE).untilAsserted(() -> {
            SipMessage invite = seen(carrier, caller, "+495112345");
            assertShown(invite, "030900981");
            assertThat(invite.requestUri()).startsWith("sip:05112345@");
        });
        assertThat(seen(carrier, caller, "+435112345").requestUri()).startsWith("sip:00435112345@");
    }

    @Test
    @DisplayName("no number but the tenant's is presented, by setting or by invitation")
    void foreign() {
        try (RestApi api = RestApi.directory(system.world(), "demo");
                RestApi conferences = RestApi.conferences(system.world(), "demo")) {
            refused(
                    api.patch("/tenants/demo/extensions/801", "{\"presented_number\": \"+4930901999\"}"),
                    "/presented_number");
            refused(
                    conferences.post(
                            "/tenants/demo/conferences/910/invitations",
                            "{\"number\": \"802\", \"caller_id\": \"+4930901999\"}"),
                    "/caller_id");
        }
    }

    private static void refused(HttpResponse<String> answer, String pointer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("\"" + pointer + "\"");
    }
}

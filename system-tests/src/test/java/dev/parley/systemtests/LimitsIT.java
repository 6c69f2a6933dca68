package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.audio.AudioSource;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.world.RestApi;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("R29: a tenant's limits are refused clearly, and counted back to zero")
class LimitsIT {
    private static final String QUOTAS = "/tenants/acme/quotas";
    private static final String CLASSES = "/tenants/acme/classes-of-service/";
    private static final String INVITATIONS = "/tenants/acme/conferences/910/invitations";
    private static final String OUTSIDER = "+4930123456";
    private static final String OTHER_OUTSIDER = "+4930123457";
    private static final Duration A_WHILE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private RunningSystem system;
    private Spoken spoken;
    private Settings operator;
    private Settings tenant;
    private RestApi conferences;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        spoken = new Spoken(system);
        operator = new Settings(system.world(), "operator");
        tenant = new Settings(system.world(), "acme");
        conferences = RestApi.conferences(system.world(), "acme");
    }

    @AfterEach
    void part() {
        system.close();
        conferences.close();
        operator.close();
        tenant.close();
    }

    private void limited(String quotas) {
        operator.replace(QUOTAS, quotas, "{}");
    }

    private TestPhone phone(String user) {
        return system.phones().phone("acme", user).registers();
    }

    private static Call silent(Call call) {
        call.says(AudioSource.silence());
        return call;
    }

    private Call isIn(String user, String room) {
        long before = System.nanoTime();
        Call call = silent(phone(user).calls(room)).awaitAnswered();
        spoken.awaitSaid(call, before, "welcome");
        return call;
    }

    private void isRefused(TestPhone phone, String number, int status, String prompt) {
        long before = System.nanoTime();
        Call call = silent(phone.calls(number));
        spoken.awaitSaid(call, before, prompt);
        assertThat(call.awaitRefused(A_WHILE)).isEqualTo(status);
    }

    /** What is counted back is counted back soon. */
    private static Call eventually(TestPhone phone, String number) {
        AtomicReference<Call> in = new AtomicReference<>();
        await().atMost(A_WHILE).untilAsserted(() -> in.set(phone.calls(number).awaitAnswered()));
        return in.get();
    }

    private static String abroad(String number) {
        return number.replace("+", "00");
    }

    @Test
    void participants() {
        limited("{\"participants\": 2}");
        Call one = isIn("801", "910");
        isIn("802", "911");

        isRefused(phone("803"), "910", 486, "limit-reached");
        HttpResponse<String> refused = conferences.post(INVITATIONS, "{\"number\": \"804\"}");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        assertThat(refused.body()).contains("tenant_exhausted");
        one.hangsUp();

        eventually(phone("804"), "911");
    }

    @Test
    void conferencesAtOnce() {
        limited("{\"conferences\": 1}");
        Call one = isIn("801", "910");
        TestPhone other = phone("802");

        isRefused(other, "911", 486, "limit-reached");
        one.hangsUp();

        eventually(other, "911");
    }

    @Test
    void outsideCalls() {
        limited("{\"outside_calls\": 1}");
        TestPhone carrier = system.phones().carrier("pstn", OUTSIDER);
        Call one = isIn("801", "910");
        Call other = isIn("802", "910");
        one.presses("*8" + abroad(OUTSIDER) + "#");
        Call invited = silent(carrier.awaitCall(A_WHILE).answers());
        long before = System.nanoTime();

        other.presses("*8" + abroad(OTHER_OUTSIDER) + "#");
        spoken.awaitSaid(other, before, "limit-reached");
        HttpResponse<String> refused = conferences.post(INVITATIONS, "{\"number\": \"" + OTHER_OUTSIDER + "\"}");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        assertThat(refused.body()).contains("calls_exhausted");
        isRefused(phone("803"), abroad(OTHER_OUTSIDER), 480, "too-many-calls");
        assertThat(carrier.isCalled()).isFalse();

        invited.hangsUp();
        await().atMost(A_WHILE).untilAsserted(() -> {
            other.presses("*8" + abroad(OTHER_OUTSIDER) + "#");
            carrier.awaitCall(SOON).answers();
        });
    }

    @Test
    void prefixes() {
        tenant.put(CLASSES + "national", "{\"prefixes\": [\"+49\"], \"barred\": [\"+49900\"]}");
        limited("{\"class_of_service\": \"national\"}");
        TestPhone carrier = system.phones().carrier("pstn", OUTSIDER);
        Call one = isIn("801", "910");
        long before = System.nanoTime();

        one.presses("*80044201234567#");
        spoken.awaitSaid(one, before, "not-allowed");
        long again = System.nanoTime();
        one.presses("*8004990012345#");
        spoken.awaitSaid(one, again, "not-allowed");
        HttpResponse<String> refused = conferences.post(INVITATIONS, "{\"number\": \"+44201234567\"}");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(refused.body()).contains("number_barred");
        isRefused(phone("803"), "0044201234567", 403, "not-allowed");
        assertThat(carrier.isCalled()).isFalse();

        one.presses("*8" + abroad(OUTSIDER) + "#");
        carrier.awaitCall(A_WHILE).answers();
    }
}

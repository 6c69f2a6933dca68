package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.SOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.conference.ConferenceEvent.ParticipantJoined;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.sip.SipMessage;
import dev.parley.systemtests.world.RestApi;
import dev.parley.systemtests.world.Triangle;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A number that its caller withholds is in the provider's records, and nowhere else (RFC 3323, RFC 3325)")
class WithheldNumberIT {
    /** Nobody has called from it before, and nobody shows it: whatever has it has it from here. */
    private static final String SECRET = "+49155" + ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000);

    /** Of another caller, so that its records do not show up in a search for the other. */
    private static final String OF_803S_CALLER = "+4915550123986";

    private static final String ROOM_NUMBER = "+4930900910";
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private RunningSystem system;
    private Settings settings;
    private Triangle triangle;
    private RestApi tenant;
    private RestApi operator;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        settings = new Settings(system.world(), "operator");
        triangle = new Triangle(system.world(), "demo:910");
        tenant = RestApi.conferences(system.world(), "demo");
        operator = RestApi.conferences(system.world(), "operator");
    }

    @AfterEach
    void part() {
        system.close();
        settings.close();
        triangle.close();
        tenant.close();
        operator.close();
    }

    private TestPhone withholding() {
        return system.phones()
                .carrier("pstn", "anonymous")
                .saying("P-Asserted-Identity", "\"Bob\" <sip:" + SECRET + "@carrier.example>")
                .saying("Privacy", "id");
    }

    @Test
    @DisplayName("in a conference: list and events say anonymous")
    void inAConference() {
        Call caller = withholding().calls(ROOM_NUMBER).awaitAnswered();

        ParticipantJoined joined =
                triangle.story().await(ParticipantJoined.class, 1, SOON).orElseThrow();
        assertThat(joined.number()).isEqualTo("anonymous");
        String list = tenant.get("/tenants/demo/conferences/910/participants").body();
        assertThat(list).contains("anonymous").doesNotContain(SECRET, "Bob");
        assertThat(operator.get("/tenants/demo/conferences/910/participants").body())
                .doesNotContain(SECRET);
        caller.hangsUp();
    }

    @Test
    @DisplayName("its record has the number for the operator, and the tenant does not find it by the number")
    void inARecord() {
        Call caller = withholding().calls(ROOM_NUMBER).awaitAnswered();
        caller.hangsUp();

        String search = "/tenants/demo/call-records?number=" + SECRET.replace("+", "%2B");
        await("the record")
                .atMost(A_WHILE)
                .untilAsserted(() -> assertThat(operator.get(search).body())
                        .contains("\"from\":\"" + SECRET + "\"")
                        .contains("\"withheld\":true"));
        assertThat(tenant.get(search).body()).doesNotContain(SECRET).contains("\"items\":[]");
        assertThat(tenant.get("/tenants/demo/call-records?number=anonymous&room=910")
                        .body())
                .contains("\"from\":\"anonymous\"")
                .doesNotContain(SECRET, "Bob");
    }

    @ParameterizedTest
    @CsvSource({"id", "user;id", "header", "id;critical", "'none'"})
    @DisplayName("a telephone sees it only where the caller lets it")
    void atATelephone(String privacy) {
        settings.put("/tenants/demo/numbers/+4930900984", "{\"destination\": \"803\"}");
        TestPhone called = system.phones().phone("demo", "803").registers();
        TestPhone caller = system.phones()
                .carrier("pstn", OF_803S_CALLER)
                .saying("P-Asserted-Identity", "\"Bob\" <sip:" + OF_803S_CALLER + "@carrier.example>")
                .saying("Privacy", privacy);

        SipMessage invite = ring(caller, called);

        assertThat(invite.first("P-Asserted-Identity")).isEmpty();
        if (privacy.equals("none")) {
            assertThat(invite.first("From").orElseThrow()).contains("<sip:" + OF_803S_CALLER + "@");
        } else {
            assertThat(new String(invite.bytes(), UTF_8)).doesNotContain(OF_803S_CALLER, "Bob");
            assertThat(invite.first("From").orElseThrow())
                    .startsWith("\"Anonymous\" <sip:anonymous@anonymous.invalid>");
        }
    }

    /** A change of the directory takes a moment: until it is known, nobody is called. */
    private static SipMessage ring(TestPhone caller, TestPhone called) {
        await("the number leads to the telephone").atMost(A_WHILE).until(() -> {
            caller.calls("+4930900984");
            return isCalled(called);
        });
        Call ringing = called.awaitCall();
        ringing.rejects(486);
        return ringing.invite();
    }

    private static boolean isCalled(TestPhone phone) {
        try {
            await().atMost(Duration.ofSeconds(3)).until(phone::isCalled);
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    @Test
    @DisplayName("R1: whoever withholds the number is not called back")
    void notCalledBack() {
        assertThat(withholding().calls("+4930900911").awaitRefused(A_WHILE)).isEqualTo(403);
    }
}

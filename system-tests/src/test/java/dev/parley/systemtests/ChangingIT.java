package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.assertAllHearEachOther;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.world.RestApi;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Must show 4: what is changed over REST counts at once, without a restart")
class ChangingIT {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String PASSWORD = "another-password";

    @TempDir
    private Path folder;

    private RunningSystem system;
    private RestApi demo;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        demo = RestApi.directory(system.world(), "demo");
    }

    @AfterEach
    void part() {
        demo.close();
        system.close();
    }

    @Test
    void anOldPasswordStopsWorkingAtTheNextRegister() {
        Account old = new Account("881", "demo.parley.test", "first-password");
        put("/tenants/demo/extensions/881", "{\"type\": \"phone\", \"extension\": \"881\"}");
        put("/tenants/demo/credentials/881", credential("first-password"));
        TestPhone phone = system.phones().phone(old);
        assertThat(phone.triesToRegister()).isEqualTo(200);

        put("/tenants/demo/credentials/881", credential(PASSWORD));

        assertThat(phone.triesToRegister()).isEqualTo(403);
        TestPhone renewed = system.phones().phone(old.withPassword(PASSWORD));
        assertThat(renewed.triesToRegister()).isEqualTo(200);
        renewed.unregisters();
        delete("/tenants/demo/credentials/881");
        delete("/tenants/demo/extensions/881");
        assertThat(system.phones().phone(old.withPassword(PASSWORD)).triesToRegister())
                .isEqualTo(403);
    }

    @Test
    void aNewRoomCanBeCalledAndARemovedOneCannot() {
        put("/tenants/demo/extensions/882", "{\"type\": \"conference\", \"extension\": \"882\"}");
        Reaching.awaitAnswer(system.phones().phone("demo", "801").registers(), "882");
        List<Call> calls = List.of(call("801"), call("802"));
        assertAllHearEachOther(calls);
        calls.forEach(Call::hangsUp);

        delete("/tenants/demo/extensions/882");

        TestPhone late = system.phones().phone("demo", "803").registers();
        Reaching.awaitNobody(late, "882");
        assertThat(late.calls("882").awaitRefused(SOON)).isEqualTo(404);
    }

    private Call call(String user) {
        return system.phones().phone("demo", user).registers().calls("882").awaitAnswered();
    }

    private static String credential(String password) {
        return "{\"username\": \"881\", \"extension\": \"881\", \"password\": \"" + password + "\"}";
    }

    private void put(String path, String json) {
        HttpResponse<String> response = demo.put(path, json);
        assertThat(response.statusCode())
                .as("PUT %s: %s", path, response.body())
                .isIn(200, 201);
    }

    private void delete(String path) {
        HttpResponse<String> response = demo.delete(path);
        assertThat(response.statusCode())
                .as("DELETE %s: %s", path, response.body())
                .isEqualTo(204);
    }
}

package dev.parley.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.sip.Account;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A phone is the extension of its credential, whatever its user name")
class RegisteredNameIT {
    private static final String EXTENSION = "877";
    private static final String PASSWORD = "not-a-number";
    private static final String OUTSIDE = "+4930123456";
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private RunningSystem system;
    private Settings settings;
    private TestPhone desk;
    private TestPhone mobile;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        settings = new Settings(system.world(), "demo");
        settings.put("/tenants/demo/classes-of-service/inside-only", "{\"outside\": false}");
        settings.put(
                "/tenants/demo/extensions/" + EXTENSION,
                "{\"type\": \"phone\", \"class_of_service\": \"inside-only\"}");
        desk = phone("desk.877");
        mobile = phone("mobile.877");
    }

    private TestPhone phone(String user) {
        settings.putUnpublished(
                "/tenants/demo/credentials/" + user,
                "{\"extension\": \"%s\", \"password\": \"%s\"}".formatted(EXTENSION, PASSWORD));
        String domain = system.world().tenant("demo").domain();
        return system.phones().phone(new Account(user, domain, PASSWORD)).registers();
    }

    @AfterEach
    void part() {
        system.close();
        settings.close();
    }

    @Test
    @DisplayName("all phones of the extension ring")
    void allRing() {
        TestPhone colleague = system.phones().phone("demo", "801").registers();
        Call call = colleague.calls(EXTENSION);

        Call atTheDesk = desk.awaitCall(A_WHILE).rings();
        mobile.awaitCall(A_WHILE).rings();
        atTheDesk.answers();

        call.awaitAnswered().hangsUp();
        atTheDesk.awaitHungUp();
    }

    @Test
    @DisplayName("it has the class of service of the extension")
    void classOfService() {
        assertThat(desk.calls(OUTSIDE).awaitRefused(A_WHILE)).isEqualTo(403);
    }
}

package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.assertAllHearEachOther;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.world.Parts;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The edge outlasts the directory")
class OutlastingIT {
    @TempDir
    private Path folder;

    private RunningSystem system;
    private Parts parts;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        parts = new Parts(system.home());
    }

    @AfterEach
    void part() throws Exception {
        // Also after a failure: the next test needs all of it.
        parts.up();
        system.close();
    }

    @Test
    void withoutDirectoryServicePhonesRegisterAndCall() throws Exception {
        TestPhone one = system.phones().phone("demo", "801").registers();
        TestPhone other = system.phones().phone("demo", "802").registers();

        parts.kill("directory-service");

        assertThat(one.triesToRegister()).isEqualTo(200);
        assertTheyTalk(one, other);
    }

    @Test
    void withoutTheDatabaseRegisteredPhonesStayRegisteredAndCallEachOther() throws Exception {
        TestPhone one = system.phones().phone("demo", "801").registers();
        TestPhone other = system.phones().phone("demo", "802").registers();

        parts.killDatabase();

        assertThat(one.triesToRegister()).isEqualTo(200);
        assertThat(other.triesToRegister()).isEqualTo(200);
        assertTheyTalk(one, other);
    }

    @Test
    void withoutTheDatabaseAWrongPasswordIsStillWrongAndAStrangerIsToldToComeAgain() throws Exception {
        Account known = system.world().tenant("demo").account("803");
        system.phones().phone(known).registers();
        Account stranger = new Account("899", known.domain(), "guessed");

        parts.killDatabase();

        assertThat(system.phones().phone(known.withPassword("guessed")).triesToRegister())
                .isEqualTo(403);
        assertThat(system.phones().phone(stranger).triesToRegister()).isEqualTo(503);
    }

    private static void assertTheyTalk(TestPhone one, TestPhone other) {
        Call call = one.calls("802");
        Call taken = other.awaitCall().answers();
        call.awaitAnswered();
        assertAllHearEachOther(List.of(call, taken));
        call.hangsUp();
    }
}

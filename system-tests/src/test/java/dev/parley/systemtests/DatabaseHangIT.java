package dev.parley.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.sip.SipMessage;
import dev.parley.systemtests.world.Parts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database takes connections and answers nothing: worse than one that is away. */
@DisplayName("A database that hangs holds no calls: what it last said counts")
class DatabaseHangIT {
    private static final Duration A_WHILE = Duration.ofSeconds(20);
    private static final int CALLS = 30;

    @TempDir
    private Path folder;

    private RunningSystem system;
    private Parts.Stopped stopped;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
    }

    @AfterEach
    void part() throws Exception {
        if (stopped != null) {
            stopped.close();
        }
        await("the directory is asked again")
                .atMost(A_WHILE)
                .until(() -> call(new Account("nobody", "demo.parley.test", "x")) == 403);
        system.close();
    }

    @Test
    void callsAreServedFromWhatIsKnownAndStrangersAreToldToComeAgain() throws Exception {
        Account known = system.world().tenant("demo").account("801");
        assertThat(call(known)).isEqualTo(404);

        stopped = new Parts(system.home()).stopDatabase();
        List<Integer> outcomes = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            outcomes.add(call(known));
        }

        assertThat(outcomes)
                .as("calls to a number that nobody has, of a known phone")
                .containsOnly(404);
        assertThat(call(new Account("nobody", "demo.parley.test", "x"))).isEqualTo(503);
        assertThat(register(known)).isEqualTo(200);
    }

    private int call(Account account) {
        try (RawPhone phone = new RawPhone(system.world())) {
            SipMessage invite = phone.request("INVITE", "sip:799@" + account.domain(), account.uri(), 1)
                    .carrying("application/sdp", RawPhone.SDP);
            SipMessage answer = phone.exchangeAs(account, invite);
            phone.acknowledge(invite, answer);
            return answer.status();
        }
    }

    private int register(Account account) {
        try (RawPhone phone = new RawPhone(system.world())) {
            SipMessage query = phone.request("REGISTER", "sip:" + account.domain(), account.uri(), 1)
                    .replacing("To", "<" + account.uri() + ">")
                    .without("Contact");
            return phone.exchangeAs(account, query).status();
        }
    }
}

package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.SOON;
import static dev.parley.systemtests.RunningSystem.assertAllHearEachOther;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.world.Parts;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The edge outlasts the directory, and knows when nobody takes calls")
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

    @Test
    void withoutCallControlWhoAsksIsToldToGoElsewhereUntilItIsBack() throws Exception {
        TestPhone caller = system.phones().phone("demo", "801").registers();
        assertThat(whatACallWouldGet()).isEqualTo("SIP/2.0 200 OK");

        parts.kill("call-control-service");
        // A connection that is refused is noticed by the first call.
        assertThat(caller.calls("910").awaitRefused(SOON)).isEqualTo(503);

        assertThat(whatACallWouldGet()).isEqualTo("SIP/2.0 503 Service Unavailable");
        parts.up();
        assertThat(whatACallWouldGet()).isEqualTo("SIP/2.0 200 OK");
        caller.calls("910").awaitAnswered().hangsUp();
    }

    /** The first line of the answer to OPTIONS. */
    private String whatACallWouldGet() throws IOException {
        String options =
                "OPTIONS sip:910@demo.parley.test SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1;rport;branch=z9hG4bK%1$s\r\n"
                        + "From: <sip:carrier@parley.test>;tag=%1$s\r\nTo: <sip:910@demo.parley.test>\r\nCall-ID: %1$s\r\n"
                        + "CSeq: 1 OPTIONS\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n";
        byte[] request = options.formatted(UUID.randomUUID()).getBytes(UTF_8);
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout((int) SOON.toMillis());
            socket.send(new DatagramPacket(
                    request, request.length, system.world().sip().address()));
            DatagramPacket answer = new DatagramPacket(new byte[2048], 2048);
            socket.receive(answer);
            return new String(answer.getData(), 0, answer.getLength(), UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    private static void assertTheyTalk(TestPhone one, TestPhone other) {
        Call call = one.calls("802");
        Call taken = other.awaitCall().answers();
        call.awaitAnswered();
        assertAllHearEachOther(List.of(call, taken));
        call.hangsUp();
    }
}

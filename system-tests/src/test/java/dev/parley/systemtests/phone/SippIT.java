package dev.parley.systemtests.phone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.audio.Levels;
import dev.parley.systemtests.audio.Tone;
import dev.parley.systemtests.net.Loop;
import dev.parley.systemtests.sip.Account;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The test phone with somebody else's SIP: what it says to itself it might say wrongly both ways. */
class SippIT {
    private static final InetSocketAddress FREE = new InetSocketAddress("127.0.0.1", 0);

    private final Loop signalling = new Loop("signalling");
    private final Loop audio = new Loop("audio");
    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stopAll() throws Exception {
        for (Process process : started) {
            process.destroy();
            process.waitFor(5, TimeUnit.SECONDS);
        }
        signalling.close();
        audio.close();
    }

    @Test
    void aPhoneHearsItsEcho() throws Exception {
        int port = freePort();
        sipp("-sn", "uas", "-rtp_echo", "-mp", String.valueOf(freePort()), "-p", String.valueOf(port));

        try (TestPhone phone = phone(new InetSocketAddress("127.0.0.1", port))) {
            // sipp may still be starting: the INVITE is repeated until it listens.
            Call call = phone.calls("echo").awaitAnswered();

            assertThat(call.listens(Duration.ofSeconds(1)).level(phone.tone())).isGreaterThan(Levels.HEARD);
            call.hangsUp();
        }
    }

    @Test
    void aPhoneAnswersWhoeverCalls() throws Exception {
        try (TestPhone phone = phone(FREE)) {
            Process caller = sipp(
                    "-sn",
                    "uac",
                    "-m",
                    "3",
                    "-d",
                    "300",
                    "-r",
                    "2",
                    "-p",
                    String.valueOf(freePort()),
                    "-s",
                    phone.name(),
                    phone.address().getHostString() + ":" + phone.address().getPort());

            for (int i = 0; i < 3; i++) {
                phone.awaitCall().rings().answers();
            }

            assertThat(caller.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(caller.exitValue()).isZero();
        }
    }

    private TestPhone phone(InetSocketAddress proxy) {
        Account account = new Account("alice", "parley.test", "secret");
        return new TestPhone(
                new TestPhone.Line("alice", account, proxy, FREE, false, "parley.test"), Tone.of(0), signalling, audio);
    }

    private Process sipp(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("sipp", "-i", "127.0.0.1", "-nostdin"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.add(process);
        return process;
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

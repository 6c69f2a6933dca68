package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.SOON;
import static dev.parley.systemtests.RunningSystem.assertAllHearEachOther;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.Topics;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.sip.Account;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Must show 6: what is wrong gets the right answer, and no neighbour suffers")
class WithstandingIT {
    @TempDir
    private Path folder;

    private RunningSystem system;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
    }

    @AfterEach
    void part() {
        system.close();
    }

    @Test
    void aWrongPasswordIsForbidden() {
        Account right = system.world().tenant("acme").account("806");

        assertThat(system.phones().phone(right.withPassword("guessed")).triesToRegister())
                .isEqualTo(403);
        assertThat(system.phones()
                        .phone(right.withPassword("guessed"))
                        .calls("910")
                        .awaitRefused(SOON))
                .isEqualTo(403);
        assertThat(system.phones().phone(right).triesToRegister()).isEqualTo(200);
    }

    @Test
    void aDomainThatNobodyHasIsNotFound() {
        Account stranger = new Account("801", "nowhere.parley.test", "parley-demo-801");

        assertThat(system.phones().phone(stranger).triesToRegister()).isEqualTo(404);
        assertThat(system.phones().phone(stranger).calls("910").awaitRefused(SOON))
                .isEqualTo(404);
    }

    @Test
    void anotherTenantsPasswordOpensNothing() {
        Account mixed = new Account("801", "acme.parley.test", "parley-demo-801");

        assertThat(system.phones().phone(mixed).triesToRegister()).isEqualTo(403);
        assertThat(system.phones().phone("acme", "801").triesToRegister()).isEqualTo(200);
    }

    @Test
    void aNumberThatNobodyHasIsSaidToBeSoAndNotFound() {
        Call call = system.phones().phone("demo", "801").registers().calls("799");

        call.awaitEarlyMedia();
        assertThat(call.awaitRefused(SOON.multipliedBy(2))).isEqualTo(404);
    }

    @Test
    void aPhoneThatIsNotRegisteredIsUnavailable() {
        Call call = system.phones().phone("demo", "801").registers().calls("806");

        assertThat(call.awaitRefused(SOON.multipliedBy(2))).isEqualTo(480);
    }

    @Test
    void garbageOnTheSipPortDisturbsNobody() throws Exception {
        Random random = new Random(20_261_121);
        InetSocketAddress edge = system.world().sip().address();
        String invite = "INVITE sip:910@demo.parley.test SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:9;branch=z9hG4bK";
        try (DatagramSocket socket = new DatagramSocket()) {
            for (int i = 0; i < 200; i++) {
                byte[] noise = new byte[1 + random.nextInt(1400)];
                random.nextBytes(noise);
                socket.send(new DatagramPacket(noise, noise.length, edge));
                byte[] broken = (invite + i + "\r\nFrom: <sip:801@demo.parley.test>;tag=" + noise[0]
                                + "\r\nContent-Length: 9999999\r\n" + "X: ".repeat(random.nextInt(300)) + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8);
                int cut = random.nextInt(broken.length);
                socket.send(new DatagramPacket(broken, cut, edge));
            }
        }
        try (Socket socket = new Socket(edge.getAddress(), edge.getPort());
                OutputStream out = socket.getOutputStream()) {
            byte[] noise = new byte[10_000];
            random.nextBytes(noise);
            out.write(noise);
            out.flush();
        }

        assertThatTwoCanTalk();
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.CALL_EVENTS, Topics.MEDIA_COMMANDS, Topics.MEDIA_PLANS, Topics.MEDIA_EVENTS})
    void anUnreadableMessageIsADeadLetterAndTheNextIsServed(String topic) throws Exception {
        String unreadable = "by no means JSON " + UUID.randomUUID();
        try (DeadLetters letters = new DeadLetters(system.world())) {
            letters.slip(topic, "demo:910", unreadable);

            assertThatTwoCanTalk();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(letters.has(unreadable)).isTrue());
        }
    }

    @Test
    void anUnreadableCommandToCallControlIsADeadLetterAndTheNextIsServed() throws Exception {
        String unreadable = "by no means JSON " + UUID.randomUUID();
        try (DeadLetters letters = new DeadLetters(system.world())) {
            letters.slipToFirstInstance(Topics.CALL_COMMANDS, unreadable);

            assertThatTwoCanTalk();
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(letters.has(unreadable)).isTrue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Topics.CALL_EVENTS, Topics.MEDIA_COMMANDS, Topics.MEDIA_EVENTS})
    void messagesOfAnotherVersionAreSkippedOrReadAsFarAsTheyAreKnown(String topic) throws Exception {
        String unknownKind = """
                {"type": "LegTeleported", "room": "demo:910", "leg": "%s", "to": "the moon"}""".formatted(UUID.randomUUID());
        String unknownLegAndField = """
                {"type": "%s", "room": "demo:910", "leg": "%s", "reason": "HUNG_UP", "mood": "blue"}""".formatted(
                        switch (topic) {
                            case Topics.CALL_EVENTS -> "LegEnded";
                            case Topics.MEDIA_COMMANDS -> "CloseLeg";
                            default -> "LegMediaLost";
                        },
                        UUID.randomUUID());
        try (DeadLetters letters = new DeadLetters(system.world())) {
            letters.slip(topic, "demo:910", unknownKind);
            letters.slip(topic, "demo:910", unknownLegAndField);

            assertThatTwoCanTalk();
            assertThat(letters.has(unknownKind)).isFalse();
            assertThat(letters.has(unknownLegAndField)).isFalse();
        }
    }

    private void assertThatTwoCanTalk() {
        assertAllHearEachOther(List.of(
                system.phones().phone("demo", "801").registers().calls("910").awaitAnswered(),
                system.phones().phone("demo", "802").registers().calls("910").awaitAnswered()));
    }
}

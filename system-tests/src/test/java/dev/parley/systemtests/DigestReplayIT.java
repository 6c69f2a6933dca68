package dev.parley.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.sip.SipMessage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Digests: the best is asked for first, what was overheard is worth nothing")
class DigestReplayIT {
    private static final String DOMAIN = "sip:demo.parley.test";

    @TempDir
    private Path folder;

    private RunningSystem system;
    private Account account;
    private RawPhone phone;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        account = system.world().tenant("demo").account("801");
        phone = new RawPhone(system.world(), "127.0.0.78", 0);
    }

    @AfterEach
    void part() {
        phone.close();
        system.close();
    }

    @Test
    @DisplayName("RFC 8760: SHA-256 first, MD5 for phones that need it, with the same nonce")
    void theBestDigestIsAskedForFirst() {
        List<String> challenges = phone.exchange(query()).headers().stream()
                .filter(header -> header.name().equals("WWW-Authenticate"))
                .map(SipMessage.Header::value)
                .toList();

        assertThat(challenges).hasSize(2);
        assertThat(challenges.getFirst()).contains("algorithm=SHA-256", "qop=\"auth\"");
        assertThat(challenges.getLast()).contains("algorithm=MD5", "qop=\"auth\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA-256", "MD5"})
    void eitherDigestOpens(String algorithm) {
        SipMessage query = query();
        SipMessage challenge = only(algorithm, phone.exchange(query));
        assertThat(phone.exchange(phone.answering(challenge, query, account)).status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("RFC 7616 §3.3: who names no algorithm means MD5")
    void anAnswerThatNamesNoAlgorithmOpens() {
        SipMessage query = query();
        SipMessage challenge = only("MD5", phone.exchange(query));
        String credentials = RawPhone.credentials(challenge, query, account).replace(", algorithm=MD5", "");

        assertThat(phone.exchange(phone.again(query).with("Authorization", credentials))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aPhoneThatGivesUpAtAnUnknownDigestIsAskedForMd5Alone() {
        List<String> challenges =
                phone.exchange(query().with("User-Agent", "baresip v1.0.0 (x86_64/linux)")).headers().stream()
                        .filter(header -> header.name().equals("WWW-Authenticate"))
                        .map(SipMessage.Header::value)
                        .toList();

        assertThat(challenges).singleElement().asString().contains("algorithm=MD5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA-256", "MD5"})
    void anAnswerCountsOnce(String algorithm) {
        SipMessage query = query();
        SipMessage answered = phone.answering(only(algorithm, phone.exchange(query)), query, account);
        assertThat(phone.exchange(answered).status()).isEqualTo(200);

        SipMessage again = phone.exchange(phone.again(answered));

        assertThat(again.status()).isEqualTo(401);
        assertThat(again.require("WWW-Authenticate")).contains("stale=true");
    }

    @Test
    void anOverheardCallCannotBePlacedAgain() {
        SipMessage invite = phone.request("INVITE", "sip:799@demo.parley.test", account.uri(), 1)
                .carrying("application/sdp", RawPhone.SDP);
        SipMessage challenge = phone.exchange(invite);
        phone.acknowledge(invite, challenge);
        SipMessage answered = phone.answering(challenge, invite, account);
        SipMessage refused = phone.exchange(answered);
        phone.acknowledge(answered, refused);
        assertThat(refused.status()).isEqualTo(404);

        try (RawPhone listener = new RawPhone(system.world(), "127.0.0.79", 0)) {
            SipMessage replayed = listener.again(answered).replacing("Call-ID", listener.callId());
            assertThat(listener.exchange(replayed).status()).isEqualTo(407);
        }
    }

    private SipMessage query() {
        return query(phone, account, 1);
    }

    /** A REGISTER that changes nothing. */
    private static SipMessage query(RawPhone phone, Account account, int cseq) {
        return phone.request("REGISTER", DOMAIN, account.uri(), cseq)
                .replacing("To", "<" + account.uri() + ">")
                .without("Contact");
    }

    private static SipMessage only(String algorithm, SipMessage challenge) {
        String wanted = challenge.headers().stream()
                .map(SipMessage.Header::value)
                .filter(value -> value.contains("algorithm=" + algorithm))
                .findFirst()
                .orElseThrow();
        return challenge.replacing("WWW-Authenticate", wanted);
    }
}

package dev.parley.callcontrol.switchboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.callcontrol.call.Call;
import dev.parley.callcontrol.call.CallDecider;
import dev.parley.callcontrol.call.CallSettings;
import dev.parley.callcontrol.call.Remembered;
import dev.parley.callcontrol.dialplan.DialPlan;
import dev.parley.callcontrol.dialplan.Directory;
import dev.parley.callcontrol.ledger.Draft;
import dev.parley.callcontrol.leg.LegSettings;
import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.SipPort;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;
import dev.parley.contracts.call.CallEvent;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.ledger.CallRecord;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.MediaCommand;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** INVITEs that come a second way, or once more, or whose handling fails: none is met by silence. */
class RepeatedInvitesTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final Switchboard switchboard = switchboard();

    private Switchboard switchboard() {
        DialPlan plan = new DialPlan(Directory.live(Map.of()), "00");
        LegSettings leg = new LegSettings(0, Duration.ofMinutes(30), Duration.ofSeconds(90), SECOND, SECOND);
        CallSettings calls = new CallSettings(leg, "<sip:192.0.2.8>", "key", SECOND, SECOND, SECOND, SECOND);
        Door door = new Door(
                new Door.Rules("key", 10, Duration.ofSeconds(90), "192.0.2.8", 5070),
                plan,
                () -> new LegId(UUID.randomUUID().toString()));
        return new Switchboard(
                door,
                new CallDecider(calls, plan),
                new Wires(new NoMedia(), new Forgetful(), clock, Clock.systemUTC()),
                new Meters(new SimpleMeterRegistry()),
                () -> true);
    }

    @BeforeEach
    void plug() {
        switchboard.plug(new Answers());
    }

    @AfterEach
    void close() {
        clock.shutdownNow();
    }

    private static SipRequest invite(String branch, long cseq, String body) {
        Headers headers = Headers.NONE
                .with("Via", "SIP/2.0/TCP 192.0.2.9:5060;branch=" + branch)
                .with("From", "<sip:801@demo.parley.test>;tag=theirs")
                .with("To", "<sip:899@demo.parley.test>")
                .with("Call-ID", "id")
                .with("CSeq", cseq + " INVITE")
                .with("Contact", "<sip:801@192.0.2.1>")
                .with("X-Parley-Key", "key")
                .with("X-Parley-Tenant", "demo")
                .with("X-Parley-Source", "phone")
                .with("X-Parley-Caller", "801")
                .with("Content-Type", "application/sdp");
        return new SipRequest(branch, "INVITE", "sip:899@demo.parley.test", headers, body);
    }

    private int answer(SipRequest invite) {
        switchboard.requested(invite);
        await().until(() -> answers.containsKey(invite.branch()));
        return answers.get(invite.branch());
    }

    @Test
    void sameInviteByAnotherWayIsALoop() {
        assertThat(answer(invite("z9hG4bK1", 1, ""))).isEqualTo(404);

        assertThat(answer(invite("z9hG4bK2", 1, ""))).isEqualTo(482);
    }

    @Test
    void nextTryIsACallOfItsOwn() {
        assertThat(answer(invite("z9hG4bK1", 1, ""))).isEqualTo(404);

        assertThat(answer(invite("z9hG4bK2", 2, ""))).isEqualTo(404);
    }

    @Test
    void failureOfOursIsAnsweredAndLeavesNothing() {
        assertThat(answer(invite("z9hG4bK1", 1, "v=0\r\n"))).isEqualTo(500);

        await().untilAsserted(() -> assertThat(switchboard.pending()).isZero());
        assertThat(switchboard.legs()).isZero();
        assertThat(answer(invite("z9hG4bK2", 2, ""))).isEqualTo(404);
    }

    /** Keeps the last final answer to each branch. */
    private final class Answers implements SipPort {
        @Override
        public void reply(SipRequest request, SipResponse response) {
            if (!response.provisional()) {
                answers.put(request.branch(), response.status());
            }
        }

        @Override
        public void send(SipRequest request) {}

        @Override
        public void acknowledge(SipRequest ack) {}

        @Override
        public void cancel(SipRequest invite) {}
    }

    /** Fails whoever wants media. */
    private static final class NoMedia implements Outbox {
        @Override
        public void tell(CallEvent event) {}

        @Override
        public void ask(MediaCommand command) {
            throw new IllegalStateException("as the test wants");
        }

        @Override
        public void record(CallRecord over) {}

        @Override
        public void plan(AudioPlan plan) {}

        @Override
        public void forget(RoomId room) {}
    }

    private static final class Forgetful implements StoredCalls {
        @Override
        public List<Remembered> left() {
            return List.of();
        }

        @Override
        public void keep(Call call) {}

        @Override
        public Map<String, List<Draft>> pages() {
            return Map.of();
        }

        @Override
        public void keep(String callId, List<Draft> drafts) {}

        @Override
        public void dropPage(String callId) {}

        @Override
        public void drop(String callId) {}
    }
}

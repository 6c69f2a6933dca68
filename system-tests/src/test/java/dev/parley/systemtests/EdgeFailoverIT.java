package dev.parley.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.sip.SipMessage;
import dev.parley.systemtests.world.World;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What becomes of a call-control's answers, of its silence, and of who only says to be one")
class EdgeFailoverIT {
    @TempDir
    private Path folder;

    private RunningSystem system;
    private LoneEdge edge;
    private RawPhone carrier;

    @BeforeEach
    void meet() throws Exception {
        system = new RunningSystem(folder);
        edge = new LoneEdge(system, 2);
        World.Trunk pstn = system.world().trunk("pstn");
        carrier = new RawPhone(edge.address(), pstn.host(), pstn.port());
    }

    @AfterEach
    void part() throws Exception {
        carrier.close();
        edge.close();
        system.close();
    }

    @Test
    void whatIsNotAdmittedIsTriedAtTheNextAndNobodyOutsideHearsOfIt() throws Exception {
        SipMessage invite = LoneEdge.call(carrier);
        carrier.send(invite);
        LoneEdge.CallControl first = edge.whoHasIt();
        SipMessage told = first.receives();
        first.answers(told, LoneEdge.refusal(told, 503).with("X-Parley-Admission", "refused"));
        LoneEdge.CallControl second = edge.other(first);
        SipMessage again = second.receives();
        second.answers(again, LoneEdge.refusal(again, 486).with("X-Parley-Anything", "inside"));

        SipMessage answer = carrier.awaitFinal(invite);

        assertThat(answer.status()).isEqualTo(486);
        assertThat(answer.headers()).noneMatch(header -> header.name().startsWith("X-Parley"));
    }

    /** It may be a trunk's, or a conference's: the call has been placed. */
    @Test
    void aCallIsNotPlacedTwice() throws Exception {
        SipMessage invite = LoneEdge.call(carrier);
        carrier.send(invite);
        LoneEdge.CallControl first = edge.whoHasIt();
        SipMessage told = first.receives();
        first.answers(told, LoneEdge.refusal(told, 503));

        assertThat(carrier.awaitFinal(invite).status()).isIn(500, 503);
        assertThat(edge.other(first).hasReceived()).isFalse();
    }

    @Test
    void aCallThatIsNotAnsweredHarmsNoOther() throws Exception {
        SipMessage unanswered = LoneEdge.call(carrier);
        carrier.send(unanswered);
        LoneEdge.CallControl silent = edge.whoHasIt();
        silent.receives();

        assertThat(carrier.awaitFinal(unanswered).status()).isEqualTo(504);
        assertThat(edge.other(silent).hasReceived()).isFalse();
        boolean[] served = new boolean[2];
        for (int i = 0; i < 4; i++) {
            try (RawPhone phone = new RawPhone(edge.address(), "127.0.0.1", 5091)) {
                SipMessage invite = LoneEdge.call(phone);
                phone.send(invite);
                LoneEdge.CallControl one = edge.whoHasIt();
                served[one == silent ? 0 : 1] = true;
                SipMessage told = one.receives();
                one.answers(told, LoneEdge.refusal(told, 486));
                assertThat(phone.awaitFinal(invite).status()).isEqualTo(486);
            }
        }
        assertThat(served).as("both are asked, the silent one too").containsOnly(true);
    }

    @Test
    void whoHasNoKeyIsNotCallControl() throws Exception {
        var answers = edge.callControl(0)
                .sends(edge.request("sip:+4930123@demo.parley.test")
                        .replacing("X-Parley-Key", "guessed")
                        .with("X-Parley-Trunk", "pstn"));

        assertThat(answers.poll(10, TimeUnit.SECONDS))
                .satisfies(it -> assertThat(it.status()).isEqualTo(403));
        assertThat(carrier.hasReceived("INVITE")).isFalse();
    }
}

package dev.parley.media.room;

import static dev.parley.media.testing.Conference.next;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.call.CallCommand.LegSdp;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.media.MediaCommand.NegotiateLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.SdpRole;
import dev.parley.media.rtpengine.CallId;
import dev.parley.media.testing.G711;
import dev.parley.media.testing.RtpStreams;
import dev.parley.media.testing.Tone;
import dev.parley.media.testing.ToneEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose RTP is mixed: a leg's own telephone's, and nobody else's. */
class RtpSourceIT extends ThreeInAConference {
    private static final int STRANGER = 1500;
    private static final int LATECOMER = 1900;
    private static final Map<Integer, List<Integer>> THREE_ALONE =
            Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620));

    private final List<ToneEndpoint> others = new ArrayList<>();

    @AfterEach
    void othersEnd() {
        others.forEach(ToneEndpoint::close);
    }

    @Test
    void aStrangerWhoSendsToALegsPortIsNotHeard() {
        conference.everybodyHearsEverybody();
        conferenceSounds(THREE_ALONE);

        ToneEndpoint stranger = stranger();
        stranger.sendTo(conference.renegotiate(first, 1, low.sdp("sendrecv")));
        stranger().sendTo(conference.renegotiate(second, 1, middle.sdp("sendrecv")));

        nobodyHearsTheStranger(THREE_ALONE);
    }

    @Test
    void aStrangerWhoSpeaksFirstDoesNotTakeTheLegFromItsTelephone() {
        var leg = new LegId(UUID.randomUUID().toString());
        ToneEndpoint telephone = other(LATECOMER);
        ToneEndpoint stranger = stranger();
        String answer = conference.open(leg, telephone.sdp("sendrecv"));
        stranger.sendTo(answer);
        conference.isNow(leg, telephone);
        conference.everybodyHearsEverybody();
        await().atMost(20, SECONDS).until(() -> stranger.sent() > 50);

        telephone.sendTo(answer);

        nobodyHearsTheStranger(withLatecomer());
    }

    @Test
    void noPortOfARoomTakesAnythingFromOutside() {
        conference.everybodyHearsEverybody();
        conferenceSounds(THREE_ALONE);

        List<ToneEndpoint> strangers = streams().localPorts().stream()
                .map(port -> {
                    ToneEndpoint stranger = stranger();
                    stranger.sendToPort(port);
                    return stranger;
                })
                .toList();

        assertThat(strangers).as("a leg, its gateway and its hops").hasSizeGreaterThan(3 * 5);
        nobodyHearsTheStranger(THREE_ALONE);
    }

    @Test
    void aTelephoneBehindNatIsHeardAndHearsAndThenNobodyElseInItsPlace() {
        var leg = new LegId(UUID.randomUUID().toString());
        ToneEndpoint telephone = other(LATECOMER);
        String answer = conference.open(leg, telephone.sdp("sendrecv").replaceAll("127\\.0\\.0\\.1", "192.0.2.7"));
        telephone.sendTo(answer);
        conference.isNow(leg, telephone);
        conference.everybodyHearsEverybody();
        conferenceSounds(withLatecomer());
        awaitConfirmed(leg);

        stranger().sendTo(answer);

        nobodyHearsTheStranger(withLatecomer());
    }

    @Test
    void aTelephoneThatMovesIsHeardAgainFromItsNextOfferOn() {
        var leg = new LegId(UUID.randomUUID().toString());
        ToneEndpoint telephone = other(LATECOMER);
        String offer = telephone.sdp("sendrecv").replaceAll("127\\.0\\.0\\.1", "192.0.2.7");
        telephone.sendTo(conference.open(leg, offer));
        conference.isNow(leg, telephone);
        conference.everybodyHearsEverybody();
        conferenceSounds(withLatecomer());
        awaitConfirmed(leg);

        // The same description from behind another binding of its NAT.
        telephone.vanishes();
        ToneEndpoint moved = other(LATECOMER);
        moved.sendTo(conference.renegotiate(leg, 1, offer));
        conference.isNow(leg, moved);

        conferenceSounds(withLatecomer());
    }

    @Test
    void aForkThatLostIsNotHeardBesideTheOneThatAnswered() {
        var leg = new LegId(UUID.randomUUID().toString());
        ToneEndpoint lost = other(STRANGER);
        ToneEndpoint won = other(LATECOMER);
        conference.take(new OpenLeg(conference.room, leg, 0, Optional.empty()));
        String offer = ((LegSdp) next(conference.told)).sdp();
        answers(leg, 1, lost);
        lost.sendTo(offer);
        conference.isNow(leg, lost);
        conference.everybodyHearsEverybody();
        conferenceSounds(Map.of(
                440,
                List.of(620, 1000, STRANGER),
                620,
                List.of(440, 1000, STRANGER),
                1000,
                List.of(440, 620, STRANGER),
                STRANGER,
                List.of(440, 620, 1000)));

        answers(leg, 2, won);
        won.sendTo(offer);
        conference.isNow(leg, won);

        nobodyHearsTheStranger(withLatecomer());
    }

    private void answers(LegId leg, long negotiation, ToneEndpoint telephone) {
        conference.take(new NegotiateLeg(
                conference.room, leg, 0, negotiation, SdpRole.ANSWER, Optional.of(telephone.sdp("sendrecv"))));
    }

    private static Map<Integer, List<Integer>> withLatecomer() {
        return Map.of(
                440,
                List.of(620, 1000, LATECOMER),
                620,
                List.of(440, 1000, LATECOMER),
                1000,
                List.of(440, 620, LATECOMER),
                LATECOMER,
                List.of(440, 620, 1000));
    }

    /** At once and for as long as a conference takes to be measured some times. */
    private void nobodyHearsTheStranger(Map<Integer, List<Integer>> expected) {
        conferenceSounds(expected);
        for (int times = 0; times < 4; times++) {
            assertThat(conference.matrix()).isEqualTo(expected);
            for (ToneEndpoint listener : conference.listeners()) {
                assertThat(Tone.level(listener.heard(), STRANGER))
                        .as("level of the stranger at %d Hz, in dB", listener.hertz())
                        .isLessThan(-40);
            }
        }
    }

    private RtpStreams streams() {
        return new RtpStreams(conference.rtpengine, CallId.of(conference.room));
    }

    /** Three seconds after the last command for the call, at the next packet. */
    private void awaitConfirmed(LegId leg) {
        await().atMost(30, SECONDS).until(() -> streams().isConfirmed(leg));
    }

    private ToneEndpoint stranger() {
        return other(STRANGER);
    }

    private ToneEndpoint other(int hertz) {
        var endpoint = new ToneEndpoint(hertz, G711.PCMU);
        others.add(endpoint);
        return endpoint;
    }
}

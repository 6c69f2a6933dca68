package dev.parley.media.room;

import static dev.parley.media.testing.Conference.next;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.call.CallCommand.LegMediaFailed;
import dev.parley.contracts.call.CallCommand.LegSdp;
import dev.parley.contracts.call.CallCommand.MediaFailure;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.media.AudioPlan.PlannedLeg;
import dev.parley.contracts.media.MediaCommand.NegotiateLeg;
import dev.parley.contracts.media.MediaCommand.OpenLeg;
import dev.parley.contracts.media.MediaEvent.DigitPressed;
import dev.parley.contracts.media.MediaEvent.PromptEnded;
import dev.parley.contracts.media.SdpRole;
import dev.parley.media.ng.NgReply;
import dev.parley.media.testing.Conference;
import dev.parley.media.testing.G711;
import dev.parley.media.testing.RealRtpengine;
import dev.parley.media.testing.Tone;
import dev.parley.media.testing.ToneEndpoint;
import dev.parley.media.testing.TranscodingPhone;
import java.io.IOException;
import java.net.DatagramSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What members of a conference hear, with a real rtpengine and real RTP. */
class ConferenceAudioIT {
    private static int dtmfPort;
    private static RealRtpengine daemon;

    private final ToneEndpoint low = new ToneEndpoint(440, G711.PCMU);
    private final ToneEndpoint middle = new ToneEndpoint(620, G711.PCMU);
    private final ToneEndpoint high = new ToneEndpoint(1000, G711.PCMA);
    private Conference conference;
    private LegId first;
    private LegId second;
    private LegId third;

    @BeforeAll
    static void startDaemon() throws IOException {
        try (var socket = new DatagramSocket(0)) {
            dtmfPort = socket.getLocalPort();
        }
        daemon = RealRtpengine.start(dtmfPort);
    }

    @AfterAll
    static void stopDaemon() {
        daemon.close();
    }

    @BeforeEach
    void threeJoin() {
        conference = new Conference(daemon, dtmfPort);
        first = conference.joins(low);
        second = conference.joins(middle);
        third = conference.joins(high);
    }

    @AfterEach
    void over() throws IOException {
        conference.close();
        assertThat(daemon.isAlive()).isTrue();
    }

    @Test
    void everybodyHearsTheOthersOnceAndNeverThemselves() {
        conference.everybodyHearsEverybody();

        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620)));
        for (ToneEndpoint endpoint : List.of(low, middle, high)) {
            assertThat(endpoint.received().stream()
                            .map(ToneEndpoint.Received::ssrc)
                            .distinct())
                    .hasSize(1);
        }
        assertThat(Tone.level(low.heard(), 620)).isBetween(-1.0, 1.0);
        assertThat(Tone.level(low.heard(), 440)).isLessThan(-40);
    }

    @Test
    void whoIsInNoPlanHearsNobodyButReceivesAStream() {
        conferenceSounds(Map.of(440, List.of(), 620, List.of(), 1000, List.of()));
    }

    @Test
    void mutedIsHeardByNobodyAndHearsOn() {
        conference.everybodyHearsEverybody();
        conference.plan(
                new PlannedLeg(first, PlannedLeg.MAIN, false, true), PlannedLeg.open(second), PlannedLeg.open(third));

        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(1000), 1000, List.of(620)));

        conference.everybodyHearsEverybody();
        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620)));
    }

    @Test
    void aPrivateTalkIsHeardByThoseInItAlone() {
        conference.plan(
                new PlannedLeg(first, "consultation", true, true),
                new PlannedLeg(second, "consultation", true, true),
                PlannedLeg.open(third));

        conferenceSounds(Map.of(440, List.of(620), 620, List.of(440), 1000, List.of()));
    }

    @Test
    void holdAndResumeLeaveTheConferenceAsItWas() {
        conference.everybodyHearsEverybody();

        assertThat(conference.renegotiate(first, 1, low.sdp("sendonly"))).contains("a=recvonly");
        conference.plan(
                new PlannedLeg(first, PlannedLeg.MAIN, false, false), PlannedLeg.open(second), PlannedLeg.open(third));
        conference.isSilent(first);
        conferenceSounds(Map.of(620, List.of(1000), 1000, List.of(620)));

        assertThat(conference.renegotiate(first, 2, low.sdp("inactive"))).contains("a=inactive");
        assertThat(conference.renegotiate(first, 3, low.sdp("sendrecv"))).contains("a=sendrecv");
        conference.isNow(first, low);
        conference.everybodyHearsEverybody();
        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620)));
    }

    @Test
    void aNewPortAndANewCodecAreNoticedByNobodyElse() {
        conference.everybodyHearsEverybody();
        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620)));
        middle.forget();

        var moved = new ToneEndpoint(440, G711.PCMA);
        moved.sendTo(conference.renegotiate(first, 1, moved.sdp("sendrecv")));
        low.close();
        conference.isNow(first, moved);

        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620)));
        assertThat(middle.received().stream().map(ToneEndpoint.Received::ssrc).distinct())
                .hasSize(1);
    }

    @Test
    void oneLeavesAndTheOthersGoOn() {
        conference.everybodyHearsEverybody();

        conference.leaves(first);

        conferenceSounds(Map.of(620, List.of(1000), 1000, List.of(620)));
        conference.leaves(second);
        conference.leaves(third);
        assertThat(conference.rtpengine.query(conference.room)).isInstanceOf(NgReply.Refused.class);
    }

    @Test
    void aPromptIsHeardByOneAloneAndItsEndIsTold() {
        conference.everybodyHearsEverybody();
        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620)));
        conference.forget();

        conference.plays(second, "wish", "tone");

        await().atMost(5, SECONDS)
                .untilAsserted(
                        () -> assertThat(Tone.peak(middle.heard(), Tone.PROMPT)).isGreaterThan(-12));
        assertThat(Tone.level(low.heard(), Tone.PROMPT)).isLessThan(-40);
        assertThat(next(conference.events)).isEqualTo(new PromptEnded(conference.room, second, "wish"));
        assertThat(middle.received().stream().map(ToneEndpoint.Received::ssrc).distinct())
                .hasSize(1);
    }

    @Test
    void promptsAreHeardOneAfterTheOther() {
        conference.plays(second, "one", "tone");
        conference.plays(second, "two", "other-tone");
        conference.plays(second, "two", "other-tone");

        assertThat(next(conference.events)).isEqualTo(new PromptEnded(conference.room, second, "one"));
        assertThat(Tone.level(middle.heard(), Tone.OTHER_PROMPT)).isLessThan(-40);
        assertThat(next(conference.events)).isEqualTo(new PromptEnded(conference.room, second, "two"));
        assertThat(Tone.peak(middle.heard(), Tone.OTHER_PROMPT)).isGreaterThan(-12);
        assertThat(conference.events).isEmpty();
    }

    @Test
    void aKeyIsToldOnceReachesNobodysEarAndTheConferenceHearsOn() {
        conference.everybodyHearsEverybody();
        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620)));

        conference.forget();
        low.press(11);

        assertThat(next(conference.events)).isEqualTo(new DigitPressed(conference.room, first, "#"));
        await().atMost(10, SECONDS).until(() -> middle.received().size() >= 30);
        for (ToneEndpoint listener : List.of(middle, high)) {
            assertThat(Tone.peak(listener.heard(), 941)).isLessThan(-20);
            assertThat(Tone.peak(listener.heard(), 1477)).isLessThan(-20);
            assertThat(listener.received()).allMatch(packet -> packet.payloadType() != 101);
        }
        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620)));
        assertThat(conference.events).isEmpty();
    }

    @Test
    void keysOfWhoIsHeardByNobodyAreToldToo() {
        conference.plan(
                new PlannedLeg(first, PlannedLeg.MAIN, false, true), PlannedLeg.open(second), PlannedLeg.open(third));
        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(1000), 1000, List.of(620)));

        low.press(5);

        assertThat(next(conference.events)).isEqualTo(new DigitPressed(conference.room, first, "5"));
    }

    @Test
    void aRepeatedCommandRepeatsItsAnswer() {
        var leg = new LegId(UUID.randomUUID().toString());
        var endpoint = new ToneEndpoint(1500, G711.PCMU);
        String answer = conference.open(leg, endpoint.sdp("sendrecv"));

        assertThat(conference.open(leg, endpoint.sdp("sendrecv"))).isEqualTo(answer);
        endpoint.close();
    }

    @Test
    void whoBringsNoOfferGetsOursAndIsHeardAfterItsAnswer() {
        var leg = new LegId(UUID.randomUUID().toString());
        var endpoint = new ToneEndpoint(1500, G711.PCMU);
        conference.take(new OpenLeg(conference.room, leg, 0, Optional.empty()));
        var offer = (LegSdp) next(conference.told);
        assertThat(offer.role()).isEqualTo(SdpRole.OFFER);
        assertThat(offer.sdp()).contains("opus/48000/2", "PCMU/8000", "PCMA/8000", "G722/8000", "telephone-event/8000");

        conference.take(
                new NegotiateLeg(conference.room, leg, 0, 1, SdpRole.ANSWER, Optional.of(endpoint.sdp("sendrecv"))));
        endpoint.sendTo(offer.sdp());
        conference.isNow(leg, endpoint);
        conference.everybodyHearsEverybody();

        conferenceSounds(Map.of(
                440, List.of(620, 1000, 1500),
                620, List.of(440, 1000, 1500),
                1000, List.of(440, 620, 1500),
                1500, List.of(440, 620, 1000)));
        conference.take(new NegotiateLeg(conference.room, leg, 0, 2, SdpRole.OFFER, Optional.empty()));
        assertThat(conference.nextSdp()).contains("m=audio", "PCMU/8000").doesNotContain("opus");
    }

    @ParameterizedTest
    @CsvSource({"opus/48000/2, telephone-event/48000", "G722/8000, telephone-event/8000"})
    void aTelephoneOfAnotherCodecHearsAndIsHeardAndItsKeysAreTold(String audio, String keys) {
        var leg = new LegId(UUID.randomUUID().toString());
        var handset = new ToneEndpoint(1500, G711.PCMU);
        try (var phone = new TranscodingPhone(conference.rtpengine, handset, List.of(audio, keys))) {
            String answer = conference.open(leg, phone.offer());
            assertThat(answer).contains(audio, keys);
            phone.answered(answer);
            conference.isNow(leg, handset);
            conference.everybodyHearsEverybody();

            var all = Map.of(
                    440, List.of(620, 1000, 1500),
                    620, List.of(440, 1000, 1500),
                    1000, List.of(440, 620, 1500),
                    1500, List.of(440, 620, 1000));
            conferenceSounds(all);
            handset.press(8);
            assertThat(next(conference.events)).isEqualTo(new DigitPressed(conference.room, leg, "8"));
            conferenceSounds(all);

            handset.forget();
            conference.plays(leg, "wish", "tone");
            assertThat(next(conference.events)).isEqualTo(new PromptEnded(conference.room, leg, "wish"));
            assertThat(Tone.peak(handset.heard(), Tone.PROMPT)).isGreaterThan(-12);
            conference.leaves(leg);
            conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620)));
        }
    }

    @Test
    void nothingInCommonIsRefusedAndLeavesNothingBehind() {
        var leg = new LegId(UUID.randomUUID().toString());
        String offer = low.sdp("sendrecv", "18", "a=rtpmap:18 G729/8000\r\n");

        conference.take(new OpenLeg(conference.room, leg, 0, Optional.of(offer)));

        assertThat(next(conference.told))
                .isInstanceOfSatisfying(
                        LegMediaFailed.class,
                        failed -> assertThat(failed.reason()).isEqualTo(MediaFailure.NO_COMMON_CODEC));
        assertThat(conference.media().rooms().censuses().get(conference.room).legs())
                .isEqualTo(3);
    }

    @Test
    void aRestartedProcessGoesOnWhereTheOldOneEnded() {
        conference.everybodyHearsEverybody();
        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(440, 1000), 1000, List.of(440, 620)));

        conference.restart();
        conference.plan(
                new PlannedLeg(first, PlannedLeg.MAIN, false, true), PlannedLeg.open(second), PlannedLeg.open(third));

        conferenceSounds(Map.of(440, List.of(620, 1000), 620, List.of(1000), 1000, List.of(620)));
        assertThat(conference.renegotiate(second, 7, middle.sdp("sendrecv"))).contains("a=sendrecv");
        conference.leaves(first);
        conferenceSounds(Map.of(620, List.of(1000), 1000, List.of(620)));
    }

    private void conferenceSounds(Map<Integer, List<Integer>> expected) {
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(conference.matrix()).isEqualTo(expected));
    }
}

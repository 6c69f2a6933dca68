package dev.parley.media.room;

import static dev.parley.media.testing.Conference.next;
import static org.assertj.core.api.Assertions.assertThat;

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
import dev.parley.media.testing.G711;
import dev.parley.media.testing.Tone;
import dev.parley.media.testing.ToneEndpoint;
import dev.parley.media.testing.TranscodingPhone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Offer and answer with telephones of many kinds, heard by what it does to the conference. */
class NegotiatingIT extends ThreeInAConference {
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
}

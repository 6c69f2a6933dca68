package dev.parley.media.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgreeingTest {
    private static final List<List<String>> PREFERENCES =
            List.of(List.of("opus"), List.of("G722"), List.of("PCMA", "PCMU"));
    private static final String SESSION = "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n";
    private static final LocalEnd LOCAL = new LocalEnd("IP4", "127.0.0.1", 30000, 30001, List.of());

    @ParameterizedTest
    @CsvSource({
        "'0 8 9 96', opus",
        "'0 8 9', G722",
        "'0 8', PCMU",
        "'8 0', PCMA",
        "'97 8', PCMA",
    })
    void theBestOfWhatIsOfferedIsChosen(String formats, String chosen) throws BadSdp {
        String sdp = SESSION + "m=audio 4000 RTP/AVP " + formats
                + "\r\na=rtpmap:96 opus/48000/2\r\na=rtpmap:97 iLBC/8000\r\na=rtpmap:8 PCMA/8000\r\n";

        assertThat(agreement(sdp).orElseThrow().audio().name()).isEqualTo(chosen);
    }

    @Test
    void keysAreTakenAtTheClockRateOfTheAudio() throws BadSdp {
        String sdp = SESSION
                + "m=audio 4000 RTP/AVP 96 101 102\r\na=rtpmap:96 OPUS/48000/2\r\n"
                + "a=rtpmap:101 telephone-event/8000\r\na=rtpmap:102 telephone-event/48000\r\n";

        assertThat(agreement(sdp).orElseThrow().keys().orElseThrow().payloadType())
                .isEqualTo(102);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m=audio 4000 RTP/AVP 18\r\n",
                "m=audio 0 RTP/AVP 0\r\n",
                "m=audio 4000 RTP/SAVP 0\r\n",
                "m=video 4000 RTP/AVP 99\r\na=rtpmap:99 VP8/90000\r\n",
                "m=audio 4000 RTP/AVP 96\r\na=rtpmap:96 opus/8000\r\n",
            })
    void nothingInCommonIsNoAgreement(String media) throws BadSdp {
        assertThat(agreement(SESSION + media)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "v=0\r\nm=audio\r\n",
                "v=0\r\nm=audio 4000 RTP/AVP 0\r\n",
                "v=0\r\nc=IN IP4 example.org\r\nm=audio 4000 RTP/AVP 0\r\n",
                "v=0\r\nc=IN IP4 192.0.2.1\r\nm=audio 99999 RTP/AVP 0\r\n",
                "v=0\r\nc=IN IP4 192.0.2.1\r\nm=audio -1 RTP/AVP 0\r\n",
                "v=0\r\nc=IN IP4 192.0.2.1\r\nm=audio 4000 RTP/AVP 96\r\na=rtpmap:96 opus\r\n",
                "v=0\r\nnonsense\r\n",
            })
    void brokenSdpIsRefused(String text) {
        assertThatThrownBy(() -> agreement(text)).isInstanceOf(BadSdp.class);
    }

    @ParameterizedTest
    @CsvSource({"sendrecv, SENDRECV", "sendonly, RECVONLY", "recvonly, SENDONLY", "inactive, INACTIVE"})
    void directionsAreMirrored(String offered, Direction answered) throws BadSdp {
        String sdp = SESSION + "m=audio 4000 RTP/AVP 0\r\na=" + offered + "\r\n";

        assertThat(stream(sdp).orElseThrow().direction().answered()).isEqualTo(answered);
    }

    @Test
    void theDirectionOfTheSessionCountsWhereTheStreamSaysNothing() throws BadSdp {
        assertThat(stream(SESSION + "a=sendonly\r\nm=audio 4000 RTP/AVP 0\r\n")
                        .orElseThrow()
                        .direction())
                .isEqualTo(Direction.SENDONLY);
    }

    @Test
    void anAddressOfZeroesIsHold() throws BadSdp {
        String sdp = SESSION.replace("c=IN IP4 192.0.2.1", "c=IN IP4 0.0.0.0") + "m=audio 4000 RTP/AVP 0\r\n";

        assertThat(stream(sdp).orElseThrow().direction().answered()).isEqualTo(Direction.RECVONLY);
    }

    @Test
    void otherStreamsAreRefusedAndOursKeepsItsPlaceAndNumbers() throws BadSdp {
        var sdp = SessionDescription.parse(SESSION
                + "m=video 5000 RTP/AVP 99\r\na=rtpmap:99 VP8/90000\r\na=x-unknown:1\r\n"
                + "m=audio 4000 RTP/AVP 111 101\r\na=rtpmap:111 opus/48000/2\r\na=fmtp:111 maxplaybackrate=16000\r\n"
                + "a=rtpmap:101 telephone-event/48000\r\na=mid:1\r\n"
                + "m=application 6000 UDP/BFCP *\r\n");
        AudioStream stream = AudioStream.in(sdp).orElseThrow();
        Agreement agreement = Agreement.on(stream.codecs(), PREFERENCES).orElseThrow();

        String answer = new OwnDescription(
                        7, 1, LOCAL, sdp.media(), stream.index(), agreement.codecs(), Direction.SENDRECV)
                .toString();

        assertThat(answer).isEqualTo("""
                        v=0
                        o=- 7 1 IN IP4 127.0.0.1
                        s=-
                        c=IN IP4 127.0.0.1
                        t=0 0
                        m=video 0 RTP/AVP 99
                        m=audio 30000 RTP/AVP 111 101
                        a=rtpmap:111 opus/48000/2
                        a=fmtp:111 useinbandfec=1
                        a=rtpmap:101 telephone-event/48000
                        a=fmtp:101 0-15
                        a=ptime:20
                        a=sendrecv
                        a=rtcp:30001
                        m=application 0 UDP/BFCP *
                        """.replace("\n", "\r\n"));
    }

    @Test
    void rtpengineIsToldOfTheAgreedStreamAlone() throws BadSdp {
        AudioStream stream = stream(
                        SESSION
                                + "m=audio 4000 RTP/AVP 0 18 101\r\na=rtpmap:18 G729/8000\r\na=rtpmap:101 telephone-event/8000\r\n"
                                + "a=fmtp:101 0-16\r\na=mid:audio\r\na=candidate:1 1 UDP 1 192.0.2.9 9 typ host\r\na=rtcp:4009\r\na=ptime:30\r\n")
                .orElseThrow();

        assertThat(Reduced.of(stream, Agreement.on(stream.codecs(), PREFERENCES).orElseThrow()))
                .contains("m=audio 4000 RTP/AVP 0 101", "a=fmtp:101 0-16", "a=rtcp:4009", "a=ptime:30")
                .doesNotContain("mid", "candidate", "G729");
    }

    @Test
    void ofOurOfferWhatTheAnswerKeepsFirstCounts() {
        List<Codec> offered = List.of(
                new Codec(96, "opus", 48000, 2, Optional.empty()), new Codec(0, "PCMU", 8000, 1, Optional.empty()));
        List<Codec> answered = List.of(
                new Codec(13, "CN", 8000, 1, Optional.empty()), new Codec(0, "pcmu", 8000, 1, Optional.empty()));

        assertThat(Agreement.kept(answered, offered).orElseThrow().audio().payloadType())
                .isZero();
    }

    private static Optional<AudioStream> stream(String sdp) throws BadSdp {
        return AudioStream.in(SessionDescription.parse(sdp));
    }

    private static Optional<Agreement> agreement(String sdp) throws BadSdp {
        return stream(sdp).flatMap(stream -> Agreement.on(stream.codecs(), PREFERENCES));
    }
}

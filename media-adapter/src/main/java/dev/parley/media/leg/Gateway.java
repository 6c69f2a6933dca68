package dev.parley.media.leg;

import dev.parley.media.mix.MixStep;
import dev.parley.media.ng.NgReply;
import dev.parley.media.rtpengine.CallId;
import dev.parley.media.rtpengine.Rtpengine;
import dev.parley.media.rtpengine.Rtpengine.Keys;
import dev.parley.media.rtpengine.Rtpengine.Player;
import dev.parley.media.rtpengine.Rtpengine.RtpSource;
import dev.parley.media.sdp.Agreement;
import dev.parley.media.sdp.BadSdp;
import dev.parley.media.sdp.Codec;
import dev.parley.media.sdp.Direction;
import dev.parley.media.sdp.LocalEnd;
import dev.parley.media.sdp.OwnDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * What is between a leg and the mix: two parties that send each other their RTP inside rtpengine, and behind them, on the way
 * into the mix, a {@link SteadyHop} for what the telephone says and one for the prompts that it hears.
 *
 * <p>What a mixed party receives is decoded for the mix, and rtpengine 26.0.1 does not do that right for everything: a
 * key (RFC 4733) becomes a tone in everybody's ear, audio to G.722 comes out an octave too high, and a prompt to Opus at
 * a wrong speed. In front of the gateway nothing is mixed: keys are told and dropped, the leg's codec is changed to one
 * that is mixed right, and all of that whether anybody hears the leg or not. Measured: 0.0 dB both ways, no tone of a key
 * above −78 dB. Costs twelve ports a leg.
 */
public final class Gateway {
    private static final Logger LOG = Logger.getLogger(Gateway.class);

    private final Rtpengine rtpengine;
    private final SteadyHop hops;

    public Gateway(Rtpengine rtpengine) {
        this.rtpengine = rtpengine;
        this.hops = new SteadyHop(rtpengine);
    }

    /** Builds it, or what is missing of it; false when that failed. */
    public boolean build(CallId call, String leg, Optional<LegMedia> media) {
        String outer = LegParties.outer(leg);
        String inner = LegParties.inner(leg);
        String codec = codec(media);
        try {
            LocalEnd outerEnd = create(call, outer, List.of(codec, keys(codec)), Player.OFF);
            LocalEnd innerEnd = create(call, inner, List.of(codec), Player.ALWAYS);
            // The outer end knows keys, so that they stay keys until they are dropped; the inner one never sees any.
            done(rtpengine.remote(call, outer, describe(innerEnd, outerEnd.codecs()), Player.OFF, RtpSource.DESCRIBED));
            done(rtpengine.remote(
                    call, inner, describe(outerEnd, audio(outerEnd.codecs())), Player.ALWAYS, RtpSource.DESCRIBED));
            done(rtpengine.couple(call, leg, outer, Keys.LEFT_OUT));
            done(rtpengine.dropKeys(call, leg));
            // What rtpengine finds of keys in the leg's sound goes on as events, through the mix: it ends here, on its
            // way out.
            done(rtpengine.dropKeys(call, outer));
            hops.build(call, LegParties.pace(leg), LegParties.voice(leg), List.of(codec));
            hops.build(call, LegParties.say(leg), LegParties.said(leg), List.of(codec));
            feed(call, inner, LegParties.pace(leg));
            feed(call, LegParties.said(leg), inner);
            return true;
        } catch (NoAnswer | BadSdp e) {
            LOG.warnf("gateway not built: %s callId=%s legId=%s", e.getMessage(), call, leg);
            return false;
        }
    }

    private void feed(CallId call, String from, String to) throws NoAnswer {
        done(rtpengine.change(call, new MixStep.Connect(List.of(from), to)));
    }

    /** G.711 is mixed as it is; all others, and a leg whose codec is not agreed yet, at 16 kHz. */
    private static String codec(Optional<LegMedia> media) {
        return media.flatMap(LegMedia::agreement)
                .map(Agreement::audio)
                .filter(audio -> audio.isNamed("PCMU") || audio.isNamed("PCMA"))
                .map(Codec::name)
                .orElse("L16/16000");
    }

    /** From a few packets on, keys that are pressed reach the telephone: as events, or as tones if it takes no events. */
    public NgReply makeReadyForKeys(CallId call, String leg) {
        return rtpengine.couple(call, LegParties.outer(leg), leg, Keys.ALWAYS);
    }

    /** Presses a key towards a telephone that is ready for it, behind those that were pressed before. */
    public NgReply press(CallId call, String leg, String digit) {
        return rtpengine.press(call, LegParties.outer(leg), digit);
    }

    private static String keys(String codec) {
        return codec.startsWith("L16") ? "telephone-event/16000" : "telephone-event";
    }

    private static List<Codec> audio(List<Codec> codecs) {
        var audio = new ArrayList<>(codecs);
        audio.removeIf(Codec::isTelephoneEvent);
        return audio;
    }

    private static String describe(LocalEnd end, List<Codec> codecs) {
        return new OwnDescription(1, 1, end, List.of(), 0, codecs, Direction.SENDRECV).toString();
    }

    private LocalEnd create(CallId call, String party, List<String> codecs, Player player) throws NoAnswer, BadSdp {
        return LocalEnd.in(done(rtpengine.create(call, party, codecs, player))
                .fields()
                .text("sdp")
                .orElse(""));
    }

    private static NgReply.Done done(NgReply reply) throws NoAnswer {
        return LegNegotiator.done(reply);
    }
}

package dev.parley.media.leg;

import dev.parley.contracts.call.CallCommand.MediaFailure;
import dev.parley.contracts.media.SdpRole;
import dev.parley.media.ng.NgReply;
import dev.parley.media.rtpengine.CallId;
import dev.parley.media.rtpengine.Rtpengine;
import dev.parley.media.rtpengine.Rtpengine.Player;
import dev.parley.media.rtpengine.Rtpengine.RtpSource;
import dev.parley.media.sdp.Agreement;
import dev.parley.media.sdp.AudioStream;
import dev.parley.media.sdp.BadSdp;
import dev.parley.media.sdp.Direction;
import dev.parley.media.sdp.LocalEnd;
import dev.parley.media.sdp.Reduced;
import dev.parley.media.sdp.SessionDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Offer and answer with one leg (RFC 3264), and what rtpengine has to be told for it. */
public final class LegNegotiator {
    private static final List<String> EVERYTHING = List.of("opus/48000/2", "G722", "PCMU", "PCMA", "telephone-event");

    private final Rtpengine rtpengine;
    private final List<List<String>> preferences;

    /** @param preferences ranks of codec names, best first; within a rank the other side's order decides */
    public LegNegotiator(Rtpengine rtpengine, List<List<String>> preferences) {
        this.rtpengine = rtpengine;
        this.preferences = preferences;
    }

    /** An exchange's outcome, and the leg's media after it: empty when the leg did not come to be. */
    public record Negotiated(Outcome outcome, Optional<LegMedia> media) {}

    /** A new leg that has offered. */
    public Negotiated openOffered(CallId call, String leg, String offer) {
        try {
            var theirs = Theirs.in(offer, preferences);
            return answer(call, leg, 0, theirs, create(call, leg, theirs.specifications()));
        } catch (BadSdp e) {
            return refused(MediaFailure.BAD_SDP, e);
        } catch (NothingInCommon e) {
            return refused(MediaFailure.NO_COMMON_CODEC, e);
        } catch (NoAnswer e) {
            return refused(MediaFailure.NO_MEDIA_NODE, e);
        }
    }

    /** A new leg that we offer to. */
    public Negotiated openOffering(CallId call, String leg) {
        try {
            LegMedia media = LegMedia.offering(create(call, leg, EVERYTHING));
            return new Negotiated(
                    new Outcome.Described(SdpRole.OFFER, media.describe(leg, 0, Direction.SENDRECV)),
                    Optional.of(media));
        } catch (BadSdp | NoAnswer e) {
            return refused(MediaFailure.NO_MEDIA_NODE, e);
        }
    }

    /** The other side offers anew: hold, resume, another address, other codecs. */
    public Negotiated reoffered(CallId call, String leg, long negotiation, String offer, LegMedia media) {
        try {
            return answer(call, leg, negotiation, Theirs.in(offer, keeping(media)), media.local());
        } catch (BadSdp e) {
            return unchanged(MediaFailure.BAD_SDP, e, media);
        } catch (NothingInCommon e) {
            return unchanged(MediaFailure.NO_COMMON_CODEC, e, media);
        } catch (NoAnswer e) {
            return unchanged(MediaFailure.NO_MEDIA_NODE, e, media);
        }
    }

    /** The other side asks for our offer: what is agreed, offered again. */
    public Negotiated offerAgain(String leg, long negotiation, LegMedia media) {
        return new Negotiated(
                new Outcome.Described(SdpRole.OFFER, media.describe(leg, negotiation, Direction.SENDRECV)),
                Optional.of(media));
    }

    /** The other side has answered our offer. */
    public Negotiated answered(CallId call, String leg, String answer, LegMedia media) {
        try {
            SessionDescription sdp = SessionDescription.parse(answer);
            AudioStream stream = AudioStream.in(sdp).orElseThrow(NothingInCommon::new);
            Agreement agreement =
                    Agreement.kept(stream.codecs(), media.codecs()).orElseThrow(NothingInCommon::new);
            tell(call, leg, stream, agreement);
            return new Negotiated(
                    new Outcome.Settled(),
                    Optional.of(new LegMedia(
                            media.local(),
                            Optional.of(agreement),
                            media.lines(),
                            media.index(),
                            stream.direction().answered())));
        } catch (BadSdp e) {
            return unchanged(MediaFailure.BAD_SDP, e, media);
        } catch (NothingInCommon e) {
            return unchanged(MediaFailure.NO_COMMON_CODEC, e, media);
        } catch (NoAnswer e) {
            return unchanged(MediaFailure.NO_MEDIA_NODE, e, media);
        }
    }

    /** Learns a leg's end anew from rtpengine, after this process has forgotten it. */
    public Optional<LegMedia> recovered(CallId call, String leg) {
        if (rtpengine.describe(call, leg) instanceof NgReply.Done done) {
            try {
                LocalEnd local = LocalEnd.in(done.fields().text("sdp").orElse(""));
                Optional<Agreement> agreement = Agreement.on(local.codecs(), preferences);
                return Optional.of(new LegMedia(local, agreement, List.of(), 0, Direction.SENDRECV));
            } catch (BadSdp e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Negotiated answer(CallId call, String leg, long negotiation, Theirs theirs, LocalEnd local)
            throws NoAnswer {
        tell(call, leg, theirs.stream(), theirs.agreement());
        Direction direction = theirs.stream().direction().answered();
        var media = new LegMedia(
                local,
                Optional.of(theirs.agreement()),
                theirs.sdp().media(),
                theirs.stream().index(),
                direction);
        return new Negotiated(
                new Outcome.Described(SdpRole.ANSWER, media.describe(leg, negotiation, direction)), Optional.of(media));
    }

    private void tell(CallId call, String leg, AudioStream stream, Agreement agreement) throws NoAnswer {
        done(rtpengine.remote(call, leg, Reduced.of(stream, agreement), Player.OFF, RtpSource.LEARNED));
    }

    private LocalEnd create(CallId call, String leg, List<String> codecs) throws NoAnswer, BadSdp {
        NgReply.Done created = done(rtpengine.create(call, leg, codecs, Player.OFF));
        return LocalEnd.in(created.fields().text("sdp").orElse(""));
    }

    /** What is agreed comes before all else, so that a new offer changes no codec without need. */
    private List<List<String>> keeping(LegMedia media) {
        return media.agreement()
                .map(agreed -> {
                    var ranks = new ArrayList<List<String>>();
                    ranks.add(List.of(agreed.audio().name()));
                    ranks.addAll(preferences);
                    return List.copyOf(ranks);
                })
                .orElse(preferences);
    }

    static NgReply.Done done(NgReply reply) throws NoAnswer {
        return switch (reply) {
            case NgReply.Done done -> done;
            case NgReply.Refused(String reason) -> throw new NoAnswer("rtpengine refused: " + reason);
            case NgReply.Silent() -> throw new NoAnswer("rtpengine did not answer");
        };
    }

    private static Negotiated refused(MediaFailure reason, Exception cause) {
        return new Negotiated(new Outcome.Failed(reason, String.valueOf(cause.getMessage())), Optional.empty());
    }

    private static Negotiated unchanged(MediaFailure reason, Exception cause, LegMedia media) {
        return new Negotiated(new Outcome.Failed(reason, String.valueOf(cause.getMessage())), Optional.of(media));
    }
}

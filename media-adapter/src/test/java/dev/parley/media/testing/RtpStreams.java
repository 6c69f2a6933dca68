package dev.parley.media.testing;

import dev.parley.contracts.id.LegId;
import dev.parley.media.ng.NgReply;
import dev.parley.media.ng.NgValue;
import dev.parley.media.ng.NgValue.Dictionary;
import dev.parley.media.rtpengine.CallId;
import dev.parley.media.rtpengine.Rtpengine;
import java.util.List;
import java.util.stream.Stream;

/** The RTP streams of one rtpengine call, read from the reply to the ng command {@code query}. */
public final class RtpStreams {
    private static final NgValue RTP = new NgValue.Text("RTP");
    private static final NgValue CONFIRMED = new NgValue.Text("confirmed");

    private final Rtpengine rtpengine;
    private final CallId call;

    public RtpStreams(Rtpengine rtpengine, CallId call) {
        this.rtpengine = rtpengine;
        this.call = call;
    }

    /** The ports on which rtpengine receives RTP for any party of the call. */
    public List<Integer> localPorts() {
        return tags().entries().values().stream()
                .flatMap(RtpStreams::streams)
                .flatMap(stream -> stream.number("local port").stream())
                .map(Math::toIntExact)
                .toList();
    }

    /** Whether rtpengine has settled on the address that the leg's RTP comes from. */
    public boolean isConfirmed(LegId leg) {
        return streams(tags().dictionary(leg.value()))
                .anyMatch(stream -> stream.sequence("flags").contains(CONFIRMED));
    }

    private Dictionary tags() {
        if (rtpengine.query(call) instanceof NgReply.Done(Dictionary fields)) {
            return fields.dictionary("tags");
        }
        throw new AssertionError("rtpengine does not know the call " + call.value());
    }

    private static Stream<Dictionary> streams(NgValue tag) {
        return dictionaries(tag, "medias")
                .flatMap(media -> dictionaries(media, "streams"))
                .filter(stream -> stream.sequence("flags").contains(RTP));
    }

    private static Stream<Dictionary> dictionaries(NgValue in, String field) {
        return in instanceof Dictionary fields
                ? fields.sequence(field).stream()
                        .filter(Dictionary.class::isInstance)
                        .map(Dictionary.class::cast)
                : Stream.empty();
    }
}

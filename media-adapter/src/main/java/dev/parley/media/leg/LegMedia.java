package dev.parley.media.leg;

import dev.parley.media.sdp.Agreement;
import dev.parley.media.sdp.Codec;
import dev.parley.media.sdp.Direction;
import dev.parley.media.sdp.LocalEnd;
import dev.parley.media.sdp.MediaLine;
import dev.parley.media.sdp.OwnDescription;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of a leg's media.
 *
 * @param agreement empty until the other side has answered our first offer
 * @param lines the media lines of the session, all but ours refused
 * @param index which of them is ours
 * @param direction of our next description: the mirror of what the other side said last
 */
public record LegMedia(
        LocalEnd local, Optional<Agreement> agreement, List<MediaLine> lines, int index, Direction direction) {

    public LegMedia {
        lines = List.copyOf(lines);
    }

    /** A leg that we offer to; nothing is agreed. */
    static LegMedia offering(LocalEnd local) {
        return new LegMedia(local, Optional.empty(), List.of(), 0, Direction.SENDRECV);
    }

    /** The codecs that may be spoken of now: the agreed one, or all that we offer. */
    List<Codec> codecs() {
        return agreement.map(Agreement::codecs).orElse(local.codecs());
    }

    /**
     * Our SDP.
     *
     * @param leg names the session
     * @param negotiation grows with every exchange, and the version with it: the same after a restart
     */
    String describe(String leg, long negotiation, Direction stream) {
        long session =
                UUID.nameUUIDFromBytes(leg.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits() >>> 2;
        return new OwnDescription(session, negotiation + 1, local, lines, index, codecs(), stream).toString();
    }
}

package dev.parley.media.leg;

import dev.parley.contracts.call.CallCommand.MediaFailure;
import dev.parley.contracts.media.SdpRole;

/** What came of one exchange of SDP. */
public sealed interface Outcome {

    /** Our side has this to say. */
    record Described(SdpRole role, String sdp) implements Outcome {}

    /** Agreed, and nothing to say: the other side has answered our offer. */
    record Settled() implements Outcome {}

    record Failed(MediaFailure reason, String detail) implements Outcome {}
}

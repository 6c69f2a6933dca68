package dev.parley.media.leg;

import dev.parley.media.sdp.Agreement;
import dev.parley.media.sdp.AudioStream;
import dev.parley.media.sdp.BadSdp;
import dev.parley.media.sdp.Codec;
import dev.parley.media.sdp.SessionDescription;
import java.util.List;

/** An offer that we understand and can answer. */
record Theirs(SessionDescription sdp, AudioStream stream, Agreement agreement) {

    static Theirs in(String offer, List<List<String>> preferences) throws BadSdp, NothingInCommon {
        SessionDescription sdp = SessionDescription.parse(offer);
        AudioStream stream = AudioStream.in(sdp).orElseThrow(NothingInCommon::new);
        Agreement agreement = Agreement.on(stream.codecs(), preferences).orElseThrow(NothingInCommon::new);
        return new Theirs(sdp, stream, agreement);
    }

    List<String> specifications() {
        return agreement.codecs().stream().map(Codec::specification).toList();
    }
}

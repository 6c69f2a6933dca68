package dev.parley.callcontrol.sip;

import javax.sip.header.CSeqHeader;

/** Number and method of a request, repeated in its responses (RFC 3261 §20.16). */
public record CSeq(long number, String method) {
    static CSeq parse(Headers headers) {
        return headers.first("CSeq")
                .flatMap(value -> Grammar.header("CSeq", value, CSeqHeader.class))
                .map(header -> new CSeq(header.getSeqNumber(), header.getMethod()))
                .orElse(new CSeq(0, ""));
    }
}

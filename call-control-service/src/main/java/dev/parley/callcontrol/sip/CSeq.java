package dev.parley.callcontrol.sip;

/** Number and method of a request, repeated in its responses (RFC 3261 §20.16). */
public record CSeq(long number, String method) {
    static CSeq parse(Headers headers) {
        String[] parts = headers.first("CSeq").orElse("0 NONE").strip().split("\\s+", 2);
        try {
            return new CSeq(Long.parseLong(parts[0]), parts.length > 1 ? parts[1] : "");
        } catch (NumberFormatException e) {
            return new CSeq(0, "");
        }
    }
}

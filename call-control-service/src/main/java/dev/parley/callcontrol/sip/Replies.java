package dev.parley.callcontrol.sip;

import java.util.Map;
import java.util.Set;

/** Makes responses to requests (RFC 3261 §8.2.6). */
public final class Replies {
    /** What we understand; sent with every 2xx, 405 and OPTIONS answer. */
    public static final String ALLOW = "INVITE, ACK, BYE, CANCEL, OPTIONS, UPDATE, INFO";

    private static final Set<String> COPIED = Set.of("via", "from", "call-id", "cseq");
    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(100, "Trying"),
            Map.entry(180, "Ringing"),
            Map.entry(183, "Session Progress"),
            Map.entry(200, "OK"),
            Map.entry(400, "Bad Request"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(408, "Request Timeout"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(416, "Unsupported URI Scheme"),
            Map.entry(420, "Bad Extension"),
            Map.entry(422, "Session Interval Too Small"),
            Map.entry(480, "Temporarily Unavailable"),
            Map.entry(481, "Call/Transaction Does Not Exist"),
            Map.entry(482, "Loop Detected"),
            Map.entry(483, "Too Many Hops"),
            Map.entry(484, "Address Incomplete"),
            Map.entry(486, "Busy Here"),
            Map.entry(487, "Request Terminated"),
            Map.entry(488, "Not Acceptable Here"),
            Map.entry(491, "Request Pending"),
            Map.entry(500, "Server Internal Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(503, "Service Unavailable"),
            Map.entry(603, "Decline"));

    private Replies() {}

    /** A response; {@code toTag} is ours, and is ignored where the request already has a To tag and on 100. */
    public static SipResponse to(SipRequest request, int status, String toTag, Headers more) {
        Headers headers = Headers.NONE;
        for (Headers.Header field : request.headers().fields()) {
            if (COPIED.contains(field.name().toLowerCase(java.util.Locale.ROOT))) {
                headers = headers.with(field.name(), field.value());
            }
        }
        String to = request.headers().first("To").orElse("");
        boolean tagged = request.toTag().isPresent() || status == 100 || toTag.isEmpty();
        headers = headers.with("To", tagged ? to : to + ";tag=" + toTag);
        return new SipResponse(status, reason(status), headers.withAll(more), "");
    }

    public static SipResponse to(SipRequest request, int status, String toTag) {
        return to(request, status, toTag, Headers.NONE);
    }

    /** A response with SDP that makes or refreshes a dialog: it carries our Contact and the route that was recorded. */
    public static SipResponse withSdp(
            SipRequest request, int status, String toTag, String contact, String sdp, Headers more) {
        SipResponse plain = to(
                request,
                status,
                toTag,
                request.headers()
                        .only("Record-Route")
                        .with("Contact", contact)
                        .with("Allow", ALLOW)
                        .with("Content-Type", Sdp.CONTENT_TYPE)
                        .withAll(more));
        return new SipResponse(plain.status(), plain.reason(), plain.headers(), sdp);
    }

    public static String reason(int status) {
        return REASONS.getOrDefault(status, status < 500 ? "Request Failure" : "Server Failure");
    }
}

package dev.parley.callcontrol.sip;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is wrong with a request before anybody looks at what it wants (RFC 3261 §8.2). */
public final class Screening {
    private static final Set<String> ALLOWED = Set.of("INVITE", "ACK", "BYE", "CANCEL", "OPTIONS", "UPDATE", "INFO");
    private static final Set<String> KNOWN =
            Set.of("REGISTER", "PRACK", "SUBSCRIBE", "NOTIFY", "PUBLISH", "MESSAGE", "REFER");
    private static final List<String> SUPPORTED = List.of("timer");

    private Screening() {}

    /** The answer to a request that cannot be taken; empty when it can. Never for ACK and CANCEL, which take none. */
    public static Optional<SipResponse> refuse(SipRequest request, String toTag, Duration minimumSession) {
        if (request.is("ACK") || request.is("CANCEL")) {
            return Optional.empty();
        }
        if (!ALLOWED.contains(request.method())) {
            int status = KNOWN.contains(request.method()) ? 405 : 501;
            return answer(request, status, toTag, Headers.NONE.with("Allow", Replies.ALLOW));
        }
        if (request.headers().first("Max-Forwards").map("0"::equals).orElse(false) && !request.is("OPTIONS")) {
            return answer(request, 483, toTag, Headers.NONE);
        }
        List<String> foreign = request.headers().tokens("Require").stream()
                .filter(option -> !SUPPORTED.contains(option))
                .toList();
        if (!foreign.isEmpty()) {
            return answer(request, 420, toTag, Headers.NONE.with("Unsupported", String.join(", ", foreign)));
        }
        boolean session = request.is("INVITE") || request.is("UPDATE");
        if (session && hasForeignBody(request)) {
            return answer(request, 415, toTag, Headers.NONE.with("Accept", Sdp.CONTENT_TYPE));
        }
        boolean tooShort = session
                && request.headers()
                        .first("Session-Expires")
                        .flatMap(SessionTimer::seconds)
                        .map(asked -> asked.compareTo(minimumSession) < 0)
                        .orElse(false);
        return tooShort
                ? answer(request, 422, toTag, Headers.NONE.with("Min-SE", String.valueOf(minimumSession.toSeconds())))
                : Optional.empty();
    }

    private static boolean hasForeignBody(SipRequest request) {
        return !request.body().isBlank()
                && !request.headers()
                        .first("Content-Type")
                        .map(type -> type.toLowerCase(Locale.ROOT).startsWith(Sdp.CONTENT_TYPE))
                        .orElse(false);
    }

    private static Optional<SipResponse> answer(SipRequest request, int status, String toTag, Headers more) {
        return Optional.of(Replies.to(request, status, toTag, more));
    }
}

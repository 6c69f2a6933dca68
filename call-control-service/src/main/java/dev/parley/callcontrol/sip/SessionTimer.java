package dev.parley.callcontrol.sip;

import java.time.Duration;
import java.util.Optional;

/**
 * What was agreed about session timers (RFC 4028).
 *
 * @param interval the session ends unless it is refreshed within this time
 * @param weRefresh whether the refreshes are ours to send
 * @param byUpdate whether the party takes UPDATE, which leaves the SDP alone
 */
public record SessionTimer(Duration interval, boolean weRefresh, boolean byUpdate) {
    private static final Duration EARLY = Duration.ofSeconds(32);
    private static final int UNREFRESHED_SHARE = 3;

    /** What the INVITE or UPDATE asks for, or our own wish where it asks for nothing (§9). */
    public static SessionTimer answering(SipRequest request, Duration otherwise) {
        boolean theyCan = request.headers().tokens("Supported").contains("timer");
        Optional<String> asked = request.headers().first("Session-Expires");
        // A party that asks for the timer but names no refresher gets the part itself when it can play it.
        boolean weRefresh = asked.flatMap(value -> NameAddress.parameter(value, "refresher"))
                .map(refresher -> refresher.equalsIgnoreCase("uas"))
                .orElse(!theyCan);
        return new SessionTimer(
                asked.flatMap(SessionTimer::seconds).orElse(otherwise), weRefresh, update(request.headers()));
    }

    /** What the 2xx to our INVITE or UPDATE agrees to; without a word about it the refreshing is ours alone (§7.2). */
    public static SessionTimer answeredBy(SipResponse response, Duration asked) {
        Optional<String> agreed = response.headers().first("Session-Expires");
        boolean weRefresh = agreed.flatMap(value -> NameAddress.parameter(value, "refresher"))
                .map(refresher -> refresher.equalsIgnoreCase("uac"))
                .orElse(true);
        return new SessionTimer(
                agreed.flatMap(SessionTimer::seconds).orElse(asked), weRefresh, update(response.headers()));
    }

    private static boolean update(Headers headers) {
        return headers.tokens("Allow").contains("UPDATE");
    }

    public static Optional<Duration> seconds(String value) {
        String number = value.split(";", 2)[0].strip();
        try {
            return Optional.of(Duration.ofSeconds(Long.parseLong(number)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** When we refresh, or, if that is not ours to do, when we give the session up (§10). */
    public Duration due() {
        Duration third = interval.dividedBy(UNREFRESHED_SHARE);
        return weRefresh ? interval.dividedBy(2) : interval.minus(third.compareTo(EARLY) < 0 ? third : EARLY);
    }

    /** The header fields of our 2xx as the UAS. */
    public Headers asAnswer() {
        String refresher = weRefresh ? "uas" : "uac";
        Headers headers = Headers.NONE
                .with("Supported", "timer")
                .with("Session-Expires", interval.toSeconds() + ";refresher=" + refresher);
        return weRefresh ? headers : headers.with("Require", "timer");
    }

    /** The header fields of a refresh of ours. */
    public Headers asRefresh() {
        return Headers.NONE
                .with("Supported", "timer")
                .with("Session-Expires", interval.toSeconds() + ";refresher=" + (weRefresh ? "uac" : "uas"));
    }
}

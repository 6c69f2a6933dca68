package dev.parley.callcontrol.sip;

import gov.nist.javax.sip.header.extensions.MinSE;
import gov.nist.javax.sip.header.extensions.SessionExpires;
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
    /** Seconds; §5 allows no less. */
    private static final int SHORTEST = 90;

    /**
     * What the INVITE or UPDATE asks for, or our own wish where it asks for nothing (§9). Less than the shortest that is
     * allowed is asked for only by a proxy of a party without timers, and is not meant for it: whoever has timers gets 422.
     */
    public static SessionTimer answering(SipRequest request, Duration otherwise) {
        boolean theyCan = request.headers().tokens("Supported").contains("timer");
        Optional<SessionExpires> asked = asked(request.headers());
        // A party that asks for the timer but names no refresher gets the part itself when it can play it.
        boolean weRefresh = asked.flatMap(SessionTimer::refresher)
                .map(refresher -> refresher.equalsIgnoreCase("uas"))
                .orElse(!theyCan);
        return new SessionTimer(interval(asked).orElse(otherwise), weRefresh || !theyCan, update(request.headers()));
    }

    /** What the 2xx to our INVITE or UPDATE agrees to; without a word about it the refreshing is ours alone (§7.2). */
    public static SessionTimer answeredBy(SipResponse response, Duration asked) {
        Optional<SessionExpires> agreed = asked(response.headers());
        boolean weRefresh = agreed.flatMap(SessionTimer::refresher)
                .map(refresher -> refresher.equalsIgnoreCase("uac"))
                .orElse(true);
        return new SessionTimer(interval(agreed).orElse(asked), weRefresh, update(response.headers()));
    }

    private static Optional<SessionExpires> asked(Headers headers) {
        return headers.first("Session-Expires")
                .flatMap(value -> Grammar.header("Session-Expires", value, SessionExpires.class));
    }

    private static Optional<String> refresher(SessionExpires header) {
        return Optional.ofNullable(header.getRefresher());
    }

    private static Optional<Duration> interval(Optional<SessionExpires> header) {
        return header.map(there -> Duration.ofSeconds(Math.max(there.getExpires(), SHORTEST)));
    }

    /** The interval that the message names, whatever it is. */
    static Optional<Duration> wanted(Headers headers) {
        return asked(headers).map(header -> Duration.ofSeconds(header.getExpires()));
    }

    /** Min-SE (§5): the shortest interval that whoever sent this takes. */
    public static Optional<Duration> minimum(Headers headers) {
        return headers.first("Min-SE")
                .flatMap(value -> Grammar.header("Min-SE", value, MinSE.class))
                .map(header -> Duration.ofSeconds(Math.max(header.getExpires(), SHORTEST)));
    }

    private static boolean update(Headers headers) {
        return headers.tokens("Allow").contains("UPDATE");
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

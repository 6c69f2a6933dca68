package dev.parley.conference.domain;

import java.util.Optional;

/**
 * Who asks something of a conference.
 *
 * @param member who pressed the keys; none: the API asks
 */
record Asker(Cause cause, Optional<Leg.Member> member) {
    static final Asker API = new Asker(Cause.API, Optional.empty());

    static Asker atKeypad(Leg.Member member) {
        return new Asker(Cause.KEYPAD, Optional.of(member));
    }
}

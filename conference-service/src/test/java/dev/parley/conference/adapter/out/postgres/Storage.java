package dev.parley.conference.adapter.out.postgres;

import dev.parley.conference.domain.ConferenceState;
import dev.parley.contracts.media.DigitSeal;

/** What a state is after it was stored and another process has read it. */
public final class Storage {
    private static final StateJson JSON = new StateJson(new DigitSeal("000102030405060708090a0b0c0d0e0f"));

    private Storage() {}

    public static ConferenceState andBack(ConferenceState state) {
        return JSON.read(JSON.write(state));
    }
}

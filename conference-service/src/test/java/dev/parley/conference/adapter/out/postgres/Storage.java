package dev.parley.conference.adapter.out.postgres;

import dev.parley.conference.domain.ConferenceState;

/** What a state is after it was stored and another process has read it. */
public final class Storage {
    private Storage() {}

    public static ConferenceState andBack(ConferenceState state) {
        return StateJson.read(StateJson.write(state));
    }
}

package dev.parley.conference.domain;

import java.util.EnumSet;
import java.util.Set;

/**
 * What keeps a participant from being heard or from hearing, beside its phone.
 *
 * @param onHold whether a moderator lets it wait with music
 */
public record Voice(
        boolean mutedBySelf, boolean mutedByModerator, boolean mutedByPolicy, boolean deaf, boolean onHold) {
    static final Voice FREE = new Voice(false, false, false, false, false);

    boolean isMuted() {
        return mutedBySelf || mutedByModerator || mutedByPolicy;
    }

    public Set<Muting> muting() {
        Set<Muting> muting = EnumSet.noneOf(Muting.class);
        for (Muting by : Muting.values()) {
            if (isMuted(by)) {
                muting.add(by);
            }
        }
        return muting;
    }

    boolean isMuted(Muting by) {
        return switch (by) {
            case SELF -> mutedBySelf;
            case MODERATOR -> mutedByModerator;
            case POLICY -> mutedByPolicy;
        };
    }

    Voice withMuting(Muting by, boolean on) {
        return switch (by) {
            case SELF -> new Voice(on, mutedByModerator, mutedByPolicy, deaf, onHold);
            case MODERATOR -> new Voice(mutedBySelf, on, mutedByPolicy, deaf, onHold);
            case POLICY -> new Voice(mutedBySelf, mutedByModerator, on, deaf, onHold);
        };
    }

    Voice withDeaf(boolean on) {
        return new Voice(mutedBySelf, mutedByModerator, mutedByPolicy, on, onHold);
    }

    Voice withOnHold(boolean on) {
        return new Voice(mutedBySelf, mutedByModerator, mutedByPolicy, deaf, on);
    }
}

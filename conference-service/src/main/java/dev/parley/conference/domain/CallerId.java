package dev.parley.conference.domain;

import java.util.Optional;

/**
 * Under which number somebody is called.
 *
 * @param number an extension, which presents what is set for it, or a number of the tenant's; none: the tenant's own
 * @param withheld whether the called party is not told it; none: as is set for the extension
 */
public record CallerId(Optional<String> number, Optional<Boolean> withheld) {
    /** The tenant's own. */
    public static final CallerId NONE = new CallerId(Optional.empty(), Optional.empty());

    /** As is set for the number. */
    public static CallerId of(String number) {
        return new CallerId(Optional.of(number), Optional.empty());
    }

    /**
     * On behalf of somebody who is in. The number of somebody from outside is not the tenant's to present.
     *
     * @param withheld what is wanted for this call; none: as it is in the conference
     */
    static CallerId of(Party asker, Optional<Boolean> withheld) {
        return new CallerId(
                Optional.of(asker.number()).filter(_ -> asker.inside()),
                withheld.or(() -> asker.withheld() ? Optional.of(true) : Optional.empty()));
    }

    /** Without the number. */
    @Override
    public String toString() {
        return "CallerId[withheld=" + withheld + "]";
    }
}

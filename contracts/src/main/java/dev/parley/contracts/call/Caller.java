package dev.parley.contracts.call;

import dev.parley.contracts.Required;
import java.util.Optional;

/**
 * Who is at the other end of a leg, as the edge has verified it.
 *
 * @param origin where the call comes from
 * @param number extension number of a phone, or the number that a trunk presents
 * @param name display name, where there is one
 * @param trunk the trunk it came over, when {@code origin} is {@code TRUNK}
 * @param source the address it came from, as the edge saw it: guessing is counted by it, too
 */
public record Caller(
        Origin origin, String number, Optional<String> name, Optional<String> trunk, Optional<String> source) {
    public enum Origin {
        /** An authenticated account of the tenant. */
        PHONE,
        /** A recognised trunk: an outside party. */
        TRUNK
    }

    public Caller {
        Required.field(origin, "caller.origin");
        Required.field(number, "caller.number");
    }

    /** A caller whose address is not known. */
    public Caller(Origin origin, String number, Optional<String> name, Optional<String> trunk) {
        this(origin, number, name, trunk, Optional.empty());
    }
}

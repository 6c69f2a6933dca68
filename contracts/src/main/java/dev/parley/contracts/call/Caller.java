package dev.parley.contracts.call;

import dev.parley.contracts.Required;
import java.util.Optional;

/**
 * Who is at the other end of a leg, as the edge has verified it.
 *
 * <p>Whoever passes a caller on to anybody but the provider takes {@link #shownNumber()} and {@link #shownName()}.
 *
 * @param origin where the call comes from
 * @param number extension number of a phone, or the number that a trunk presents
 * @param name display name, where there is one
 * @param trunk the trunk it came over, when {@code origin} is {@code TRUNK}
 * @param source the address it came from, as the edge saw it: guessing is counted by it, too
 * @param withheld whether it withholds its identity (RFC 3323, RFC 3325): then number and name are for the provider's
 *     records only; none, also from writers that knew of none: it does not
 */
public record Caller(
        Origin origin,
        String number,
        Optional<String> name,
        Optional<String> trunk,
        Optional<String> source,
        Optional<Boolean> withheld) {
    /** In place of a number that is withheld, or that is not known. */
    public static final String ANONYMOUS = "anonymous";

    public enum Origin {
        /** An authenticated account of the tenant. */
        PHONE,
        /** A recognised trunk: an outside party. */
        TRUNK
    }

    public Caller {
        Required.field(origin, "caller.origin");
        Required.field(number, "caller.number");
        withheld = withheld.filter(Boolean::booleanValue);
    }

    /** A caller who does not withhold its identity. */
    public Caller(
            Origin origin, String number, Optional<String> name, Optional<String> trunk, Optional<String> source) {
        this(origin, number, name, trunk, source, Optional.empty());
    }

    /** A caller whose address is not known. */
    public Caller(Origin origin, String number, Optional<String> name, Optional<String> trunk) {
        this(origin, number, name, trunk, Optional.empty());
    }

    /** Whether nobody but the provider may know who calls, or nobody knows. */
    public boolean anonymous() {
        return withheld.isPresent() || number.equals(ANONYMOUS);
    }

    /** The number as others may see it. */
    public String shownNumber() {
        return anonymous() ? ANONYMOUS : number;
    }

    /** The display name as others may see it. */
    public Optional<String> shownName() {
        return anonymous() ? Optional.empty() : name;
    }

    /** The same caller, withholding its identity or not. */
    public Caller withholding(boolean withholds) {
        return new Caller(origin, number, name, trunk, source, Optional.of(withholds));
    }
}

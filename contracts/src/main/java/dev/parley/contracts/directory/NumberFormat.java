package dev.parley.contracts.directory;

import dev.parley.contracts.Required;
import java.util.Optional;

/**
 * How a trunk's provider writes numbers, in both directions.
 *
 * @param countryCode without {@code +}, such as {@code 49}; {@code NATIONAL} needs it
 * @param nationalPrefix what precedes a number of the same country, such as {@code 0}; may be empty
 * @param internationalPrefix what precedes the country code, such as {@code 00}
 */
public record NumberFormat(
        Notation notation, Optional<String> countryCode, String nationalPrefix, String internationalPrefix) {
    /** {@code +493012345}: what holds where a trunk says nothing. */
    public static final NumberFormat DEFAULT = new NumberFormat(Notation.E164, Optional.empty(), "0", "00");

    /** By the example of {@code +493012345}. */
    public enum Notation {
        /** {@code +493012345}. */
        E164,
        /** {@code 493012345}. */
        E164_WITHOUT_PLUS,
        /** {@code 03012345} within the country, {@code 00}… to others. */
        NATIONAL
    }

    public NumberFormat {
        Required.field(notation, "numberFormat.notation");
        Required.field(nationalPrefix, "numberFormat.nationalPrefix");
        Required.field(internationalPrefix, "numberFormat.internationalPrefix");
        if (notation == Notation.NATIONAL && countryCode.isEmpty()) {
            throw new IllegalArgumentException("Expected the field 'numberFormat.countryCode'");
        }
    }
}

package dev.parley.contracts.directory;

import dev.parley.contracts.Required;
import java.util.Optional;

/**
 * How numbers are written on a trunk, in both directions. Within Parley they are E.164 with {@code +}.
 *
 * @param countryCode digits without {@code +}, such as 49; always there where the style is {@code NATIONAL}
 * @param nationalPrefix what precedes a number of the own country in the style {@code NATIONAL}, such as 0; may be empty
 * @param internationalPrefix what precedes the country code of another country in the style {@code NATIONAL}, such as 00
 */
public record NumberFormat(
        Style style, Optional<String> countryCode, String nationalPrefix, String internationalPrefix) {
    /** E.164 with {@code +}: what holds where a trunk says nothing. */
    public static final NumberFormat DEFAULT = new NumberFormat(Style.E164, Optional.empty(), "0", "00");

    public NumberFormat {
        Required.field(style, "style");
        Required.field(nationalPrefix, "nationalPrefix");
        Required.field(internationalPrefix, "internationalPrefix");
        if (style == Style.NATIONAL && countryCode.isEmpty()) {
            throw new IllegalArgumentException("Expected the field 'countryCode' where the style is NATIONAL");
        }
    }

    /** The way of writing. */
    public enum Style {
        /** {@code +49301234567}. */
        E164,
        /** {@code 49301234567}. */
        E164_WITHOUT_PLUS,
        /** {@code 0301234567} in the own country, {@code 0033…} in others. */
        NATIONAL
    }
}

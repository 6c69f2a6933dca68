package dev.parley.callcontrol.dialplan;

import dev.parley.contracts.directory.NumberFormat;

/**
 * Numbers as the provider behind a trunk writes them. What is no telephone number in E.164, such as an extension or a
 * service number of few digits, stays as it is.
 */
record TrunkNumbers(NumberFormat format) {
    private static final String PLUS = "+";

    String write(String number) {
        String international = international(number);
        if (!international.startsWith(PLUS)) {
            return number;
        }
        String digits = international.substring(1);
        return switch (format.style()) {
            case E164 -> international;
            case E164_WITHOUT_PLUS -> digits;
            case NATIONAL -> national(digits);
        };
    }

    private String national(String digits) {
        return format.countryCode()
                .filter(digits::startsWith)
                .map(code -> format.nationalPrefix() + digits.substring(code.length()))
                .orElseGet(() -> format.internationalPrefix() + digits);
    }

    /** With {@code +}, where the prefixes say what it would be. */
    private String international(String number) {
        if (number.startsWith(PLUS)) {
            return number;
        }
        if (isAfter(format.internationalPrefix(), number)) {
            return PLUS + number.substring(format.internationalPrefix().length());
        }
        return format.countryCode()
                .filter(_ -> isAfter(format.nationalPrefix(), number))
                .map(code ->
                        PLUS + code + number.substring(format.nationalPrefix().length()))
                .orElse(number);
    }

    private static boolean isAfter(String prefix, String number) {
        return !prefix.isEmpty() && number.startsWith(prefix) && number.length() > prefix.length();
    }
}

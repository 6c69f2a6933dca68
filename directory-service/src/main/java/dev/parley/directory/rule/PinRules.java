package dev.parley.directory.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * Which PINs are too easy to guess. PINs are tried at a telephone, so what counts is what people try first.
 *
 * @param minLength fewer digits are refused
 * @param refuseRepetitions 1111
 * @param refuseRuns 1234, 9876
 * @param refuseExtension the number that is dialled to be asked for it
 */
public record PinRules(int minLength, boolean refuseRepetitions, boolean refuseRuns, boolean refuseExtension) {
    /** What holds where a tenant has said nothing. */
    public static final PinRules DEFAULT = new PinRules(4, true, true, true);

    /** For worlds to try things in, whose PINs are known to everybody anyway. */
    public static final PinRules NONE = new PinRules(1, false, false, false);

    /** What is wrong with a PIN; its digits are never told. */
    public List<Violation> check(String pointer, String pin, String extension) {
        List<Violation> violations = new ArrayList<>();
        if (pin.length() < minLength) {
            violations.add(weak(pointer, "has fewer than the " + minLength + " digits that the PIN policy asks for"));
        }
        if (refuseRepetitions && pin.chars().distinct().count() == 1) {
            violations.add(weak(pointer, "is one digit repeated"));
        }
        if (refuseRuns && isRun(pin)) {
            violations.add(weak(pointer, "is a run of digits, such as 1234 or 9876"));
        }
        if (refuseExtension && pin.equals(extension)) {
            violations.add(weak(pointer, "is the extension's own number"));
        }
        return violations;
    }

    private static boolean isRun(String pin) {
        return pin.length() > 1 && (goesBy(pin, 1) || goesBy(pin, 9));
    }

    /** Modulo ten: 7890 is a run as people see it, and so is 3210. */
    private static boolean goesBy(String pin, int step) {
        for (int at = 1; at < pin.length(); at++) {
            if ((pin.charAt(at - 1) - '0' + step) % 10 != pin.charAt(at) - '0') {
                return false;
            }
        }
        return true;
    }

    private static Violation weak(String pointer, String why) {
        return new Violation(pointer, "weak_pin", "Expected a PIN that is hard to guess, but it " + why);
    }
}

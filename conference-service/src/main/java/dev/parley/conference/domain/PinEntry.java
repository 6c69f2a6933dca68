package dev.parley.conference.domain;

/**
 * The keys pressed so far in one try to enter a PIN. They show up in no text (R3).
 *
 * @param attempt counts from 1
 * @param pausing whether the answer to the last try is being held back, because there was too much guessing
 */
public record PinEntry(int attempt, String digits, boolean pausing) {
    private static final int MOST_DIGITS = 32;

    /** One that is being entered. */
    public PinEntry(int attempt, String digits) {
        this(attempt, digits, false);
    }

    static PinEntry first() {
        return new PinEntry(1, "");
    }

    PinEntry plus(char digit) {
        return new PinEntry(attempt, digits + digit);
    }

    PinEntry cleared() {
        return new PinEntry(attempt, "");
    }

    PinEntry next(boolean pause) {
        return new PinEntry(attempt + 1, "", pause);
    }

    boolean isEmpty() {
        return digits.isEmpty();
    }

    /** Nobody has a longer PIN; somebody who leans on a key must not fill our memory. */
    boolean isFull() {
        return digits.length() >= MOST_DIGITS;
    }

    @Override
    public String toString() {
        return "PinEntry[attempt=" + attempt + ", pausing=" + pausing + "]";
    }
}

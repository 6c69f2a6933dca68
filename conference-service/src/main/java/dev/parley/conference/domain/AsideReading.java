package dev.parley.conference.domain;

/**
 * What the keys come to of somebody who is aside. Before a number is called they are its digits, ended by {@code #} or 3 s
 * of silence; afterwards they are meant for the called party. A {@code *} is kept until it is known what follows: {@code #}
 * and {@code *} make it a wish of one's own, anything else, or 3 s of silence, does not.
 */
sealed interface AsideReading {
    int LONGEST_NUMBER = 32;

    /** May become something. */
    record More(String keys) implements AsideReading {
        /** Without the keys, which may be a number. */
        @Override
        public String toString() {
            return "More[]";
        }
    }

    record Call(String number) implements AsideReading {
        /** Without the number. */
        @Override
        public String toString() {
            return "Call[]";
        }
    }

    record Return() implements AsideReading {}

    record Merge() implements AsideReading {}

    /** Meant for the called party. */
    record PassOn(String keys) implements AsideReading {
        /** Without the keys, which may be a secret of theirs. */
        @Override
        public String toString() {
            return "PassOn[]";
        }
    }

    record Nothing() implements AsideReading {}

    static AsideReading press(boolean collecting, String collected, char key) {
        boolean starred = collected.equals("*");
        if (starred && key == '#') {
            return new Return();
        }
        if (starred && key == '*') {
            return new Merge();
        }
        if (!collecting) {
            return key == '*' ? new More("*") : new PassOn(collected + key);
        }
        String digits = starred ? "" : collected;
        return switch (key) {
            case '*' -> new More("*");
            case '#' -> digits.isEmpty() ? new Nothing() : new Call(digits);
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                digits.length() < LONGEST_NUMBER ? new More(digits + key) : new Nothing();
            default -> new Nothing();
        };
    }

    /** What it comes to that no key follows. */
    static AsideReading silence(boolean collecting, String collected) {
        if (collected.isEmpty() || (collecting && collected.equals("*"))) {
            return new Nothing();
        }
        return collecting ? new Call(collected) : new PassOn(collected);
    }
}

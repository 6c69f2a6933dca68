package dev.parley.conference.domain;

import java.util.Arrays;
import java.util.Optional;

/** What the keys mean while a PIN is entered (R3); no key map changes that. */
public enum EntryKey {
    DIGIT("0123456789", "a digit of the PIN"),
    END("#", "the PIN is complete"),
    START_OVER("*", "start over");

    private final String keys;
    private final String meaning;

    EntryKey(String keys, String meaning) {
        this.keys = keys;
        this.meaning = meaning;
    }

    public String keys() {
        return keys;
    }

    public String meaning() {
        return meaning;
    }

    static Optional<EntryKey> of(char key) {
        return Arrays.stream(values())
                .filter(entry -> entry.keys.indexOf(key) >= 0)
                .findFirst();
    }
}

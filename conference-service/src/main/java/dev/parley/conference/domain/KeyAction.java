package dev.parley.conference.domain;

import static dev.parley.conference.domain.KeyState.MODERATOR;
import static dev.parley.conference.domain.KeyState.OWNER;
import static dev.parley.conference.domain.KeyState.PARTICIPANT;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that keys can do in a conference: in which state, and how it is keyed. With {@link KeyMap}, which says by
 * which keys, this is the whole digit grammar; {@code docs/keys.md} is held against both.
 */
public enum KeyAction {
    MUTE_SELF(Form.PLAIN, "mute or unmute yourself", PARTICIPANT, MODERATOR, OWNER),
    INVITE(Form.NUMBER, "call somebody into the conference", PARTICIPANT, MODERATOR, OWNER),
    DROP_INVITED(Form.PLAIN, "drop whom you called last", PARTICIPANT, MODERATOR, OWNER),
    CONSULT(Form.PLAIN, "go aside, to call somebody in private", MODERATOR, OWNER),
    HEAD_COUNT(Form.PLAIN, "hear how many are in", MODERATOR, OWNER),
    DROP_LAST(Form.PLAIN, "send away who joined last", MODERATOR, OWNER),
    MUTE_ALL(Form.PLAIN, "mute all who are no moderators, and whoever joins later", MODERATOR, OWNER),
    UNMUTE_ALL(Form.PLAIN, "take that back", MODERATOR, OWNER),
    LOCK(Form.PLAIN, "lock the room", MODERATOR, OWNER),
    UNLOCK(Form.PLAIN, "unlock the room", MODERATOR, OWNER),
    TOGGLE_LOCK(Form.PLAIN, "lock or unlock the room", MODERATOR, OWNER),
    START_RECORDING(Form.PLAIN, "start recording", MODERATOR, OWNER),
    STOP_RECORDING(Form.PLAIN, "stop recording", MODERATOR, OWNER),
    TOGGLE_RECORDING(Form.PLAIN, "start or stop recording", MODERATOR, OWNER),
    END_CONFERENCE(Form.CONFIRMED, "end the conference for all", MODERATOR, OWNER);

    /** How it is keyed. */
    public enum Form {
        /** The keys alone. */
        PLAIN(""),
        /** The keys, and {@code #} within 3 s: what cannot be undone must not happen by a slip. */
        CONFIRMED("#"),
        /** The keys and a number, ended by {@code #} or 3 s of silence. */
        NUMBER("NUMBER#");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }

        public String ending() {
            return ending;
        }
    }

    private final Form form;
    private final String meaning;

    @SuppressWarnings("ImmutableEnumChecker") // Never changed; the JDK has no immutable type of its own for it.
    private final Set<KeyState> states;

    KeyAction(Form form, String meaning, KeyState first, KeyState... more) {
        this.form = form;
        this.meaning = meaning;
        this.states = Collections.unmodifiableSet(EnumSet.of(first, more));
    }

    public Form form() {
        return form;
    }

    public String meaning() {
        return meaning;
    }

    /** Whether it is allowed there; otherwise a prompt says that it is not (R5). */
    public boolean isAllowed(KeyState state) {
        return states.contains(state);
    }

    /** As key maps of tenants call it, such as {@code mute_all}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<KeyAction> ofCode(String code) {
        return Arrays.stream(values())
                .filter(action -> action.code().equals(code))
                .findFirst();
    }
}

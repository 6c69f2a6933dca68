package dev.parley.conference.domain;

import static dev.parley.conference.domain.KeyAction.CONSULT;
import static dev.parley.conference.domain.KeyAction.DROP_INVITED;
import static dev.parley.conference.domain.KeyAction.DROP_LAST;
import static dev.parley.conference.domain.KeyAction.END_CONFERENCE;
import static dev.parley.conference.domain.KeyAction.HEAD_COUNT;
import static dev.parley.conference.domain.KeyAction.INVITE;
import static dev.parley.conference.domain.KeyAction.LOCK;
import static dev.parley.conference.domain.KeyAction.MUTE_ALL;
import static dev.parley.conference.domain.KeyAction.MUTE_SELF;
import static dev.parley.conference.domain.KeyAction.TOGGLE_LOCK;
import static dev.parley.conference.domain.KeyAction.TOGGLE_RECORDING;
import static dev.parley.conference.domain.KeyAction.UNLOCK;
import static dev.parley.conference.domain.KeyAction.UNMUTE_ALL;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * By which keys what is done: data, not code (R5).
 *
 * <p>Keys are collected until they mean something. A key that continues nothing begins anew, so that {@code *} starts a
 * mistyped sequence over; 3 s of silence end a number, and throw away what has no meaning.
 *
 * @param keys a sequence of keys to what it does; without the {@code #} that confirms, and without the number
 */
public record KeyMap(Map<String, KeyAction> keys) {
    private static final int LONGEST_SEQUENCE = 40;

    public static final KeyMap DEFAULT = new KeyMap(Map.ofEntries(
            Map.entry("*1", MUTE_SELF),
            Map.entry("*8", INVITE),
            Map.entry("##", DROP_INVITED),
            Map.entry("*90", HEAD_COUNT),
            Map.entry("*91", DROP_LAST),
            Map.entry("*92", MUTE_ALL),
            Map.entry("*93", UNMUTE_ALL),
            Map.entry("*94", TOGGLE_LOCK),
            Map.entry("*95", TOGGLE_RECORDING),
            Map.entry("*99", END_CONFERENCE)));

    /** The presets, by name. */
    public static final Map<String, KeyMap> PRESETS = Map.of(
            "default", DEFAULT,
            "pairs", DEFAULT.with(Map.of("*94", LOCK, "*95", UNLOCK, "*96", TOGGLE_RECORDING)),
            "coovox", DEFAULT.with(Map.of("0", CONSULT)));

    public KeyMap {
        keys = Map.copyOf(keys);
    }

    /** What keys come to. */
    public sealed interface Reading {
        /** May become something. */
        record More(String keys) implements Reading {
            /** Without the keys, which may be a number. */
            @Override
            public String toString() {
                return "More[]";
            }
        }

        /**
         * Means this.
         *
         * @param number empty where the action takes none
         */
        record Does(KeyAction action, String number) implements Reading {
            /** Without the number. */
            @Override
            public String toString() {
                return "Does[action=" + action + "]";
            }
        }

        record Nothing() implements Reading {}
    }

    /**
     * A tenant's own: what it names replaces the keys that the default has for the same action. Names that this version
     * does not know are left out.
     */
    public static KeyMap ofTenant(Map<String, String> codes) {
        Map<String, KeyAction> own = new HashMap<>();
        codes.forEach((keys, code) -> KeyAction.ofCode(code).ifPresent(action -> own.put(keys, action)));
        Map<String, KeyAction> all = new HashMap<>(DEFAULT.keys);
        all.values().removeIf(own::containsValue);
        all.putAll(own);
        return new KeyMap(all);
    }

    /** For a dynamic room, whose administrator goes aside by {@code 0} unless the map says otherwise (R16). */
    public KeyMap withConsultations() {
        return keys.containsValue(CONSULT) || keys.containsKey("0") ? this : with(Map.of("0", CONSULT));
    }

    private KeyMap with(Map<String, KeyAction> changed) {
        Map<String, KeyAction> all = new HashMap<>(keys);
        all.putAll(changed);
        return new KeyMap(all);
    }

    Reading press(String collected, char key) {
        Optional<String> numbered = numbered(collected);
        if (numbered.isPresent()) {
            return dial(collected, key, numbered.get());
        }
        Optional<KeyAction> confirmed = key == '#' ? unconfirmed(collected) : Optional.empty();
        if (confirmed.isPresent()) {
            return new Reading.Does(confirmed.get(), "");
        }
        String typed = collected + key;
        if (isBeginning(typed)) {
            return new Reading.More(typed);
        }
        return find(typed).map(action -> begin(action, typed)).orElseGet(() -> startOver(collected, key));
    }

    private static Reading begin(KeyAction action, String typed) {
        return switch (action.form()) {
            case PLAIN -> new Reading.Does(action, "");
            case CONFIRMED, NUMBER -> new Reading.More(typed);
        };
    }

    private Reading startOver(String collected, char key) {
        return collected.isEmpty() ? new Reading.Nothing() : press("", key);
    }

    private Reading dial(String collected, char key, String begun) {
        String code = collected.substring(begun.length()) + key;
        if (isBeginningOfCode(code)) {
            return new Reading.More(collected + key);
        }
        // What has not become a code was the beginning of something else.
        if (code.startsWith("*")
                && key != '#'
                && ClirCode.read(code).withholds().isEmpty()) {
            return press(code.substring(0, code.length() - 1), key);
        }
        return switch (key) {
            case '#' -> numberAfter(begun, collected);
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                collected.length() < LONGEST_SEQUENCE ? new Reading.More(collected + key) : new Reading.Nothing();
            default -> startOver(collected, key);
        };
    }

    /** What it comes to that no key follows. */
    Reading silence(String collected) {
        Optional<KeyAction> plain = find(collected).filter(action -> action.form() == KeyAction.Form.PLAIN);
        if (plain.isPresent()) {
            return new Reading.Does(plain.get(), "");
        }
        return numbered(collected).map(begun -> numberAfter(begun, collected)).orElseGet(Reading.Nothing::new);
    }

    private Reading numberAfter(String begun, String collected) {
        String number = collected.substring(begun.length());
        String called = ClirCode.read(number).number();
        return called.isEmpty() || called.startsWith("*")
                ? new Reading.Nothing()
                : find(begun)
                        .<Reading>map(action -> new Reading.Does(action, number))
                        .orElseGet(Reading.Nothing::new);
    }

    /** Before a number that is dialled; not where keys that begin so have a meaning of their own. */
    private boolean isBeginningOfCode(String typed) {
        return ClirCode.isBeginning(typed)
                && (typed.length() == 1 || keys.keySet().stream().noneMatch(known -> known.startsWith("*3")));
    }

    /** What these keys ask to be confirmed, if they do. */
    Optional<KeyAction> unconfirmed(String collected) {
        return find(collected).filter(action -> action.form() == KeyAction.Form.CONFIRMED);
    }

    /** The keys before the number that is being dialled. */
    private Optional<String> numbered(String collected) {
        return keys.entrySet().stream()
                .filter(entry -> entry.getValue().form() == KeyAction.Form.NUMBER)
                .map(Map.Entry::getKey)
                .filter(collected::startsWith)
                .findFirst();
    }

    private Optional<KeyAction> find(String typed) {
        return Optional.ofNullable(keys.get(typed));
    }

    private boolean isBeginning(String typed) {
        return keys.keySet().stream().anyMatch(known -> known.startsWith(typed) && known.length() > typed.length());
    }
}

package dev.parley.directory.rule;

/** How names and numbers are written. */
public final class Form {
    /** Part of paths, keys and host names; no spaces, nothing to escape. */
    public static final String NAME = "[a-z0-9][a-z0-9-]{0,62}";

    public static final String NAME_SAYS = "must be 1 to 63 small letters, digits and hyphens, and not begin with one";

    public static final String EXTENSION = "[0-9]{1,15}";

    public static final String EXTENSION_SAYS = "must be 1 to 15 digits";

    /** E.164. */
    public static final String NUMBER = "[+][0-9]{3,15}";

    public static final String NUMBER_SAYS = "must be + and 3 to 15 digits";

    /** Anywhere a call can go. */
    public static final String DESTINATION = "[+][0-9]{3,15}|[0-9]{1,15}";

    public static final String DESTINATION_SAYS =
            "must be an extension (1 to 15 digits) or an outside number (+ and 3 to 15 digits)";

    /** What numbers begin with. */
    public static final String PREFIX = "[+]?[0-9]{0,15}";

    public static final String PREFIX_SAYS = "must be up to 15 digits, with or without a +";

    /** Whose number begins so, or who shows none. */
    public static final String CALLERS = "[+]?[0-9]{0,15}|anonymous";

    public static final String CALLERS_SAYS = "must be up to 15 digits, with or without a +, or 'anonymous'";

    public static final String PIN = "[0-9]{1,16}";

    public static final String PIN_SAYS = "must be 1 to 16 digits";

    /** For people to read: anything but control characters. */
    public static final String TEXT = "[^\\x00-\\x1f\\x7f]*";

    public static final String TEXT_SAYS = "must not have control characters";

    public static final String PROMPT = "[a-z0-9][a-z0-9-]{0,62}";

    private Form() {}

    /** Whether a destination is one of the tenant's own. */
    public static boolean isInside(String destination) {
        return !destination.startsWith("+");
    }
}

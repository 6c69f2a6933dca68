package dev.parley.conference.domain;

/**
 * Who is at the other end of a leg, as the edge has verified it.
 *
 * <p>Whatever is told to anybody takes {@link #shown()}.
 *
 * @param number of the extension, or as a trunk presents it: by it we know whose rights it has, and count guesses
 * @param inside whether it is an extension of the tenant
 * @param source where the call comes from: guessing is counted by it, too
 * @param withheld whether it withholds its number (RFC 3323), which then nobody is told
 */
public record Party(String number, boolean inside, String source, boolean withheld) {
    /** In place of a number that is withheld. */
    public static final String ANONYMOUS = "anonymous";

    /** Somebody who shows its number. */
    public Party(String number, boolean inside, String source) {
        this(number, inside, source, false);
    }

    /** An extension that is called, or calls from its own phone. */
    public static Party extension(String number) {
        return new Party(number, true, number);
    }

    /** Somebody whom we call outside. */
    public static Party outside(String number) {
        return new Party(number, false, number);
    }

    /** The number as others may see it. */
    public String shown() {
        return withheld ? ANONYMOUS : number;
    }

    /** Without the number. */
    @Override
    public String toString() {
        return "Party[inside=" + inside + ", withheld=" + withheld + "]";
    }
}

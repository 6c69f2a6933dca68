package dev.parley.conference.domain;

/**
 * Who is at the other end of a leg, as the edge has verified it.
 *
 * @param number of the extension, or as a trunk presents it
 * @param inside whether it is an extension of the tenant
 * @param source where the call comes from: guessing is counted by it, too
 */
public record Party(String number, boolean inside, String source) {
    /** An extension that is called, or calls from its own phone. */
    public static Party extension(String number) {
        return new Party(number, true, number);
    }

    /** Somebody whom we call outside. */
    public static Party outside(String number) {
        return new Party(number, false, number);
    }
}

package dev.parley.media.mix;

/**
 * Where a leg sits in the mix.
 *
 * @param party the party that is mixed for it: the leg itself, or the inner end of its gateway
 */
public record Seat(String leg, String party) {

    /** A leg that is mixed as it is. */
    public static Seat direct(String leg) {
        return new Seat(leg, leg);
    }

    public boolean isDirect() {
        return leg.equals(party);
    }
}

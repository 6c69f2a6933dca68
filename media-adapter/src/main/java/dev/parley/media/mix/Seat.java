package dev.parley.media.mix;

/**
 * Where a leg sits in the mix.
 *
 * @param party the party that is mixed for it
 */
public record Seat(String leg, String party) {}

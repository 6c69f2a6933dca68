package dev.parley.media.mix;

/**
 * Where a leg sits in the mix.
 *
 * @param ear the party that is mixed for it
 * @param voice the party that others hear of it
 */
public record Seat(String leg, String ear, String voice) {}

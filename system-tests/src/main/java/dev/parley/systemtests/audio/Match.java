package dev.parley.systemtests.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A place at which a known sound is heard, in samples from the beginning of what was heard.
 *
 * <p>Looked for piece by piece: a busy machine stutters, and what comes a few milliseconds late is no longer like the
 * whole, but its pieces are like themselves.
 */
public record Match(int from, int to) {
    private static final int PIECE = AudioSource.RATE / 10;
    /** What is more alike than this is the same; 1 would be the same but for its loudness. */
    private static final double SAME = 0.7;
    // Of the pieces so many, so that sentences that begin alike are told apart.
    private static final double MOST = 0.75;
    // What is this much softer is a pause, or noise.
    private static final double SOFTEST = 0.05;
    private static final int EARLY = AudioSource.RATE / 50;
    private static final int LATE = 2 * AudioSource.RATE;

    /** A piece of the known sound, and where it is heard. */
    @SuppressWarnings("ArrayRecordComponent") // Pieces are never compared.
    private record Piece(int offset, int[] places) {}

    /** A piece at one of its places, and the most pieces that lead to it as they should. */
    private record Step(int piece, int offset, int place, int from, int length) {}

    /** Where the known sound is heard, each time; in the order of time. */
    public static List<Match> of(short[] known, short[] heard) {
        List<Piece> pieces = pieces(known, heard);
        long least = Math.round(MOST * pieces.size());
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            for (int place : pieces.get(i).places) {
                steps.add(step(i, pieces.get(i).offset, place, steps));
            }
        }
        List<Match> found = new ArrayList<>();
        steps.stream()
                .filter(step -> step.length >= least)
                .sorted(Comparator.comparingInt(Step::from).thenComparingInt(step -> -step.length))
                .map(step -> new Match(step.from, step.place + PIECE))
                .filter(match -> found.isEmpty() || match.from >= found.getLast().to)
                .forEachOrdered(found::add);
        return found;
    }

    private static Step step(int piece, int offset, int place, List<Step> before) {
        return before.stream()
                .filter(step -> step.piece < piece)
                .filter(step -> isDue(place, step.place + offset - step.offset))
                .max(Comparator.comparingInt(Step::length).thenComparingInt(Step::from))
                .map(step -> new Step(piece, offset, place, step.from, step.length + 1))
                .orElseGet(() -> new Step(piece, offset, place, place, 1));
    }

    private static boolean isDue(int place, int due) {
        return place >= due - EARLY && place <= due + LATE;
    }

    private static List<Piece> pieces(short[] known, short[] heard) {
        Spectrum.Field field = new Spectrum.Field(heard, PIECE);
        double softest = SOFTEST * energy(known, 0, known.length) / known.length * PIECE;
        List<Piece> pieces = new ArrayList<>();
        for (int offset = 0; offset + PIECE <= known.length; offset += PIECE) {
            if (energy(known, offset, PIECE) > softest) {
                short[] piece = Arrays.copyOfRange(known, offset, offset + PIECE);
                pieces.add(new Piece(offset, places(piece, heard, field)));
            }
        }
        return pieces;
    }

    private static int[] places(short[] piece, short[] heard, Spectrum.Field field) {
        double[] products = field.products(piece);
        double own = energy(piece, 0, PIECE);
        double theirs = energy(heard, 0, Math.min(PIECE, heard.length));
        List<Integer> places = new ArrayList<>();
        double best = 0;
        for (int at = 0; at + PIECE < heard.length; at++) {
            double likeness = theirs > SOFTEST * own ? products[at] / Math.sqrt(own * theirs) : 0;
            boolean near = !places.isEmpty() && at - places.getLast() < EARLY;
            if (likeness > SAME && !near) {
                places.add(at);
                best = likeness;
            } else if (near && likeness > best) {
                places.set(places.size() - 1, at);
                best = likeness;
            }
            theirs += square(heard[at + PIECE]) - square(heard[at]);
        }
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double energy(short[] samples, int from, int length) {
        double energy = 0;
        for (int i = from; i < from + length; i++) {
            energy += square(samples[i]);
        }
        return energy;
    }

    private static double square(short sample) {
        return (double) sample * sample;
    }
}

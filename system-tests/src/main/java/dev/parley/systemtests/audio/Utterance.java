package dev.parley.systemtests.audio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A prompt that is recognised piece by piece: where the machine stumbles while it is played, a few frames are missing or
 * late, and the whole is like itself no more, but its pieces are.
 */
public final class Utterance {
    /** From this share of its pieces on it was said; of another prompt, unless it begins with the same words, a third is. */
    public static final double SAID = 0.65;

    private static final int PIECE = AudioSource.RATE / 5;
    private static final int LOUD = 1_000;
    private static final int STUMBLING = AudioSource.RATE;

    private final List<Piece> pieces;

    @SuppressWarnings("ArrayRecordComponent") // Pieces are never compared.
    private record Piece(int from, short[] samples) {}

    private record Found(int piece, int shift) {}

    private Utterance(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    public static Utterance read(Path wav) {
        short[] whole = Wav.read(wav).narrow().samples();
        List<Piece> pieces = new ArrayList<>();
        for (int at = 0; at + PIECE <= whole.length; at += PIECE) {
            short[] piece = Arrays.copyOfRange(whole, at, at + PIECE);
            if (peak(piece) > LOUD) {
                pieces.add(new Piece(at, piece));
            }
        }
        return new Utterance(pieces);
    }

    /** How much of it was heard in one go, from 0 to 1. */
    public double share(short[] heard) {
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            for (Match match : Match.of(piece.samples, heard)) {
                found.add(new Found(i, match.from() - piece.from));
            }
        }
        long most = 0;
        for (Found first : found) {
            long together = found.stream()
                    .filter(other -> other.shift >= first.shift && other.shift <= first.shift + STUMBLING)
                    .map(Found::piece)
                    .distinct()
                    .count();
            most = Math.max(most, together);
        }
        return (double) most / pieces.size();
    }

    private static int peak(short[] samples) {
        int peak = 0;
        for (short sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }
}

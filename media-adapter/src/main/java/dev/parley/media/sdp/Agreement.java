package dev.parley.media.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one audio codec of a leg and, when the other side has it, the codec of its keys. */
public record Agreement(Codec audio, Optional<Codec> keys) {

    /** The codecs in the order of an {@code m=} line. */
    public List<Codec> codecs() {
        var both = new ArrayList<Codec>();
        both.add(audio);
        keys.ifPresent(both::add);
        return both;
    }

    /**
     * Chooses from what the other side has.
     *
     * @param preferences ranks of codec names, best first; within a rank the other side's order decides
     */
    public static Optional<Agreement> on(List<Codec> theirs, List<List<String>> preferences) {
        return preferences.stream()
                .flatMap(rank -> theirs.stream().filter(codec -> rank.stream().anyMatch(name -> isThat(codec, name))))
                .findFirst()
                .map(audio -> new Agreement(audio, keysFor(audio, theirs)));
    }

    /** Reads what the other side kept of our offer: the first codec of its answer counts (RFC 3264 §6.1). */
    public static Optional<Agreement> kept(List<Codec> theirs, List<Codec> offered) {
        return theirs.stream()
                .filter(codec -> !codec.isTelephoneEvent())
                .filter(codec -> offered.stream().anyMatch(codec::sameFormat))
                .findFirst()
                .map(audio -> new Agreement(audio, keysFor(audio, theirs)));
    }

    /** Names say too little: opus is 48000/2 (RFC 7587), the others 8000/1. */
    private static boolean isThat(Codec codec, String name) {
        boolean opus = name.equalsIgnoreCase("opus");
        return codec.isNamed(name)
                && codec.clockRate() == (opus ? 48_000 : 8_000)
                && codec.channels() == (opus ? 2 : 1);
    }

    /** The keys at the audio's own clock rate, as RFC 4733 §2.1 asks, else at any. */
    private static Optional<Codec> keysFor(Codec audio, List<Codec> theirs) {
        List<Codec> keys = theirs.stream().filter(Codec::isTelephoneEvent).toList();
        return keys.stream()
                .filter(codec -> codec.clockRate() == audio.clockRate())
                .findFirst()
                .or(() -> keys.stream().findFirst());
    }
}

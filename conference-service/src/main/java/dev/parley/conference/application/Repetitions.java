package dev.parley.conference.application;

import java.time.Instant;

/** Requests that may come again, and must be done once. All of it throws {@link StorageUnavailable}. */
public interface Repetitions {
    /**
     * A request that may come again.
     *
     * @param who keys of one caller are nothing to another
     * @param request a hash of everything that was asked
     */
    record Key(String who, String key, String request) {}

    /** What is known of such a request. */
    sealed interface Earlier {
        /** It has not been; it is the caller's now to be done. */
        record None() implements Earlier {}

        /** It is being done. */
        record Running() implements Earlier {}

        /** The key was used for another request. */
        record Other() implements Earlier {}

        /** This was made. */
        record Made(String id) implements Earlier {}
    }

    /** Asks, and keeps others from doing the same. */
    Earlier claim(Key key, Instant now);

    void made(Key key, String id);

    /** Nothing was made; it may be tried again. */
    void release(Key key);

    /** Forgets what is older. */
    int forget(Instant before);
}

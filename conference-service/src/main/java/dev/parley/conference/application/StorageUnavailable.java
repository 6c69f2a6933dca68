package dev.parley.conference.application;

/** The storage cannot be reached, or is too busy: nothing has changed, and the same may succeed later. */
public final class StorageUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}

package dev.parley.contracts.directory;

import dev.parley.contracts.Required;
import java.util.List;
import java.util.Optional;

/**
 * What is set for a phone extension beyond its name.
 *
 * @param forwarding in the order in which they are tried; the first that fits is taken
 * @param classOfService name of a {@link DirectoryEntry.ClassOfServiceEntry}; none: the tenant's default
 * @param localConference how the extension's own conference is (R10)
 * @param presentedNumber the outside number that it presents outside (E.164), one of the tenant's; none: the tenant's
 * @param withholdNumber whether it withholds its number in every call; none from writers that knew of none: it does not
 */
public record PhoneOptions(
        List<Forwarding> forwarding,
        Optional<String> classOfService,
        LocalConference localConference,
        Optional<String> presentedNumber,
        Optional<Boolean> withholdNumber) {
    public static final PhoneOptions DEFAULT =
            new PhoneOptions(List.of(), Optional.empty(), new LocalConference(Optional.empty(), false, false));

    public PhoneOptions {
        forwarding = List.copyOf(Required.field(forwarding, "forwarding"));
        Required.field(localConference, "localConference");
        withholdNumber = withholdNumber.filter(Boolean::booleanValue);
    }

    /** A phone that presents what its tenant does. */
    public PhoneOptions(List<Forwarding> forwarding, Optional<String> classOfService, LocalConference localConference) {
        this(forwarding, classOfService, localConference, Optional.empty(), Optional.empty());
    }

    /**
     * Sends calls for this extension elsewhere.
     *
     * @param callers only calls of numbers that start with one of these; {@code anonymous}: calls without a number, and
     *     those that withhold theirs; none: all calls
     * @param destination an extension of the tenant, or an outside number
     * @param ringSeconds how long it rings before {@code NO_ANSWER}; of no meaning otherwise
     */
    public record Forwarding(Condition when, List<String> callers, String destination, int ringSeconds) {
        public Forwarding {
            Required.field(when, "when");
            callers = List.copyOf(Required.field(callers, "callers"));
            Required.field(destination, "destination");
            if (ringSeconds < 1) {
                throw new IllegalArgumentException("Expected the field 'ringSeconds' to be at least 1");
            }
        }
    }

    /** When a call is forwarded (R1). */
    public enum Condition {
        ALWAYS,
        BUSY,
        NO_ANSWER,
        /** Not registered, or not to be reached. */
        UNREACHABLE
    }

    /**
     * The extension's temporary conference (R9–R14).
     *
     * @param pinHash {@link PinHash} of the PIN for those who join, with the room {@code tenant:local-extension}
     * @param endOnExit whether it is over once its owner leaves
     */
    public record LocalConference(Optional<String> pinHash, boolean endOnExit, boolean announceCallerName) {}
}

package dev.parley.contracts.directory;

import dev.parley.contracts.Required;
import dev.parley.contracts.id.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One thing the directory knows. Topic {@link dev.parley.contracts.Topics#DIRECTORY_ENTRIES}, compacted, key
 * {@link #key()}; a tombstone takes the entry back.
 */
public sealed interface DirectoryEntry {
    String key();

    /**
     * A customer of the provider.
     *
     * @param domain the tenant's SIP domain
     * @param limits none from writers that knew of none: {@link TenantLimits#NONE}
     * @param presentedNumber the outside number (E.164) that phones without one of their own present; one of the tenant's
     */
    record TenantEntry(
            TenantId tenant,
            String domain,
            String name,
            String language,
            Optional<TenantLimits> limits,
            Optional<String> presentedNumber)
            implements DirectoryEntry {
        public TenantEntry {
            Required.field(tenant, "tenant");
            Required.field(domain, "domain");
            Required.field(name, "name");
            Required.field(language, "language");
        }

        /** A tenant that presents no number of its own. */
        public TenantEntry(
                TenantId tenant, String domain, String name, String language, Optional<TenantLimits> limits) {
            this(tenant, domain, name, language, limits, Optional.empty());
        }

        /** A tenant without limits. */
        public TenantEntry(TenantId tenant, String domain, String name, String language) {
            this(tenant, domain, name, language, Optional.empty());
        }

        @Override
        public String key() {
            return "tenant/" + tenant;
        }
    }

    /**
     * An extension of type {@code phone}; it may have several registrations, or none.
     *
     * @param options none from writers that knew of none: {@link PhoneOptions#DEFAULT}
     */
    record PhoneEntry(TenantId tenant, String extension, String name, Optional<PhoneOptions> options)
            implements DirectoryEntry {
        public PhoneEntry {
            Required.field(tenant, "tenant");
            Required.field(extension, "extension");
            Required.field(name, "name");
        }

        /** A phone without settings of its own. */
        public PhoneEntry(TenantId tenant, String extension, String name) {
            this(tenant, extension, name, Optional.empty());
        }

        @Override
        public String key() {
            return extensionKey(tenant, extension);
        }
    }

    /** An extension of type {@code conference}. */
    record ConferenceEntry(TenantId tenant, String extension, String name, ConferenceOptions options)
            implements DirectoryEntry {
        public ConferenceEntry {
            Required.field(tenant, "tenant");
            Required.field(extension, "extension");
            Required.field(name, "name");
            Required.field(options, "options");
        }

        @Override
        public String key() {
            return extensionKey(tenant, extension);
        }
    }

    /** An extension of type {@code ivr}. */
    record IvrEntry(TenantId tenant, String extension, String name, IvrMenu menu) implements DirectoryEntry {
        public IvrEntry {
            Required.field(tenant, "tenant");
            Required.field(extension, "extension");
            Required.field(name, "name");
            Required.field(menu, "menu");
        }

        @Override
        public String key() {
            return extensionKey(tenant, extension);
        }
    }

    /**
     * An outside number (DID, E.164 with {@code +}) and the extension it rings.
     *
     * @param callback callers are called back instead of connected
     */
    record NumberEntry(String number, TenantId tenant, String destination, Optional<Callback> callback)
            implements DirectoryEntry {
        public NumberEntry {
            Required.field(number, "number");
            Required.field(tenant, "tenant");
            Required.field(destination, "destination");
        }

        /** A number that rings its destination. */
        public NumberEntry(String number, TenantId tenant, String destination) {
            this(number, tenant, destination, Optional.empty());
        }

        @Override
        public String key() {
            return "number/" + number;
        }
    }

    /**
     * A way to the outside world.
     *
     * @param tenant its owner; none when every tenant may use it
     * @param prefixes dialled numbers that start with one of these leave by it
     * @param answerSupervision false where an answer cannot be told from ringing (FXO, GSM; R20)
     * @param numberFormat none from writers that knew of none: {@link NumberFormat#DEFAULT}
     * @param presentedNumber the outside number (E.164) that is presented where neither extension nor tenant has one
     * @param presentOriginalCaller whether the provider takes the number of a caller from outside on a call that is sent
     *     on (no screening); none: it does not
     */
    record TrunkEntry(
            String name,
            Optional<TenantId> tenant,
            List<String> prefixes,
            boolean answerSupervision,
            Optional<NumberFormat> numberFormat,
            Optional<String> presentedNumber,
            Optional<Boolean> presentOriginalCaller)
            implements DirectoryEntry {
        public TrunkEntry {
            Required.field(name, "name");
            prefixes = List.copyOf(Required.field(prefixes, "prefixes"));
            presentOriginalCaller = presentOriginalCaller.filter(Boolean::booleanValue);
        }

        /** A trunk that presents no number of its own. */
        public TrunkEntry(
                String name,
                Optional<TenantId> tenant,
                List<String> prefixes,
                boolean answerSupervision,
                Optional<NumberFormat> numberFormat) {
            this(name, tenant, prefixes, answerSupervision, numberFormat, Optional.empty(), Optional.empty());
        }

        /** A trunk on which numbers are E.164 with {@code +}. */
        public TrunkEntry(String name, Optional<TenantId> tenant, List<String> prefixes, boolean answerSupervision) {
            this(name, tenant, prefixes, answerSupervision, Optional.empty());
        }

        @Override
        public String key() {
            return "trunk/" + name;
        }
    }

    /**
     * Who may dial what outside (R29).
     *
     * @param outside whether anything outside may be dialled at all
     * @param prefixes only numbers that start with one of these (normalised, with {@code +}); none: any number
     * @param barred never numbers that start with one of these, whatever {@code prefixes} says
     * @param concurrentCalls outside calls of one extension at once
     * @param callsPerMinute outside calls begun by one extension within 60 s
     */
    record ClassOfServiceEntry(
            TenantId tenant,
            String name,
            boolean outside,
            List<String> prefixes,
            List<String> barred,
            OptionalInt concurrentCalls,
            OptionalInt callsPerMinute)
            implements DirectoryEntry {
        public ClassOfServiceEntry {
            Required.field(tenant, "tenant");
            Required.field(name, "name");
            prefixes = List.copyOf(Required.field(prefixes, "prefixes"));
            barred = List.copyOf(Required.field(barred, "barred"));
        }

        @Override
        public String key() {
            return "class-of-service/" + tenant + "/" + name;
        }
    }

    /**
     * A tenant's own meaning of keys (R5).
     *
     * @param keys what is pressed, such as {@code *92}, to the name of what it does, such as {@code mute_all}
     */
    record KeyMapEntry(TenantId tenant, String name, Map<String, String> keys) implements DirectoryEntry {
        public KeyMapEntry {
            Required.field(tenant, "tenant");
            Required.field(name, "name");
            keys = Map.copyOf(Required.field(keys, "keys"));
        }

        @Override
        public String key() {
            return "key-map/" + tenant + "/" + name;
        }
    }

    /**
     * A key to the API, so that every service can check one without asking.
     *
     * <p>The hash may be read by anybody: behind it are at least 160 random bits, which nobody guesses.
     *
     * @param id the part of the key that may be seen
     * @param hash SHA-256 of the whole key, in hexadecimal
     * @param tenant whose things it opens; none: an operator's, which opens those of all
     * @param scopes what it may do, such as {@code read} or {@code directory:write}; a reader ignores those it does not know
     * @param expires none: never
     */
    record ApiKeyEntry(
            String id, String hash, Optional<TenantId> tenant, List<String> scopes, Optional<Instant> expires)
            implements DirectoryEntry {
        public ApiKeyEntry {
            Required.field(id, "id");
            Required.field(hash, "hash");
            scopes = List.copyOf(Required.field(scopes, "scopes"));
        }

        @Override
        public String key() {
            return "api-key/" + id;
        }
    }

    static String extensionKey(TenantId tenant, String extension) {
        return "extension/" + tenant + "/" + extension;
    }
}

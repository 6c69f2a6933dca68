package dev.parley.contracts.directory;

import dev.parley.contracts.Required;
import dev.parley.contracts.id.TenantId;
import java.util.List;
import java.util.Optional;

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
     */
    record TenantEntry(TenantId tenant, String domain, String name, String language) implements DirectoryEntry {
        public TenantEntry {
            Required.field(tenant, "tenant");
            Required.field(domain, "domain");
            Required.field(name, "name");
            Required.field(language, "language");
        }

        @Override
        public String key() {
            return "tenant/" + tenant;
        }
    }

    /** An extension of type {@code phone}; it may have several registrations, or none. */
    record PhoneEntry(TenantId tenant, String extension, String name) implements DirectoryEntry {
        public PhoneEntry {
            Required.field(tenant, "tenant");
            Required.field(extension, "extension");
            Required.field(name, "name");
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

    /** An outside number (DID, E.164 with {@code +}) and the extension it rings. */
    record NumberEntry(String number, TenantId tenant, String destination) implements DirectoryEntry {
        public NumberEntry {
            Required.field(number, "number");
            Required.field(tenant, "tenant");
            Required.field(destination, "destination");
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
     */
    record TrunkEntry(String name, Optional<TenantId> tenant, List<String> prefixes, boolean answerSupervision)
            implements DirectoryEntry {
        public TrunkEntry {
            Required.field(name, "name");
            prefixes = List.copyOf(Required.field(prefixes, "prefixes"));
        }

        @Override
        public String key() {
            return "trunk/" + name;
        }
    }

    static String extensionKey(TenantId tenant, String extension) {
        return "extension/" + tenant + "/" + extension;
    }
}

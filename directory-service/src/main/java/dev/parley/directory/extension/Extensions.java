package dev.parley.directory.extension;

import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.ConferenceEntry;
import dev.parley.contracts.directory.DirectoryEntry.PhoneEntry;
import dev.parley.contracts.id.TenantId;
import dev.parley.directory.publication.EntrySource;
import dev.parley.directory.publication.Outbox;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All extensions of all tenants. */
@ApplicationScoped
public class Extensions implements PanacheRepositoryBase<ExtensionRow, ExtensionId>, EntrySource {
    private static final String KIND = "extension";

    private final Outbox outbox;

    Extensions(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Makes the phone what is said here, new or not. */
    public void put(PhoneEntry phone) {
        ExtensionId id = new ExtensionId(phone.tenant().value(), phone.extension());
        getEntityManager().merge(new ExtensionRow(id, ExtensionType.PHONE, phone.name()));
        outbox.changed(phone.key());
    }

    /** Makes the conference what is said here, new or not. */
    public void put(ConferenceEntry conference) {
        ExtensionId id = new ExtensionId(conference.tenant().value(), conference.extension());
        getEntityManager().merge(new ExtensionRow(id, ExtensionType.CONFERENCE, conference.name()));
        getEntityManager().flush();
        getEntityManager().merge(new ConferenceSettingsRow(id, conference.options()));
        outbox.changed(conference.key());
    }

    /** Removes the extension, with the credentials and numbers that lead to it. */
    public void remove(TenantId tenant, String number) {
        deleteById(new ExtensionId(tenant.value(), number));
        outbox.changed(DirectoryEntry.extensionKey(tenant, number));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> keys() {
        return streamAll().map(row -> key(row.id)).toList();
    }

    @Override
    public Optional<DirectoryEntry> find(String key) {
        String[] parts = key.split("/", -1);
        return findByIdOptional(new ExtensionId(parts[1], parts[2])).flatMap(this::entry);
    }

    private Optional<DirectoryEntry> entry(ExtensionRow row) {
        TenantId tenant = new TenantId(row.id.tenant());
        return switch (row.type) {
            case PHONE -> Optional.of(new PhoneEntry(tenant, row.id.number(), row.name));
            case CONFERENCE ->
                Optional.ofNullable(getEntityManager().find(ConferenceSettingsRow.class, row.id))
                        .map(settings -> new ConferenceEntry(tenant, row.id.number(), row.name, settings.toOptions()));
            case IVR -> Optional.empty();
        };
    }

    private static String key(ExtensionId id) {
        return DirectoryEntry.extensionKey(new TenantId(id.tenant()), id.number());
    }
}

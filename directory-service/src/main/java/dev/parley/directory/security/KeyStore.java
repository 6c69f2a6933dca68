package dev.parley.directory.security;

import dev.parley.access.Scope;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.id.TenantId;
import dev.parley.directory.publication.EntrySource;
import dev.parley.directory.publication.Outbox;
import dev.parley.directory.resource.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table of keys. Changes belong in a transaction; they are noted for publication in the same one. */
@ApplicationScoped
public class KeyStore implements EntrySource {
    private static final String COLUMNS =
            "select id, hash, tenant, name, scopes, created, created_by, expires, last_used from api_key ";

    private final Database database;
    private final Outbox outbox;

    KeyStore(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** Keeps the key, in the place of one of the same id. */
    void put(ApiKey key) {
        database.update(
                "insert into api_key (id, hash, tenant, name, scopes, created, created_by, expires)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do update set hash = excluded.hash,"
                        + " tenant = excluded.tenant, name = excluded.name, scopes = excluded.scopes,"
                        + " expires = excluded.expires",
                key.id(),
                key.hash(),
                owner(key.tenant()),
                key.name(),
                key.scopes().stream().map(Scope::text).collect(Collectors.joining(" ")),
                time(Optional.of(key.created())),
                key.createdBy(),
                time(key.expires()));
        outbox.changed(ApiKey.entryKey(key.id()));
    }

    /** Forgets the key; false when there is none of this id that belongs to this owner. */
    boolean remove(Optional<TenantId> owner, String id) {
        boolean removed = database.update("delete from api_key where tenant = ? and id = ?", owner(owner), id) > 0;
        if (removed) {
            outbox.changed(ApiKey.entryKey(id));
        }
        return removed;
    }

    Optional<ApiKey> find(Optional<TenantId> owner, String id) {
        return database.first(COLUMNS + "where tenant = ? and id = ?", KeyStore::key, owner(owner), id);
    }

    Optional<ApiKey> withId(String id) {
        return database.first(COLUMNS + "where id = ?", KeyStore::key, id);
    }

    /** An owner's keys in the order of their ids, from the one behind {@code after}. */
    List<ApiKey> list(Optional<TenantId> owner, String after, int most) {
        return database.query(
                COLUMNS + "where tenant = ? and id > ? order by id limit ?", KeyStore::key, owner(owner), after, most);
    }

    /** Keeps when keys were last good for something. */
    void used(Map<String, Instant> uses) {
        uses.forEach((id, when) -> database.update(
                "update api_key set last_used = greatest(last_used, ?) where id = ?", time(Optional.of(when)), id));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ApiKey.ENTRY_KIND);
    }

    @Override
    public List<String> keys() {
        return database.query("select id from api_key", row -> ApiKey.entryKey(row.getString("id")));
    }

    @Override
    public Map<String, DirectoryEntry> find(List<String> keys) {
        String[] ids = keys.stream()
                .map(key -> key.substring(ApiKey.ENTRY_KIND.length() + 1))
                .toArray(String[]::new);
        return database.query(COLUMNS + "where id = any(?)", KeyStore::key, (Object) ids).stream()
                .map(ApiKey::entry)
                .collect(Collectors.toMap(DirectoryEntry::key, Function.identity()));
    }

    private static String owner(Optional<TenantId> tenant) {
        return tenant.map(TenantId::value).orElse("");
    }

    private static @Nullable OffsetDateTime time(Optional<Instant> time) {
        return time.map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private static ApiKey key(ResultSet row) throws SQLException {
        String owner = row.getString("tenant");
        return new ApiKey(
                row.getString("id"),
                row.getString("hash"),
                owner.isEmpty() ? Optional.empty() : Optional.of(new TenantId(owner)),
                row.getString("name"),
                Arrays.stream(row.getString("scopes").split(" ", -1))
                        .flatMap(text -> Scope.of(text).stream())
                        .toList(),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                instant(row, "expires"),
                instant(row, "last_used"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}

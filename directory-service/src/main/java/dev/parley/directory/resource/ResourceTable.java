package dev.parley.directory.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.directory.resource.Database.RowReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All documents, of all kinds. */
@ApplicationScoped
class ResourceTable {
    private static final String COLUMNS = "tenant, kind, name, revision, body, created, updated,"
            + " (select coalesce(jsonb_object_agg(s.field, s.value), '{}') from secret s"
            + " where s.tenant = r.tenant and s.kind = r.kind and s.name = r.name) as secrets";
    private static final String SELECT = "select " + COLUMNS + " from resource r";
    private static final String BY_ID = " where tenant = ? and kind = ? and name = ?";

    private final Database database;
    private final Documents documents;
    private final RowReader<Stored> stored = this::stored;

    ResourceTable(Database database, Documents documents) {
        this.database = database;
        this.documents = documents;
    }

    /** Keeps others from changing documents of the tenant until the transaction ends, so that checks stay true. */
    void lock(String tenant) {
        database.query("select pg_advisory_xact_lock(hashtextextended(?, 1))", row -> row.getObject(1), tenant);
    }

    Optional<Stored> find(ResourceId id) {
        return database.first(SELECT + BY_ID, stored, id.tenant(), id.kind(), id.name());
    }

    boolean exists(ResourceId id) {
        return !database.query("select 1 from resource" + BY_ID, row -> 1, id.tenant(), id.kind(), id.name())
                .isEmpty();
    }

    /** Some of what the tenant has; enough to say so. */
    List<ResourceId> some(String tenant) {
        return database.query(
                "select kind, name from resource where tenant = ? order by kind, name limit 10",
                row -> new ResourceId(tenant, row.getString("kind"), row.getString("name")),
                tenant);
    }

    /** Which documents there are, of all tenants. */
    List<ResourceId> ids() {
        return database.query(
                "select tenant, kind, name from resource",
                row -> new ResourceId(row.getString("tenant"), row.getString("kind"), row.getString("name")));
    }

    /** Those of these kinds, tenants and names; without a tenant, whoever's it is. */
    List<Stored> findAll(List<Wanted> wanted) {
        // Two questions, each of which an index can answer; one with "or" would read the whole table.
        return Stream.of(true, false)
                .flatMap(ofTenant ->
                        findAll(
                                wanted.stream()
                                        .filter(one -> one.tenant().isPresent() == ofTenant)
                                        .toList(),
                                ofTenant)
                                .stream())
                .toList();
    }

    private List<Stored> findAll(List<Wanted> wanted, boolean ofTenant) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        return database.query(
                SELECT + " join unnest(?::text[], ?::text[], ?::text[]) as wanted (in_kind, of_tenant, by_name)"
                        + " on kind = in_kind and name = by_name" + (ofTenant ? " and tenant = of_tenant" : ""),
                stored,
                wanted.stream().map(Wanted::kind).toArray(String[]::new),
                wanted.stream().map(one -> one.tenant().orElse(null)).toArray(String[]::new),
                wanted.stream().map(Wanted::name).toArray(String[]::new));
    }

    /**
     * A document that is looked for.
     *
     * @param tenant none where the name is unique in the world
     */
    record Wanted(String kind, Optional<String> tenant, String name) {}

    List<Stored> all(String tenant) {
        return database.query(SELECT + " where tenant = ? order by kind, name", stored, tenant);
    }

    /** One more than the limit, when there are more. */
    List<Stored> list(Listing listing) {
        StringBuilder sql = new StringBuilder(SELECT).append(" where tenant = ? and kind = ?");
        List<Object> arguments = new ArrayList<>(List.of(listing.tenant(), listing.kind()));
        listing.filters().forEach(filter -> {
            sql.append(filter.prefix() ? " and starts_with(body ->> ?, ?)" : " and body ->> ? = ?");
            arguments.add(filter.field());
            arguments.add(filter.value());
        });
        listing.sort().continueAfter(listing.after(), sql, arguments);
        sql.append(" order by ").append(listing.sort().order()).append(" limit ?");
        arguments.add(listing.limit() + 1);
        return database.query(sql.toString(), stored, arguments.toArray());
    }

    void insert(ResourceId id, ObjectNode body) {
        database.update(
                "insert into resource (tenant, kind, name, body) values (?, ?, ?, ?::jsonb)",
                id.tenant(),
                id.kind(),
                id.name(),
                documents.text(body));
    }

    void update(ResourceId id, ObjectNode body) {
        database.update(
                "update resource set body = ?::jsonb, revision = nextval('resource_revision'),"
                        + " updated = greatest(now(), updated)" + BY_ID,
                documents.text(body),
                id.tenant(),
                id.kind(),
                id.name());
    }

    void delete(ResourceId id) {
        database.update("delete from resource" + BY_ID, id.tenant(), id.kind(), id.name());
    }

    void replaceSecrets(ResourceId id, Map<String, String> secrets) {
        database.update("delete from secret" + BY_ID, id.tenant(), id.kind(), id.name());
        secrets.forEach((field, value) -> database.update(
                "insert into secret (tenant, kind, name, field, value) values (?, ?, ?, ?, ?)",
                id.tenant(),
                id.kind(),
                id.name(),
                field,
                value));
    }

    private Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                new ResourceId(row.getString("tenant"), row.getString("kind"), row.getString("name")),
                row.getLong("revision"),
                documents.object(row.getString("body")),
                documents.strings(row.getString("secrets")),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                row.getObject("updated", OffsetDateTime.class).toInstant());
    }
}

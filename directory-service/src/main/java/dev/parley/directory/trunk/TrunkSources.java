package dev.parley.directory.trunk;

import dev.parley.access.net.InternalAddress;
import dev.parley.directory.resource.Database;
import dev.parley.directory.resource.ResourceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Which addresses calls are known by, as it is in the transaction of whoever asks. Only what is confirmed counts, so that
 * nobody keeps an address from its owner by entering it.
 */
@ApplicationScoped
class TrunkSources {
    private static final String LOCK = "trunk-sources";
    private static final int ANY_PORT = 0;

    private final Database database;

    TrunkSources(Database database) {
        this.database = database;
    }

    private record Source(String trunk, String address, int port) {}

    /** Until the transaction ends nobody else confirms an address. */
    void lock() {
        database.query("select pg_advisory_xact_lock(hashtextextended(?, 3))", row -> row.getObject(1), LOCK);
    }

    /**
     * The trunk of another owner by which calls from there are known already: from the same address, and the same port
     * or, of one of the two, any. Of one owner's trunks, an exact port comes before any.
     */
    Optional<String> otherHolder(ResourceId id, Trunk trunk) {
        List<Source> others = database.query(
                "select name, body ->> 'source_address' as address, (body ->> 'source_port')::integer as port"
                        + " from resource where kind = 'trunks' and body ->> 'source_confirmed' = 'true' and tenant <> ?",
                row -> new Source(row.getString("name"), row.getString("address"), row.getInt("port")),
                id.tenant());
        return others.stream()
                .filter(other -> isSameAddress(other.address(), trunk.sourceAddress()))
                .filter(other -> other.port() == ANY_PORT
                        || trunk.sourcePort() == ANY_PORT
                        || trunk.sourcePort() == other.port())
                .map(Source::trunk)
                .findFirst();
    }

    /** An IPv6 address can be written in several ways. */
    private static boolean isSameAddress(String one, String other) {
        return one.equals(other)
                || InternalAddress.literal(one)
                        .flatMap(address -> InternalAddress.literal(other).filter(address::equals))
                        .isPresent();
    }
}

package dev.parley.directory.number;

import dev.parley.directory.number.NumberRange.Match;
import dev.parley.directory.resource.Database;
import dev.parley.directory.resource.ResourceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which numbers are allotted to which tenant, as it is in the transaction of whoever asks.
 *
 * <p>No range has a number that another tenant's range has, or that is another tenant's. To keep that true, whoever
 * changes something in more than its own ranges {@linkplain #lock() waits} for others that do.
 */
@ApplicationScoped
class Allotments {
    private static final String LOCK = "number-ranges";
    /** Ranges among whose numbers a given one is: their names are what it begins with. */
    private static final String COVERING =
            " kind = 'number-ranges' and name = any(?) and (name = ? or body ->> 'match' = 'prefix')";
    /** Numbers that begin so, or are so. The operators compare bytes, as the index has them; a colon comes after all digits. */
    private static final String WITHIN = " name ~>=~ ? and name ~<~ ?";

    private final Database database;

    Allotments(Database database) {
        this.database = database;
    }

    /** Until the transaction ends nobody else allots numbers, or gives a tenant some that are not allotted to it. */
    void lock() {
        database.query("select pg_advisory_xact_lock(hashtextextended(?, 2))", row -> row.getObject(1), LOCK);
    }

    /** Whether the number is allotted to the tenant. */
    boolean isAllotted(String tenant, String number) {
        return !database.query(
                        "select 1 from resource where tenant = ? and" + COVERING,
                        row -> 1,
                        tenant,
                        beginnings(number),
                        number)
                .isEmpty();
    }

    /** Another tenant, to whom the number is allotted. */
    Optional<String> otherHolder(String tenant, String number) {
        return database.first(
                "select tenant from resource where tenant <> ? and" + COVERING,
                row -> row.getString("tenant"),
                tenant,
                beginnings(number),
                number);
    }

    /** A range or a number of another tenant that has numbers of this range. */
    Optional<ResourceId> conflict(String tenant, NumberRange range) {
        return database.first(
                        "select tenant, kind, name from resource where tenant <> ? and" + COVERING,
                        Allotments::id,
                        tenant,
                        beginnings(range.range()),
                        range.range())
                .or(() -> database.first(
                        "select tenant, kind, name from resource where tenant <> ?"
                                + " and kind in ('numbers', 'number-ranges') and" + WITHIN,
                        Allotments::id,
                        tenant,
                        range.range(),
                        end(range)));
    }

    /** Some numbers of the tenant that are among those of the range and no other of its ranges. */
    List<ResourceId> only(String tenant, NumberRange range) {
        return database
                .query(
                        "select tenant, kind, name from resource where tenant = ? and kind = 'numbers' and" + WITHIN
                                + " order by name",
                        Allotments::id,
                        tenant,
                        range.range(),
                        end(range))
                .stream()
                .filter(number -> !isAllotted(tenant, number.name()))
                .limit(10)
                .toList();
    }

    private static ResourceId id(java.sql.ResultSet row) throws java.sql.SQLException {
        return new ResourceId(row.getString("tenant"), row.getString("kind"), row.getString("name"));
    }

    /** The first text that is beyond the range. */
    private static String end(NumberRange range) {
        return range.range() + (range.match() == Match.EXACT ? "!" : ":");
    }

    private static String[] beginnings(String number) {
        return IntStream.rangeClosed(1, number.length())
                .mapToObj(length -> number.substring(0, length))
                .toArray(String[]::new);
    }
}

package dev.parley.directory.number;

import dev.parley.directory.resource.Answer;
import dev.parley.directory.resource.Database;
import dev.parley.directory.resource.ResourceId;
import dev.parley.directory.rule.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that a tenant or its trunks present: only such as the tenant has, as it is in the transaction of whoever asks.
 * Extensions refer to theirs.
 */
@ApplicationScoped
public class PresentedNumbers {
    private static final String POINTER = "/presented_number";
    private static final String IS_OF = "select 1 from resource where tenant = ? and kind = 'numbers' and name = ?";
    private static final String PRESENTING = """
            select tenant, kind, name from resource
             where ((tenant = ? and kind = 'trunks') or (tenant = '' and kind = 'tenants' and name = ?))
               and body ->> 'presented_number' = ?
             order by kind, name""";

    private final Database database;

    PresentedNumbers(Database database) {
        this.database = database;
    }

    /**
     * What is wrong with presenting this number.
     *
     * @param number none: nothing is presented
     */
    public List<Violation> check(String tenant, @Nullable String number) {
        return Optional.ofNullable(number)
                .filter(wanted ->
                        database.first(IS_OF, _ -> true, tenant, wanted).isEmpty())
                .map(missing ->
                        new Violation(POINTER, "not_found", "There is no " + missing + " among the tenant's numbers"))
                .stream()
                .toList();
    }

    /** What presents the tenant's number. */
    List<Answer.Need> presenting(String tenant, String number) {
        return database.query(
                PRESENTING,
                row -> new Answer.Need(
                        new ResourceId(row.getString("tenant"), row.getString("kind"), row.getString("name")), POINTER),
                tenant,
                tenant,
                number);
    }
}

package dev.parley.directory.publication;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Changes that everybody has yet to be told of; kept in the transaction that makes them. */
@ApplicationScoped
public class Outbox implements PanacheRepository<OutboxRow> {
    private static final int BATCH = 500;
    private static final long RELAY_LOCK = 0x7061726c6579L;

    /** Notes that the entry was made, changed or removed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void changed(String entryKey) {
        persist(new OutboxRow(entryKey));
    }

    /** The oldest changes; none when another instance is at it, so that one alone publishes at a time. */
    List<OutboxRow> oldest() {
        Object locked = getEntityManager()
                .createNativeQuery("select pg_try_advisory_xact_lock(" + RELAY_LOCK + ")")
                .getSingleResult();
        return Boolean.TRUE.equals(locked)
                ? findAll(Sort.by("id")).page(0, BATCH).list()
                : List.of();
    }
}

package dev.parley.directory.resource;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets changes of one tenant wait for each other here, and not in the database, where each of them would keep a
 * connection from everybody else. Processes beside this one are kept apart by the database.
 *
 * <p>Tenants share locks, but so many that two busy ones seldom meet. Thread-safe.
 */
@ApplicationScoped
public class TenantLocks {
    private static final int STRIPES = 256;
    private final Lock[] stripes =
            Stream.generate(() -> new ReentrantLock(true)).limit(STRIPES).toArray(Lock[]::new);

    <T> T whileLocked(String tenant, Supplier<T> change) {
        Lock lock = stripes[Math.floorMod(tenant.hashCode(), STRIPES)];
        lock.lock();
        try {
            return change.get();
        } finally {
            lock.unlock();
        }
    }
}

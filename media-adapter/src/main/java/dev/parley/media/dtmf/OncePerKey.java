package dev.parley.media.dtmf;

import dev.parley.contracts.id.LegId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets each press of a key through once.
 *
 * <p>Two reports of the same key of the same leg are one press when the second is too early to be another: it was held
 * longer than the time since the first.
 */
final class OncePerKey {
    private static final int LEGS = 10_000;

    private record Last(String digit, Instant at) {}

    private final Map<LegId, Last> last = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LegId, Last> eldest) {
            return size() > LEGS;
        }
    };

    boolean isNew(KeyReport key, Instant now) {
        Last before = last.get(key.leg());
        boolean repeated = before != null
                && before.digit().equals(key.digit())
                && before.at().plus(key.held()).isAfter(now);
        if (!repeated) {
            last.put(key.leg(), new Last(key.digit(), now));
        }
        return !repeated;
    }
}

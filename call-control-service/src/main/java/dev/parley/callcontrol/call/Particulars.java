package dev.parley.callcontrol.call;

import dev.parley.contracts.call.Caller;
import dev.parley.contracts.id.LegId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What stays true of a call however often it is sent on.
 *
 * @param maxForwards what is left for our INVITEs
 * @param second the id of the first leg to a called party; nobody but that party knows it
 * @param attempts how many parties have been called so far
 */
public record Particulars(Caller caller, String dialled, String language, int maxForwards, LegId second, int attempts) {
    /** The id of the leg to be made next; of the same second leg come the same others, so that nothing has to be drawn. */
    LegId next() {
        return attempts == 0 ? second : named("leg" + attempts);
    }

    /** A name for a prompt that is played now, unlike that of any other. */
    String request(String what) {
        return what + "-" + next();
    }

    Particulars again() {
        return new Particulars(caller, dialled, language, maxForwards, second, attempts + 1);
    }

    private LegId named(String what) {
        return new LegId(UUID.nameUUIDFromBytes((second + "/" + what).getBytes(StandardCharsets.UTF_8))
                .toString());
    }
}

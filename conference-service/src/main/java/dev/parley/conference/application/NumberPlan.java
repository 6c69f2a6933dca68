package dev.parley.conference.application;

import dev.parley.conference.domain.ClassOfService;
import dev.parley.conference.domain.DialledNumber;
import dev.parley.conference.domain.Party;
import dev.parley.contracts.id.TenantId;
import java.util.Optional;
import java.util.OptionalInt;

/** What the directory says about numbers, and about how much a tenant may have. */
public interface NumberPlan {
    /** Whom the number reaches, and whether the one who dials it may call that. */
    Finding find(TenantId tenant, DialledNumber dialled);

    Limits limits(TenantId tenant);

    /**
     * Under what somebody may be called.
     *
     * @return an extension of the tenant or one of its numbers, in normal form; none: it is neither
     */
    Optional<String> callerId(TenantId tenant, String wanted);

    /**
     * What there is to know about a number.
     *
     * @param to whom it reaches, in normal form; none: nobody
     * @param ownCalls outside calls of one extension at once
     * @param callsPerMinute outside calls begun by one extension within 60 s
     * @param supervised whether an answer can be told from ringing, on the way that the call takes (R20)
     */
    record Finding(
            Optional<Party> to,
            ClassOfService service,
            OptionalInt ownCalls,
            OptionalInt callsPerMinute,
            boolean supervised) {}

    /** How much a tenant may have at once; none: as much as it likes. */
    record Limits(OptionalInt conferences, OptionalInt participants, OptionalInt outsideCalls) {
        public static final Limits NONE = new Limits(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }
}

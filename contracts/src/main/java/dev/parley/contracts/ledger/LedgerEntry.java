package dev.parley.contracts.ledger;

import dev.parley.contracts.id.TenantId;

/**
 * A record of something that is over. Topic {@link dev.parley.contracts.Topics#CALL_RECORDS}, key {@link #id()}: one that
 * comes twice says the same twice. No PIN and no key pressed is in any.
 */
public sealed interface LedgerEntry permits CallRecord, ConferenceRecord {
    TenantId tenant();

    /** Of this record alone: the leg, or the conference. */
    String id();
}

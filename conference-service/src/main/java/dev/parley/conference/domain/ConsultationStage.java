package dev.parley.conference.domain;

/** How far a consultation has got. */
public enum ConsultationStage {
    /** The owner hears a dial tone, and dials. */
    COLLECTING,
    /** Somebody is being called, of whom nothing has come yet. */
    DIALLING,
    RINGING,
    /** The network or the called party can be heard already, by the owner alone. */
    EARLY_MEDIA,
    /** Answered, as far as that can be told (R20). */
    TALKING;

    /** Whether the two hear each other. */
    boolean isHeard() {
        return this == EARLY_MEDIA || this == TALKING;
    }
}

package dev.parley.conference.domain;

/** How far an invitation has got that has no outcome yet. */
public enum InvitationStage {
    DIALLING,
    RINGING,
    /** The network or the called party can be heard already. */
    EARLY_MEDIA
}

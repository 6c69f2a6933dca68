package dev.parley.contracts.media;

/** What an SDP is in the offer/answer exchange (RFC 3264). */
public enum SdpRole {
    OFFER,
    ANSWER
}

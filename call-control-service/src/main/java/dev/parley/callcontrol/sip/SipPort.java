package dev.parley.callcontrol.sip;

/** The way out to the SIP network; keeps transactions and connections, knows nothing of dialogs. Thread-safe. */
public interface SipPort {
    /** Answers a request; again for a 2xx that is repeated. */
    void reply(SipRequest request, SipResponse response);

    /**
     * Sends a request in a transaction of its own. What comes of it is told to the {@link Listener}: each response, or a
     * 408 or 503 of our own making when none can come (RFC 3261 §8.1.3.1).
     */
    void send(SipRequest request);

    /** Sends an ACK for a 2xx. */
    void acknowledge(SipRequest ack);

    /** Takes back an INVITE: at once when a provisional response has come, else when one comes (RFC 3261 §9.1). */
    void cancel(SipRequest invite);

    /** Whoever is told of what comes in; called by many threads, and must not wait. */
    interface Listener {
        void requested(SipRequest request);

        void responded(SipResponse response);
    }
}

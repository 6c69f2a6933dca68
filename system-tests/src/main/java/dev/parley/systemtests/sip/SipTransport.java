package dev.parley.systemtests.sip;

import java.net.InetSocketAddress;

/** Carries messages. What it receives it hands over on the loop. */
interface SipTransport extends AutoCloseable {
    /** Gets each message; {@code from} is where it came from. */
    interface Receiver {
        void received(byte[] message, InetSocketAddress from);
    }

    InetSocketAddress local();

    /** {@code UDP} or {@code TCP}, as in Via. */
    String name();

    boolean isReliable();

    void send(byte[] message, InetSocketAddress to);

    @Override
    void close();
}

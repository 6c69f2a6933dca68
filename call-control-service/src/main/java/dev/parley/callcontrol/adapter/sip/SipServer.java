package dev.parley.callcontrol.adapter.sip;

import dev.parley.callcontrol.sip.SipPort;
import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.stack.OIOMessageProcessorFactory;
import java.util.Properties;
import java.util.TooManyListenersException;
import java.util.concurrent.ScheduledExecutorService;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.PeerUnavailableException;
import javax.sip.SipException;
import javax.sip.SipProvider;

/** A running SIP stack, listening on one port with UDP and TCP. */
public final class SipServer implements AutoCloseable {
    /** More than the edge takes, which may come as one datagram and leave with header fields of the edge. */
    private static final String MAX_MESSAGE = "262144";
    /** Longer than any caller may wait for a final answer; the transaction of an INVITE that nobody ends is let go then. */
    private static final String INVITE_SECONDS = "900";
    /** Twice 64*T1, by which every other transaction is over (RFC 3261 §17.1.2.2, §17.2.2). */
    private static final String OTHER_SECONDS = "64";

    private static final String UDP_READERS = "4";
    private static final String CONNECT_MILLIS = "2000";
    private final SipStackImpl stack;
    private final SipProvider provider;
    private final JainSipPort port;

    /**
     * Takes the port.
     *
     * @param edge where requests that begin something are sent: {@code host:port/transport}
     * @throws IllegalStateException when the port cannot be had
     */
    public SipServer(
            String host, int portNumber, String edge, SipPort.Listener listener, ScheduledExecutorService clock) {
        try {
            stack = new SipStackImpl(properties(portNumber, edge));
            provider = stack.createSipProvider(stack.createListeningPoint(host, portNumber, ListeningPoint.UDP));
            provider.addListeningPoint(stack.createListeningPoint(host, portNumber, ListeningPoint.TCP));
            port = new JainSipPort(provider, host + ":" + portNumber, stack.getRouter(), listener, clock);
            stack.start();
        } catch (PeerUnavailableException | InvalidArgumentException e) {
            throw new IllegalStateException("SIP stack refused its settings", e);
        } catch (SipException e) {
            throw new IllegalStateException("Could not listen for SIP on port " + portNumber, e);
        }
    }

    private static Properties properties(int port, String edge) {
        Properties properties = new Properties();
        properties.setProperty("javax.sip.STACK_NAME", "parley-" + port);
        properties.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "off");
        properties.setProperty("javax.sip.ROUTER_PATH", EdgeRouter.class.getName());
        properties.setProperty("javax.sip.OUTBOUND_PROXY", edge);
        properties.setProperty("gov.nist.javax.sip.REENTRANT_LISTENER", "true");
        properties.setProperty("gov.nist.javax.sip.STACK_LOGGER", SilentStackLogger.class.getName());
        properties.setProperty("gov.nist.javax.sip.SERVER_LOGGER", SilentServerLogger.class.getName());
        properties.setProperty("gov.nist.javax.sip.THREAD_POOL_SIZE", UDP_READERS);
        properties.setProperty("gov.nist.javax.sip.CONNECTION_TIMEOUT", CONNECT_MILLIS);
        // The stack's other transport (NIO) opens a connection for every request, and loses it when the selector is
        // quicker than the thread that sends: the request then never leaves. See SipServerTest.
        properties.setProperty(
                "gov.nist.javax.sip.MESSAGE_PROCESSOR_FACTORY", OIOMessageProcessorFactory.class.getName());
        properties.setProperty("gov.nist.javax.sip.NETWORK_LAYER", UndelayedNetwork.class.getName());
        properties.setProperty("gov.nist.javax.sip.MAX_MESSAGE_SIZE", MAX_MESSAGE);
        // Left to itself the stack drops what it cannot read, and over TCP closes the connection.
        properties.setProperty(
                "gov.nist.javax.sip.MESSAGE_PARSER_FACTORY", ReceivedMessageParserFactory.class.getName());
        properties.setProperty("gov.nist.javax.sip.SIP_MESSAGE_VALVE", MalformedRequestValve.class.getName());
        properties.setProperty("gov.nist.javax.sip.DELIVER_UNSOLICITED_NOTIFY", "true");
        properties.setProperty("gov.nist.javax.sip.MAX_TX_LIFETIME_INVITE", INVITE_SECONDS);
        properties.setProperty("gov.nist.javax.sip.MAX_TX_LIFETIME_NON_INVITE", OTHER_SECONDS);
        return properties;
    }

    public SipPort port() {
        return port;
    }

    /** From now on the listener is told of what comes in. */
    public void listen() {
        try {
            provider.addSipListener(port);
        } catch (TooManyListenersException e) {
            throw new IllegalStateException("The SIP stack has its listener already", e);
        }
    }

    @Override
    public void close() {
        stack.stop();
    }
}

package dev.parley.callcontrol.adapter.sip;

import gov.nist.javax.sip.stack.MessageProcessor;
import gov.nist.javax.sip.stack.NioMessageProcessorFactory;
import gov.nist.javax.sip.stack.NioTcpMessageChannel;
import gov.nist.javax.sip.stack.NioTcpMessageProcessor;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

/**
 * The stack's own transports, but for TCP that sends at once.
 *
 * <p>The stack leaves Nagle's algorithm on (RFC 896): a 200 soon after a 100 then waits for the acknowledgement of the
 * 100, which the other side holds back for up to 40 ms. The stack makes this class by its name.
 */
public final class UndelayedTcp extends NioMessageProcessorFactory {
    @Override
    public MessageProcessor createMessageProcessor(
            SIPTransactionStack stack, InetAddress address, int port, String transport) throws IOException {
        return transport.equalsIgnoreCase("TCP")
                ? new Processor(address, stack, port)
                : super.createMessageProcessor(stack, address, port, transport);
    }

    private static final class Processor extends NioTcpMessageProcessor {
        Processor(InetAddress address, SIPTransactionStack stack, int port) {
            super(address, stack, port);
        }

        @Override
        public NioTcpMessageChannel createMessageChannel(NioTcpMessageProcessor processor, SocketChannel accepted)
                throws IOException {
            accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
            return super.createMessageChannel(processor, accepted);
        }

        @Override
        public SocketChannel connect(InetSocketAddress peer, InetAddress local, int millis) throws IOException {
            SocketChannel connected = super.connect(peer, local, millis);
            connected.setOption(StandardSocketOptions.TCP_NODELAY, true);
            return connected;
        }
    }
}

package dev.parley.systemtests.sip;

import dev.parley.systemtests.net.Loop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** SIP in datagrams. */
final class UdpTransport implements SipTransport {
    private final DatagramChannel channel;

    UdpTransport(Loop loop, InetSocketAddress address, Receiver receiver) {
        channel = loop.bind(address, (datagram, from) -> {
            byte[] bytes = new byte[datagram.remaining()];
            datagram.get(bytes);
            receiver.received(bytes, from);
        });
    }

    @Override
    public InetSocketAddress local() {
        try {
            return (InetSocketAddress) channel.getLocalAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "UDP";
    }

    @Override
    public boolean isReliable() {
        return false;
    }

    @Override
    public void send(byte[] message, InetSocketAddress to) {
        try {
            channel.send(ByteBuffer.wrap(message), to);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not send to " + to, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

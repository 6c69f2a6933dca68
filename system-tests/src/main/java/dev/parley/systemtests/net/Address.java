package dev.parley.systemtests.net;

import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;

/** Addresses as they are written: no name is ever looked up. */
public final class Address {
    private Address() {}

    public static InetSocketAddress of(String host, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(host), port);
    }

    /** Any free port at the address of this machine by which it reaches that one. */
    public static InetSocketAddress towards(InetSocketAddress other) {
        try (DatagramSocket socket = new DatagramSocket()) {
            // Nothing is sent: the system looks for the way.
            socket.connect(other);
            return new InetSocketAddress(socket.getLocalAddress(), 0);
        } catch (SocketException e) {
            throw new UncheckedIOException("No way to " + other, e);
        }
    }
}

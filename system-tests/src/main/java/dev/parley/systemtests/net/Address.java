package dev.parley.systemtests.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Addresses as they are written: no name is ever looked up. */
public final class Address {
    private Address() {}

    public static InetSocketAddress of(String host, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(host), port);
    }
}

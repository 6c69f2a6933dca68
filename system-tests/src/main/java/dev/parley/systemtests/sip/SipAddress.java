package dev.parley.systemtests.sip;

import dev.parley.systemtests.net.Address;
import java.net.InetSocketAddress;
import java.util.Locale;

/** Where a URI points; names are not looked up, a test world lives on addresses. */
final class SipAddress {
    private static final int DEFAULT_PORT = 5060;

    private SipAddress() {}

    static InetSocketAddress of(String uri) {
        String rest = uri.substring(uri.indexOf(':') + 1);
        String host = rest.substring(rest.indexOf('@') + 1).split("[;?]", 2)[0];
        int colon = host.lastIndexOf(':');
        return colon < 0
                ? Address.of(host, DEFAULT_PORT)
                : Address.of(host.substring(0, colon), Integer.parseInt(host.substring(colon + 1)));
    }

    static boolean isTcp(String uri) {
        return uri.toLowerCase(Locale.ROOT).contains("transport=tcp");
    }
}

package dev.parley.access.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which addresses and host names are inside a network rather than on the Internet. Whoever lets a customer choose where a
 * service connects to (a webhook, a trunk) asks here, so that there is one set of rules. Nothing here asks DNS.
 */
public final class InternalAddress {
    /**
     * Top-level names that no public DNS serves, or that are resolved locally: RFC 6761, RFC 6762 (mDNS), RFC 8375
     * (home.arpa), .internal as reserved by ICANN, those of Kubernetes, and what routers are shipped with.
     */
    private static final List<String> INSIDE_DOMAINS = List.of(
            "localhost",
            "localdomain",
            "local",
            "internal",
            "intranet",
            "private",
            "corp",
            "home",
            "lan",
            "home.arpa",
            "in-addr.arpa",
            "ip6.arpa",
            "svc",
            "invalid",
            "onion");

    private InternalAddress() {}

    /** Whether an address is not one of the public Internet: RFC 6890, and addresses that embed such a one. */
    public static boolean isInternal(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet4Address
                        ? isReserved4(address.getAddress(), 0)
                        : isReserved6(address.getAddress()));
    }

    /**
     * Whether a host is inside as it is written: an inside address in any notation that {@code inet_addr} takes
     * (decimal, hexadecimal, octal, fewer than four parts) or in IPv6 with or without brackets, a name of one label,
     * which a resolver completes with its own search domain, or a name in an inside domain. A public name may still
     * resolve to an inside address: whoever connects has to look at what it resolves to.
     */
    public static boolean isInternalHost(String host) {
        return literal(host).map(InternalAddress::isInternal).orElseGet(() -> isInternalName(host));
    }

    /** The address that is written here; none where it is a name, which is not looked up. */
    public static Optional<InetAddress> literal(String host) {
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        String text = bracketed ? host.substring(1, host.length() - 1) : host;
        try {
            return Optional.of(text.contains(":") ? InetAddress.ofLiteral(text) : Inet4Address.ofPosixLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isInternalName(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        while (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        String written = "." + name;
        return !name.contains(".") || INSIDE_DOMAINS.stream().anyMatch(domain -> written.endsWith("." + domain));
    }

    /** IPv4, in four bytes from there on. */
    private static boolean isReserved4(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        int second = bytes[at + 1] & 0xff;
        int third = bytes[at + 2] & 0xff;
        return first == 0
                || first == 10
                || first == 127
                || first >= 224
                || (first == 100 && second >= 64 && second < 128)
                || (first == 169 && second == 254)
                || (first == 172 && second >= 16 && second < 32)
                || (first == 192 && second == 168)
                || (first == 192 && second == 0 && third == 0)
                || (first == 198 && (second == 18 || second == 19));
    }

    /** Unique local addresses (RFC 4193), local NAT64 (RFC 8215), and those that embed one of IPv4. */
    private static boolean isReserved6(byte[] bytes) {
        if ((bytes[0] & 0xfe) == 0xfc) {
            return true;
        }
        if (bytes[0] == 0x20 && bytes[1] == 0x02) {
            return isReserved4(bytes, 2);
        }
        boolean nat64 = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
        boolean localNat64 = nat64 && bytes[4] == 0 && bytes[5] == 1;
        return localNat64 || ((nat64 || isCompatible4(bytes)) && isReserved4(bytes, 12));
    }

    /** {@code ::192.0.2.1}, an early way of writing IPv4 in IPv6 (RFC 4291 §2.5.5.1). */
    private static boolean isCompatible4(byte[] bytes) {
        for (int at = 0; at < 12; at++) {
            if (bytes[at] != 0) {
                return false;
            }
        }
        return true;
    }
}

package dev.parley.conference.adapter.out.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where webhooks may be. Whoever makes one chooses an address that this service calls: it must not lead within our own
 * walls. Asked when it is made, and again each time it is called, for names change their addresses. Thread-safe.
 */
public final class Walls {
    private static final int LONGEST = 2000;
    private static final int HIGHEST_PORT = 65_535;

    private final boolean allowHttp;
    private final boolean allowInternal;

    public Walls(boolean allowHttp, boolean allowInternal) {
        this.allowHttp = allowHttp;
        this.allowInternal = allowInternal;
    }

    /** Why no webhook may be there; none: it may. A name that is not known now may be known later. */
    public Optional<String> objection(String url) {
        Optional<URI> parsed = parse(url);
        if (parsed.isEmpty()) {
            return Optional.of("Expected an address such as https://example.com/parley");
        }
        URI uri = parsed.get();
        if (!uri.getScheme().equalsIgnoreCase("https")
                && !(allowHttp && uri.getScheme().equalsIgnoreCase("http"))) {
            return Optional.of(allowHttp ? "Expected https or http" : "Expected https");
        }
        try {
            return allowed(uri).isPresent() ? Optional.empty() : Optional.of("Expected an address on the Internet");
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static Optional<URI> parse(String url) {
        try {
            return Optional.of(new URI(url))
                    .filter(uri -> url.length() <= LONGEST
                            && uri.getScheme() != null
                            && uri.getHost() != null
                            && uri.getRawUserInfo() == null
                            && uri.getRawFragment() == null
                            && uri.getPort() <= HIGHEST_PORT
                            && uri.getPort() != 0);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * The address to connect to; none where it is within our walls.
     *
     * @throws UnknownHostException where there is none of that name
     */
    Optional<InetAddress> allowed(URI uri) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(uri.getHost());
        return allowInternal || Arrays.stream(found).noneMatch(Walls::isInternal)
                ? Optional.of(found[0])
                : Optional.empty();
    }

    static boolean isInternal(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet4Address
                        ? isReserved4(address.getAddress(), 0)
                        : isReserved6(address.getAddress()));
    }

    /** What is not on the Internet (RFC 6890). */
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

    /** Unique local addresses, and those that hide one of IPv4 (NAT64, 6to4). */
    private static boolean isReserved6(byte[] bytes) {
        if ((bytes[0] & 0xfe) == 0xfc) {
            return true;
        }
        if (bytes[0] == 0x20 && bytes[1] == 0x02) {
            return isReserved4(bytes, 2);
        }
        boolean nat64 = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
        return nat64 && isReserved4(bytes, 12);
    }
}

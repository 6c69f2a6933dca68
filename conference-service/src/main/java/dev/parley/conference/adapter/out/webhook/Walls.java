package dev.parley.conference.adapter.out.webhook;

import dev.parley.access.net.InternalAddress;
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
        return allowInternal || Arrays.stream(found).noneMatch(InternalAddress::isInternal)
                ? Optional.of(found[0])
                : Optional.empty();
    }
}

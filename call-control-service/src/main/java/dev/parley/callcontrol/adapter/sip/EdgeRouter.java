package dev.parley.callcontrol.adapter.sip;

import gov.nist.javax.sip.stack.HopImpl;
import java.util.Collections;
import java.util.ListIterator;
import javax.sip.SipException;
import javax.sip.SipStack;
import javax.sip.address.Hop;
import javax.sip.address.Router;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.RouteHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;

/**
 * Where a request goes: by its first Route; without one to the edge when it begins something, and to its Request-URI
 * within a dialog. The stack makes it by reflection.
 */
public final class EdgeRouter implements Router {
    private static final int SIP_PORT = 5060;
    private final Hop edge;

    /**
     * Made by the stack.
     *
     * @param edge {@code host:port/transport}
     */
    public EdgeRouter(SipStack stack, String edge) {
        String[] parts = edge.split("[:/]", -1);
        this.edge = new HopImpl(parts[0], Integer.parseInt(parts[1]), parts[2]);
    }

    @Override
    public Hop getNextHop(Request request) throws SipException {
        if (request.getHeader(RouteHeader.NAME) instanceof RouteHeader route) {
            return to(route.getAddress().getURI());
        }
        boolean within = request.getHeader(ToHeader.NAME) instanceof ToHeader to && to.getTag() != null;
        return within ? to(request.getRequestURI()) : edge;
    }

    private static Hop to(URI uri) throws SipException {
        if (!(uri instanceof SipURI sip)) {
            throw new SipException("Expected a SIP URI to send to, but it is " + uri.getScheme());
        }
        String host = sip.getMAddrParam() == null ? sip.getHost() : sip.getMAddrParam();
        int port = sip.getPort() > 0 ? sip.getPort() : SIP_PORT;
        return new HopImpl(host, port, sip.getTransportParam() == null ? "udp" : sip.getTransportParam());
    }

    @Override
    @SuppressWarnings("deprecation") // The interface still demands it; the stack does not call it.
    public ListIterator<?> getNextHops(Request request) {
        return Collections.emptyListIterator();
    }

    @Override
    public Hop getOutboundProxy() {
        return edge;
    }
}

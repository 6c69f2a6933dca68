package dev.parley.callcontrol.adapter.sip;

import dev.parley.callcontrol.sip.SipPort;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;

/**
 * Proves to the edge that a request is ours: each carries the key ({@code X-Parley-Key}), also within dialogs. Without it
 * the edge takes a request for one of a phone or a trunk and sends it nowhere but to us. The edge removes the header.
 */
public final class KeyedSipPort implements SipPort {
    private static final String KEY = "X-Parley-Key";
    private final SipPort port;
    private final String key;

    /** @param key the secret that the edge shares */
    public KeyedSipPort(SipPort port, String key) {
        this.port = port;
        this.key = key;
    }

    @Override
    public void reply(SipRequest request, SipResponse response) {
        port.reply(request, response);
    }

    @Override
    public void send(SipRequest request) {
        port.send(keyed(request));
    }

    @Override
    public void acknowledge(SipRequest ack) {
        port.acknowledge(keyed(ack));
    }

    @Override
    public void cancel(SipRequest invite) {
        port.cancel(invite);
    }

    private SipRequest keyed(SipRequest request) {
        return request.headers().first(KEY).isPresent()
                ? request
                : SipRequest.ours(
                        request.method(), request.uri(), request.headers().with(KEY, key), request.body());
    }
}

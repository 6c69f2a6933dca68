package dev.parley.callcontrol.adapter.sip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.SipPort;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyedSipPortTest {
    private final Recorder recorder = new Recorder();
    private final SipPort port = new KeyedSipPort(recorder, "sesame");

    @Test
    void everyRequestCarriesTheKeyOnce() {
        port.send(request("BYE", Headers.NONE));
        port.acknowledge(request("ACK", Headers.NONE));
        port.send(request("INVITE", Headers.NONE.with("X-Parley-Key", "sesame")));

        assertThat(recorder.sent)
                .hasSize(3)
                .allSatisfy(request ->
                        assertThat(request.headers().values("X-Parley-Key")).containsExactly("sesame"));
    }

    private static SipRequest request(String method, Headers headers) {
        return SipRequest.ours(method, "sip:801@127.0.0.1:5062", headers, "");
    }

    private static final class Recorder implements SipPort {
        private final List<SipRequest> sent = new ArrayList<>();

        @Override
        public void reply(SipRequest request, SipResponse response) {}

        @Override
        public void send(SipRequest request) {
            sent.add(request);
        }

        @Override
        public void acknowledge(SipRequest ack) {
            sent.add(ack);
        }

        @Override
        public void cancel(SipRequest invite) {}
    }
}

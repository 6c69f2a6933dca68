package dev.parley.callcontrol.shell;

import dev.parley.testsupport.FreePorts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** An {@link EdgeSocket} and the ports on which it and the service meet. */
public final class EdgeResource implements QuarkusTestResourceLifecycleManager {
    static final String KEY = "key-of-the-test";
    private EdgeSocket edge;

    @Override
    public Map<String, String> start() {
        int service = FreePorts.pair();
        int port = FreePorts.pair();
        try {
            edge = new EdgeSocket(port, service);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "parley.call-control.sip.port",
                String.valueOf(service),
                "parley.call-control.sip.edge",
                "127.0.0.1:" + port + "/tcp",
                "parley.call-control.sip.t1",
                "100ms",
                "parley.sip.key",
                KEY);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(edge, new TestInjector.MatchesType(EdgeSocket.class));
    }

    @Override
    public void stop() {
        try {
            edge.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

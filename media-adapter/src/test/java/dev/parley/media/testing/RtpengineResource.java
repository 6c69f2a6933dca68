package dev.parley.media.testing;

import dev.parley.testsupport.FreePorts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A real rtpengine for a test of the whole service. */
public final class RtpengineResource implements QuarkusTestResourceLifecycleManager {
    private RealRtpengine daemon;

    @Override
    public Map<String, String> start() {
        int dtmfPort = FreePorts.one();
        daemon = RealRtpengine.start(dtmfPort);
        return Map.of(
                "parley.media.ng.port", String.valueOf(daemon.ng().getPort()),
                "parley.media.dtmf.port", String.valueOf(dtmfPort),
                "parley.media.prompts-dir", daemon.promptsDir(),
                "parley.media.own-prompts.dir", daemon.ownPrompts().toString(),
                "parley.media.own-prompts.seen-as", daemon.ownPromptsSeenAs(),
                "parley.media.recording.dir",
                        daemon.ownPrompts().resolveSibling("recordings").toString(),
                "parley.media.reconcile-every", "1s",
                "quarkus.http.test-port", "0");
    }

    @Override
    public void stop() {
        daemon.close();
    }
}

package dev.parley.media.room;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.id.LegId;
import dev.parley.media.testing.Conference;
import dev.parley.media.testing.G711;
import dev.parley.media.testing.RealRtpengine;
import dev.parley.media.testing.ToneEndpoint;
import dev.parley.testsupport.FreePorts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Three telephones in one room of a real rtpengine; each sends a tone of its own. */
abstract class ThreeInAConference {
    private static int dtmfPort;
    private static RealRtpengine daemon;

    final ToneEndpoint low = new ToneEndpoint(440, G711.PCMU);
    final ToneEndpoint middle = new ToneEndpoint(620, G711.PCMU);
    final ToneEndpoint high = new ToneEndpoint(1000, G711.PCMA);
    Conference conference;
    LegId first;
    LegId second;
    LegId third;

    @BeforeAll
    static void startDaemon() {
        dtmfPort = FreePorts.one();
        daemon = RealRtpengine.start(dtmfPort);
    }

    @AfterAll
    static void stopDaemon() {
        daemon.close();
    }

    @BeforeEach
    void threeJoin() {
        conference = new Conference(daemon, dtmfPort);
        first = conference.joins(low);
        second = conference.joins(middle);
        third = conference.joins(high);
    }

    @AfterEach
    void over() throws IOException {
        conference.close();
        List.of(low, middle, high).forEach(ToneEndpoint::close); // those too that have left
        assertThat(daemon.isAlive()).isTrue();
    }

    void conferenceSounds(Map<Integer, List<Integer>> expected) {
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(conference.matrix()).isEqualTo(expected));
    }
}

package dev.parley.media.rtpengine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.media.ng.NgValue.Dictionary;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    @Test
    void itIsReadFromWhatRtpengineCounts() {
        var now = Dictionary.EMPTY
                .with("sessionsown", 11)
                .with("sessionstotal", 12)
                .with("packetrate", 4_512)
                .with("media_mixed", 8)
                .with("transcodedmedia", 3);
        var reply = Dictionary.EMPTY
                .with("result", "ok")
                .with("statistics", Dictionary.EMPTY.with("currentstatistics", now));

        assertThat(Workload.of(reply)).isEqualTo(new Workload(12, 4_512, 8, 3));
    }

    @Test
    void anAnswerOfAnotherFormIsNoWork() {
        assertThat(Workload.of(Dictionary.EMPTY.with("result", "ok"))).isEqualTo(Workload.NONE);
    }
}

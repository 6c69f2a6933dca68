package dev.parley.media.leg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.media.leg.SilenceWatch.Patience;
import dev.parley.media.rtpengine.ObservedRoom.Party;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** R27: who vanished is found; who is on hold, or rings, has not vanished. */
class FallingSilentTest {
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(30), Duration.ofMinutes(3));

    private final SilenceWatch watch = new SilenceWatch();

    @Test
    void whoSendsNoMoreIsFoundOnce() {
        assertThat(watch.isFoundGone(heardAt(0), at(10), PATIENCE)).isFalse();
        assertThat(watch.isFoundGone(heardAt(10), at(40), PATIENCE)).isFalse();
        assertThat(watch.isFoundGone(heardAt(10), at(41), PATIENCE)).isTrue();
        assertThat(watch.isFoundGone(heardAt(10), at(51), PATIENCE)).isFalse();
    }

    @Test
    void whoComesBackAndVanishesAgainIsFoundAgain() {
        watch.isFoundGone(heardAt(0), at(0), PATIENCE);
        assertThat(watch.isFoundGone(heardAt(0), at(31), PATIENCE)).isTrue();
        assertThat(watch.isFoundGone(heardAt(35), at(36), PATIENCE)).isFalse();
        assertThat(watch.isFoundGone(heardAt(35), at(66), PATIENCE)).isTrue();
    }

    @Test
    void aHoldMayBeSilentAndTheTimeCountsAnewAfterIt() {
        watch.isFoundGone(heardAt(0), at(0), PATIENCE);
        assertThat(watch.isFoundGone(onHold(), at(300), PATIENCE)).isFalse();
        assertThat(watch.isFoundGone(heardAt(0), at(301), PATIENCE)).isFalse();
        assertThat(watch.isFoundGone(heardAt(0), at(332), PATIENCE)).isTrue();
    }

    @Test
    void whoHasSentNothingYetMayStillRing() {
        watch.isFoundGone(ringing(), at(0), PATIENCE);
        assertThat(watch.isFoundGone(ringing(), at(180), PATIENCE)).isFalse();
        assertThat(watch.isFoundGone(ringing(), at(181), PATIENCE)).isTrue();
    }

    @Test
    void aProcessThatHasJustBegunToWatchWaits() {
        assertThat(watch.isFoundGone(heardAt(0), at(1000), PATIENCE)).isFalse();
        assertThat(watch.isFoundGone(heardAt(0), at(1031), PATIENCE)).isTrue();
    }

    private static Party heardAt(long second) {
        return new Party(at(0), at(second), 50, true);
    }

    private static Party onHold() {
        return new Party(at(0), at(0), 50, false);
    }

    private static Party ringing() {
        return new Party(at(0), at(0), 0, true);
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(1_770_000_000 + second);
    }
}

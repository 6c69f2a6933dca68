package dev.parley.media.room;

import static dev.parley.media.testing.Conference.next;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.media.MediaEvent.LegMediaLost;
import org.junit.jupiter.api.Test;

/** R27: a telephone that is gone without a word is found. */
class VanishingIT extends ThreeInAConference {
    @Test
    void aTelephoneThatSendsNoMoreIsFoundOnceAndOneOnHoldIsNot() {
        conference.everybodyHearsEverybody();
        conference.forget();
        await().atMost(30, SECONDS).until(() -> middle.received().size() >= 30);
        conference.renegotiate(second, 1, middle.sdp("inactive"));
        middle.vanishes();
        low.vanishes();

        await().atMost(30, SECONDS).untilAsserted(() -> {
            conference.reconcile();
            assertThat(conference.events).isNotEmpty();
        });
        conference.reconcile();

        assertThat(next(conference.events)).isEqualTo(new LegMediaLost(conference.room, first));
        assertThat(conference.events).isEmpty();
    }
}

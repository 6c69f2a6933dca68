package dev.parley.conference.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.call.CallEvent.LegAnswered;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What autoscaling goes by, with real partitions. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class LoadIT extends RunningService {
    private static final String OURS = "room = ?";
    private static final String ALL = "room || ? <> ''";

    @Test
    void aRoomCountsAsLongAsItsConferenceGoesOn() {
        openRoom(2);
        // A share is told from one question to the next: this is the one before the work.
        assertThat(used("busy_share")).isBetween(0.0, 1.0);
        bus.say(arrived(anna));
        bus.say(new LegAnswered(room, anna));

        eventually(() -> {
            assertThat(goingOn(OURS)).isOne();
            // All partitions are this process's.
            assertThat(used("rooms")).isEqualTo(goingOn(ALL)).isEqualTo(value("parley_conference_rooms"));
            assertThat(used("busy_share")).isPositive().isLessThanOrEqualTo(1);
        });
        assertThat(value("parley_load_ratio")).isPositive();
        assertThat(used("lag")).isNotNegative();

        bus.say(new LegEnded(room, anna, LegEnd.HUNG_UP));

        eventually(() -> {
            assertThat(goingOn(OURS)).isZero();
            assertThat(used("rooms")).isEqualTo(goingOn(ALL));
        });
    }

    private double goingOn(String which) throws SQLException {
        return count("select count(*) from conference where ended_at is null and " + which);
    }

    private double used(String limit) {
        return meters.get("parley_load_used").tag("limit", limit).gauge().value();
    }

    private double value(String gauge) {
        return meters.get(gauge).gauge().value();
    }
}

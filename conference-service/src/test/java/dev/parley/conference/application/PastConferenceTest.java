package dev.parley.conference.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.application.PastConference.Attendance;
import dev.parley.conference.domain.LeaveReason;
import dev.parley.conference.domain.Role;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastConferenceTest {
    private static Attendance in(String who, long joined, long left) {
        return new Attendance(
                new ParticipantId(who),
                new LegId("leg-" + who),
                "801",
                Role.PARTICIPANT,
                Instant.ofEpochSecond(joined),
                Instant.ofEpochSecond(left),
                LeaveReason.HUNG_UP);
    }

    @Test
    void thoseWhoWereInTogetherAreCounted() {
        assertThat(PastConference.mostAtOnce(List.of())).isZero();
        assertThat(PastConference.mostAtOnce(List.of(in("a", 0, 10), in("b", 10, 20))))
                .as("who comes as another goes")
                .isEqualTo(1);
        assertThat(PastConference.mostAtOnce(List.of(in("a", 0, 10), in("b", 5, 20), in("c", 5, 6), in("d", 12, 13))))
                .isEqualTo(3);
        assertThat(PastConference.mostAtOnce(List.of(in("a", 0, 0)))).isEqualTo(1);
    }
}

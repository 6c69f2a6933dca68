package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.SOON;
import static dev.parley.systemtests.RunningSystem.assertAllHearEachOther;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.conference.ConferenceEvent.ConferenceStarted;
import dev.parley.contracts.id.RoomId;
import dev.parley.systemtests.audio.Levels;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.HearingMatrix;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.world.ConferenceStory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("R2, R9 to R14: bringing somebody in")
class InvitingIT {
    private static final String OUTSIDER = "+4930123456";
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private RunningSystem system;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
    }

    @AfterEach
    void part() {
        system.close();
    }

    private TestPhone phone(String user) {
        return system.phones().phone("demo", user).registers();
    }

    @Test
    @DisplayName("R2: anybody who is an extension brings in a colleague")
    void aColleague() {
        Call one = phone("801").calls("910").awaitAnswered();
        Call other = phone("802").calls("910").awaitAnswered();
        TestPhone colleague = phone("803");

        other.presses("*8803#");
        Call invited = colleague.awaitCall(A_WHILE).rings().answers();

        assertAllHearEachOther(List.of(one, other, invited));
        invited.hangsUp();
        assertAllHearEachOther(List.of(one, other));
    }

    @Test
    @DisplayName("R2, R14: an outside number is heard by all before it answers")
    void anOutsideNumber() {
        TestPhone carrier = system.phones().carrier("pstn", OUTSIDER);
        Call one = phone("801").calls("910").awaitAnswered();
        Call other = phone("802").calls("910").awaitAnswered();

        one.presses("*8" + OUTSIDER.replace("+", "00") + "#");
        Call invited = carrier.awaitCall(A_WHILE).playsEarly();

        List<Call> everybody = List.of(one, other, invited);
        HearingMatrix early = HearingMatrix.settled(A_WHILE, everybody, (_, _) -> true);
        assertThat(early.level(one.name(), invited.name())).as("%s", early).isGreaterThan(Levels.HEARD);
        assertThat(early.level(other.name(), invited.name())).as("%s", early).isGreaterThan(Levels.HEARD);
        invited.answers();
        assertAllHearEachOther(everybody);
    }

    @Test
    @DisplayName("R2: a caller from outside may not bring anybody in")
    void notFromOutside() {
        Call outsider =
                system.phones().carrier("pstn", OUTSIDER).calls("+4930900910").awaitAnswered();
        Call member = phone("801").calls("910").awaitAnswered();
        TestPhone wanted = phone("803");
        TestPhone colleague = phone("804");
        assertAllHearEachOther(List.of(outsider, member));

        outsider.presses("*8803#");
        // Pressed later and carried out: had the outsider's keys meant anything, 803 would ring by now.
        member.presses("*8804#");
        Call allowed = colleague.awaitCall(A_WHILE).answers();

        assertAllHearEachOther(List.of(outsider, member, allowed));
        assertThat(wanted.isCalled()).isFalse();
    }

    @Test
    @DisplayName("R9 to R11: an owner's own conference, joined once it is created")
    void aLocalConference() {
        assertThat(phone("802").calls("*8801").awaitRefused(A_WHILE)).isEqualTo(480);
        try (ConferenceStory story =
                new ConferenceStory(system.world().kafka(), new RoomId("demo:local-801"), _ -> {})) {
            Call owner = phone("801").calls("*8801").awaitAnswered();
            assertThat(story.await(ConferenceStarted.class, 1, SOON)).isPresent();

            Call guest = phone("803").calls("*8801").awaitAnswered();

            assertAllHearEachOther(List.of(owner, guest));
        }
    }

    @Test
    @DisplayName("R12, R13: only the owner invites; ## takes back an outside call that rings")
    void theOwnerInvitesAndDrops() {
        TestPhone carrier = system.phones().carrier("pstn", OUTSIDER);
        Call owner = phone("801").calls("*8801").awaitAnswered();
        Call guest = phone("802").calls("*8801").awaitAnswered();
        assertAllHearEachOther(List.of(owner, guest));

        owner.presses("*8" + OUTSIDER.replace("+", "00") + "#");
        Call invited = carrier.awaitCall(A_WHILE).rings();
        owner.presses("##");
        assertThat(invited.awaitRefused(SOON)).isEqualTo(487);

        assertAllHearEachOther(List.of(owner, guest));
    }
}

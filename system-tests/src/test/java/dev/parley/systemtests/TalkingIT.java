package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.SOON;
import static dev.parley.systemtests.RunningSystem.assertAllHearEachOther;
import static dev.parley.systemtests.RunningSystem.assertHearing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.TestPhone;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Must show 3: calls between two, in the house and over the trunks")
class TalkingIT {
    @TempDir
    private Path folder;

    private RunningSystem system;
    private TestPhone caller;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        caller = system.phones().phone("demo", "801").registers();
    }

    @AfterEach
    void part() {
        system.close();
    }

    @Test
    void aPhoneCallsAnother() {
        TestPhone callee = system.phones().phone("demo", "802").registers();
        Call outgoing = caller.calls("802");
        Call incoming = callee.awaitCall().rings();
        outgoing.awaitRinging();
        incoming.answers();
        outgoing.awaitAnswered();
        assertAllHearEachOther(List.of(outgoing, incoming));

        incoming.hangsUp();
        outgoing.awaitHungUp();
    }

    @Test
    void whoeverCalledMayHangUp() {
        TestPhone callee = system.phones().phone("demo", "802").registers();
        Call outgoing = caller.calls("802");
        Call incoming = callee.awaitCall().answers();

        outgoing.awaitAnswered().hangsUp();

        incoming.awaitHungUp();
    }

    @Test
    void whoHoldsIsNotHeardAndComesBack() {
        TestPhone callee = system.phones().phone("demo", "802").registers();
        Call outgoing = caller.calls("802");
        Call incoming = callee.awaitCall().answers();
        outgoing.awaitAnswered();

        outgoing.holds();
        assertHearing(List.of(outgoing, incoming), (listener, speaker) -> false);

        outgoing.resumes();
        assertAllHearEachOther(List.of(outgoing, incoming));
    }

    @Test
    void aCallGivenUpStopsRinging() {
        TestPhone callee = system.phones().phone("demo", "802").registers();
        Call outgoing = caller.calls("802");
        Call incoming = callee.awaitCall().rings();
        outgoing.awaitRinging();

        outgoing.cancels();

        assertThat(outgoing.awaitRefused(SOON)).isEqualTo(487);
        assertThat(incoming.awaitRefused(SOON)).isEqualTo(487);
    }

    @Test
    void aBusyPhoneIsBusy() {
        TestPhone callee = system.phones().phone("demo", "802").registers();
        Call outgoing = caller.calls("802");

        callee.awaitCall().rejects(486);

        assertThat(outgoing.awaitRefused(SOON.multipliedBy(2))).isEqualTo(486);
    }

    @ParameterizedTest
    @CsvSource({"pstn, +49301234567", "pstn, 0049301234567", "gsm, 07701234567"})
    void aPhoneCallsOutOverATrunk(String trunk, String number) {
        TestPhone carrier = system.phones().carrier(trunk, "+49301234567");
        Call outgoing = caller.calls(number);
        Call incoming = carrier.awaitCall();
        assertThat(incoming.dialled()).endsWith(number.substring(2));
        incoming.answers();
        outgoing.awaitAnswered();

        assertAllHearEachOther(List.of(outgoing, incoming));

        outgoing.hangsUp();
        incoming.awaitHungUp();
    }

    @Test
    void theNetworksAnnouncementIsHeardBeforeTheAnswer() {
        TestPhone carrier = system.phones().carrier("pstn", "+49301234567");
        Call outgoing = caller.calls("+49301234567");
        Call incoming = carrier.awaitCall().playsEarly();
        outgoing.awaitEarlyMedia();

        assertHearing(List.of(outgoing, incoming), (listener, speaker) -> true);

        incoming.answers();
        outgoing.awaitAnswered();
        assertAllHearEachOther(List.of(outgoing, incoming));
    }

    @Test
    void anOutsideNumberCallsIntoTheConference() {
        Call inside = caller.calls("910").awaitAnswered();
        Call outside = system.phones()
                .carrier("pstn", "+49307654321")
                .calls("+4930900910")
                .awaitAnswered();

        assertAllHearEachOther(List.of(inside, outside));
    }
}

package dev.parley.systemtests.baresip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.audio.Tone;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.HearingMatrix;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.phone.TestPhones;
import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test phone and baresip understand each other, so what they say of the system can be believed. */
class CallingBaresipIT {
    private static final World NO_SYSTEM = World.nothingBut(new World.Sip("127.0.0.1", 9));

    @Test
    void theyHearEachOther(@TempDir Path folder) {
        try (TestPhones phones = new TestPhones(NO_SYSTEM)) {
            TestPhone phone = phones.phone(new Account("bob", "parley.test", "unused"));
            Account account = new Account("alice", "parley.test", "unused");
            try (Baresip baresip = Baresip.start(folder, account, phone.address(), Tone.of(1), Codec.PCMA, false)) {
                baresip.calls("bob");
                Call call = phone.awaitCall().answers();
                baresip.awaitAnswered();

                HearingMatrix matrix = HearingMatrix.settled(
                        Duration.ofSeconds(5), List.of(baresip, call), (listener, speaker) -> true);

                assertThat(matrix.faults()).as("%s\n%s", matrix, baresip.log()).isEmpty();
                call.hangsUp();
                baresip.awaitHungUp();
            }
        }
    }
}

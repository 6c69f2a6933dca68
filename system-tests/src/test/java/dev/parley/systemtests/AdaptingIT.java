package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.assertAllHearEachOther;
import static dev.parley.systemtests.RunningSystem.assertHearing;

import dev.parley.systemtests.audio.G711;
import dev.parley.systemtests.baresip.Codec;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.Listener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Must show 4, R25: whatever a phone renegotiates or speaks, the conference stays as it was")
class AdaptingIT {
    @TempDir
    private Path folder;

    private RunningSystem system;
    private List<Call> calls;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        calls = new ArrayList<>();
        join("801");
        join("802");
    }

    private Call join(String user) {
        Call call = system.phones().phone("demo", user).registers().calls("910").awaitAnswered();
        calls.add(call);
        return call;
    }

    @AfterEach
    void part() {
        system.close();
    }

    @Test
    void whoHoldsIsNotHeardAndComesBack() {
        Call third = join("803");
        assertAllHearEachOther(calls);

        third.holds();
        assertHearing(calls, (listener, speaker) -> !listener.equals("803") && !speaker.equals("803"));

        third.resumes();
        assertAllHearEachOther(calls);

        third.goesInactive();
        assertHearing(calls, (listener, speaker) -> !listener.equals("803") && !speaker.equals("803"));

        third.resumes();
        assertAllHearEachOther(calls);
    }

    @Test
    void aPhoneMayChangeItsPort() {
        join("803").moves();

        assertAllHearEachOther(calls);
    }

    @Test
    void aPhoneMayAskForAnOfferWithinTheCall() {
        join("803").asksForAnOffer();

        assertAllHearEachOther(calls);
    }

    @Test
    void anInviteWithoutSdpIsOfferedOne() {
        calls.add(system.phones()
                .phone("demo", "803")
                .registers()
                .callsWithoutOffer("910")
                .awaitAnswered());

        assertAllHearEachOther(calls);
    }

    @Test
    void aPhoneMaySpeakALawOnly() {
        calls.add(system.phones()
                .phone("demo", "803")
                .speaking(G711.PCMA)
                .registers()
                .calls("910")
                .awaitAnswered());

        assertAllHearEachOther(calls);
    }

    @Test
    void aPhoneMayUseTcp() {
        calls.add(
                system.phones().tcpPhone("demo", "803").registers().calls("910").awaitAnswered());

        assertAllHearEachOther(calls);
    }

    @ParameterizedTest
    @EnumSource(Codec.class)
    void aPhoneOfAnotherMakerMaySpeakAnyCodec(Codec codec) {
        List<Listener> everybody = new ArrayList<>(calls);
        everybody.add(system.baresip("demo", "803", codec).calls("910").awaitAnswered());

        assertAllHearEachOther(everybody);
    }
}

package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.SOON;
import static dev.parley.systemtests.RunningSystem.assertAllHearEachOther;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.baresip.Baresip;
import dev.parley.systemtests.baresip.Codec;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.Call.Keys;
import dev.parley.systemtests.phone.TestPhone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("R1: through a menu, a forwarded phone or a callback into the conference")
class ThreeWaysIT {
    private static final String OUTSIDER = "+49301234567";

    private static final Duration MOMENT = Duration.ofMillis(200);
    /** About −36 dB of full scale; a quiet line stays far below. */
    private static final int AUDIBLE = 500;

    @TempDir
    private Path folder;

    private RunningSystem system;
    private Call member;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        member = system.phones().phone("demo", "801").registers().calls("910").awaitAnswered();
    }

    @AfterEach
    void part() {
        system.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Keys.class,
            names = {"EVENTS", "INFO"})
    void aKeyInTheMenuLeadsIn(Keys way) {
        Call caller =
                system.phones().phone("demo", "803").registers().calls("700").awaitAnswered();
        hearsSomething(caller);
        caller.presses("1", way);

        assertAllHearEachOther(List.of(member, caller));
        caller.hangsUp();
    }

    @Test
    void aPhoneOfAnotherMakerComesThroughTheMenu() {
        Baresip caller = system.baresip("demo", "803", Codec.G722).calls("700").awaitAnswered();
        caller.presses("1");

        assertAllHearEachOther(List.of(member, caller));
    }

    @Test
    void aCallerFromOutsideComesThroughTheMenu() {
        Call caller =
                system.phones().carrier("pstn", OUTSIDER).calls("+4930900700").awaitAnswered();
        hearsSomething(caller);
        caller.presses("1");

        assertAllHearEachOther(List.of(member, caller));
    }

    @Test
    void aCallerWithoutAnOfferComesThroughTheMenu() {
        Call caller = system.phones()
                .phone("demo", "803")
                .registers()
                .callsWithoutOffer("700")
                .awaitAnswered();
        hearsSomething(caller);
        caller.presses("1");

        assertAllHearEachOther(List.of(member, caller));
    }

    @Test
    void aWrongKeyIsNotTheEnd() {
        Call caller =
                system.phones().phone("demo", "803").registers().calls("700").awaitAnswered();
        hearsSomething(caller);
        caller.presses("7");
        hearsSomething(caller);
        caller.presses("1");

        assertAllHearEachOther(List.of(member, caller));
    }

    @Test
    void aForwardedPhoneLeadsIn() {
        TestPhone forwarded = system.phones().phone("demo", "805").registers();
        Call caller =
                system.phones().phone("demo", "803").registers().calls("805").awaitAnswered();

        assertAllHearEachOther(List.of(member, caller));
        assertThat(forwarded.triesToRegister()).isEqualTo(200);
    }

    @Test
    void aCallbackLeadsIn() {
        TestPhone outside = system.phones().carrier("pstn", OUTSIDER);
        Call refused = outside.calls("+4930900911");
        assertThat(refused.awaitRefused(SOON)).isEqualTo(603);
        Call back = outside.awaitCall(SOON.multipliedBy(2)).rings();
        assertThat(back.dialled()).endsWith(OUTSIDER.substring(1));
        back.answers();

        assertAllHearEachOther(List.of(member, back));
        back.hangsUp();
    }

    /** The menu, or what follows it: nobody waits in silence. */
    private static void hearsSomething(Call caller) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(caller.listens(MOMENT).peak()).isGreaterThan(AUDIBLE));
    }
}

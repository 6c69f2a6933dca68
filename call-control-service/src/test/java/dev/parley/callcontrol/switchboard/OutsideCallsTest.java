package dev.parley.callcontrol.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.dialplan.Toll;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.TenantId;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Limits of outside calls, and that they are counted back to zero (R29). */
class OutsideCallsTest {
    private static final TenantId DEMO = new TenantId("demo");
    private static final OptionalInt NONE = OptionalInt.empty();

    private final OutsideCalls calls = new OutsideCalls();

    private boolean admit(int leg, Toll toll, long second) {
        return calls.admit(new LegId("leg-" + leg), toll, Instant.ofEpochSecond(second));
    }

    private static Toll toll(String account, OptionalInt tenant, OptionalInt concurrent, OptionalInt perMinute) {
        return new Toll(DEMO, account, tenant, concurrent, perMinute);
    }

    @Test
    void extensionHasSoManyAtOnce() {
        Toll toll = toll("801", NONE, OptionalInt.of(2), NONE);

        assertThat(IntStream.range(0, 3).mapToObj(leg -> admit(leg, toll, 0))).containsExactly(true, true, false);
        assertThat(admit(4, toll("802", NONE, OptionalInt.of(2), NONE), 0)).isTrue();
        calls.release(new LegId("leg-0"));
        assertThat(admit(5, toll, 0)).isTrue();
    }

    @Test
    void tenantHasSoManyAtOnceOverAllExtensions() {
        assertThat(admit(1, toll("801", OptionalInt.of(2), NONE, NONE), 0)).isTrue();
        assertThat(admit(2, toll("802", OptionalInt.of(2), NONE, NONE), 0)).isTrue();
        assertThat(admit(3, toll("803", OptionalInt.of(2), NONE, NONE), 0)).isFalse();
        Toll other = new Toll(new TenantId("acme"), "801", OptionalInt.of(1), NONE, NONE);

        assertThat(admit(4, other, 0)).isTrue();
    }

    @Test
    void extensionBeginsSoManyInAMinute() {
        Toll toll = toll("801", NONE, NONE, OptionalInt.of(2));
        assertThat(admit(1, toll, 0)).isTrue();
        assertThat(admit(2, toll, 30)).isTrue();
        calls.release(new LegId("leg-1"));
        assertThat(admit(3, toll, 59)).isFalse();

        assertThat(admit(4, toll, 60)).isTrue();
        assertThat(admit(5, toll, 61)).isFalse();
    }

    @Test
    void nothingIsLeftWhenAllHaveEnded() {
        Toll toll = toll("801", NONE, OptionalInt.of(1), NONE);
        admit(1, toll, 0);
        admit(2, toll, 0);
        calls.count(new LegId("leg-3"), toll, Instant.EPOCH);
        assertThat(calls.running()).isEqualTo(2);
        IntStream.range(1, 4).forEach(leg -> calls.release(new LegId("leg-" + leg)));

        assertThat(calls.running()).isZero();
        assertThat(admit(5, toll, 0)).isTrue();
    }
}

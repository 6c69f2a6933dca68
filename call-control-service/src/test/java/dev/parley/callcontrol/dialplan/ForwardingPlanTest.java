package dev.parley.callcontrol.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.dialplan.Destination.Barred;
import dev.parley.callcontrol.dialplan.Destination.CallBack;
import dev.parley.callcontrol.dialplan.Destination.ConferenceRoom;
import dev.parley.callcontrol.dialplan.Destination.Outside;
import dev.parley.callcontrol.dialplan.Destination.Phone;
import dev.parley.contracts.call.Caller;
import dev.parley.contracts.call.Caller.Origin;
import dev.parley.contracts.directory.Callback;
import dev.parley.contracts.directory.ConferenceOptions;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.ClassOfServiceEntry;
import dev.parley.contracts.directory.DirectoryEntry.ConferenceEntry;
import dev.parley.contracts.directory.DirectoryEntry.NumberEntry;
import dev.parley.contracts.directory.DirectoryEntry.PhoneEntry;
import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.contracts.directory.DirectoryEntry.TrunkEntry;
import dev.parley.contracts.directory.PhoneOptions;
import dev.parley.contracts.directory.PhoneOptions.Condition;
import dev.parley.contracts.directory.PhoneOptions.Forwarding;
import dev.parley.contracts.directory.TenantLimits;
import dev.parley.contracts.id.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rules that send calls on, who may call outside, and who is called back. */
class ForwardingPlanTest {
    private static final TenantId DEMO = new TenantId("demo");
    private static final OptionalInt NONE = OptionalInt.empty();

    private final Map<String, DirectoryEntry> entries = new HashMap<>();
    private final DialPlan plan = new DialPlan(Directory.live(entries), "00");

    ForwardingPlanTest() {
        put(new TenantEntry(DEMO, "demo.parley.test", "Demo", "en"));
        put(new ConferenceEntry(
                DEMO, "910", "Open", new ConferenceOptions(Optional.empty(), Optional.empty(), 5, false)));
        put(new TrunkEntry("pstn", Optional.empty(), List.of("+", "0"), true));
        phone("801", Optional.empty());
    }

    private void put(DirectoryEntry entry) {
        entries.put(entry.key(), entry);
    }

    private void phone(String extension, Optional<String> service, Forwarding... rules) {
        put(new PhoneEntry(
                DEMO,
                extension,
                "Phone",
                Optional.of(new PhoneOptions(List.of(rules), service, PhoneOptions.DEFAULT.localConference()))));
    }

    private static Forwarding rule(Condition when, String destination, String... callers) {
        return new Forwarding(when, List.of(callers), destination, 20);
    }

    private static final Caller ADA = new Caller(Origin.PHONE, "801", Optional.of("Ada"), Optional.empty());

    private Destination dialled(String number) {
        return plan.dialled(DEMO, number, ADA);
    }

    @Test
    void changeTakesEffectOnTheNextCall() {
        phone("805", Optional.empty(), rule(Condition.ALWAYS, "910"));
        assertThat(dialled("805")).isEqualTo(new ConferenceRoom(DEMO, "910"));
        phone("805", Optional.empty());

        assertThat(dialled("805")).isInstanceOf(Phone.class);
    }

    @Test
    void ruleForSomeCallersHoldsForThemAlone() {
        phone("805", Optional.empty(), rule(Condition.ALWAYS, "910", "+49", "80"));
        put(new NumberEntry("+4930900805", DEMO, "805"));

        assertThat(dialled("805")).isInstanceOf(ConferenceRoom.class);
        assertThat(plan.arrived(DEMO, "+4930900805", outsider("004917155"))).isInstanceOf(ConferenceRoom.class);
        assertThat(plan.arrived(DEMO, "+4930900805", outsider("+33123"))).isInstanceOf(Phone.class);
    }

    @Test
    void circleRingsThePhoneAtItsEnd() {
        phone("805", Optional.empty(), rule(Condition.ALWAYS, "806"));
        phone("806", Optional.empty(), rule(Condition.ALWAYS, "805"));

        assertThat(dialled("805")).isInstanceOfSatisfying(Phone.class, phone -> {
            assertThat(phone.extension()).isEqualTo("806");
            assertThat(phone.trail().hops()).hasSize(1);
        });
    }

    @Test
    void chainEndsAfterFiveHops() {
        IntStream.range(0, 9)
                .forEach(number -> phone("82" + number, Optional.empty(), rule(Condition.ALWAYS, "82" + (number + 1))));

        assertThat(dialled("820"))
                .isInstanceOfSatisfying(
                        Phone.class, phone -> assertThat(phone.extension()).isEqualTo("825"));
    }

    @Test
    void firstRuleThatFitsIsTaken() {
        phone(
                "805",
                Optional.empty(),
                rule(Condition.BUSY, "801", "+49"),
                rule(Condition.BUSY, "910"),
                rule(Condition.BUSY, "801"));

        assertThat(plan.forwarded((Phone) dialled("805"), Condition.BUSY)).contains(new ConferenceRoom(DEMO, "910"));
        assertThat(plan.forwarded((Phone) dialled("805"), Condition.NO_ANSWER)).isEmpty();
    }

    private void service(String name, boolean outside, List<String> prefixes, List<String> barred) {
        put(new ClassOfServiceEntry(DEMO, name, outside, prefixes, barred, OptionalInt.of(2), OptionalInt.of(10)));
    }

    @Test
    void classOfServiceSaysWhichNumbers() {
        service("some", true, List.of("+49"), List.of("+49900"));
        phone("801", Optional.of("some"));

        assertThat(dialled("+4930123")).isInstanceOfSatisfying(Outside.class, outside -> {
            assertThat(outside.toll().account()).isEqualTo("801");
            assertThat(outside.toll().concurrentCalls()).hasValue(2);
        });
        assertThat(dialled("+33123")).isEqualTo(new Barred(DEMO));
        assertThat(dialled("0049900123")).isEqualTo(new Barred(DEMO));
    }

    @Test
    void phoneWithoutAClassHasTheTenants() {
        service("none", false, List.of(), List.of());
        put(new TenantEntry(
                DEMO,
                "demo.parley.test",
                "Demo",
                "en",
                Optional.of(new TenantLimits(NONE, NONE, OptionalInt.of(3), Optional.of("none")))));
        assertThat(dialled("+4930123")).isEqualTo(new Barred(DEMO));
        service("all", true, List.of(), List.of());
        phone("801", Optional.of("all"));

        assertThat(dialled("+4930123"))
                .isInstanceOfSatisfying(
                        Outside.class,
                        outside -> assertThat(outside.toll().tenantCalls()).hasValue(3));
    }

    @Test
    void classThatIsNotThereAllowsNothing() {
        phone("801", Optional.of("forgotten"));

        assertThat(dialled("+4930123")).isEqualTo(new Barred(DEMO));
    }

    @Test
    void whoeverSendsACallOutsidePaysForIt() {
        service("none", false, List.of(), List.of());
        phone("801", Optional.of("none"));
        phone("805", Optional.empty(), rule(Condition.ALWAYS, "+4930123"));
        assertThat(dialled("805")).isInstanceOf(Outside.class);
        phone("805", Optional.of("none"), rule(Condition.ALWAYS, "+4930123"));

        assertThat(dialled("805")).isEqualTo(new Barred(DEMO));
    }

    private static Caller outsider(String number) {
        return new Caller(Origin.TRUNK, number, Optional.empty(), Optional.of("gsm"));
    }

    private Destination calls(String number) {
        put(new NumberEntry(
                "+4930900911",
                DEMO,
                "910",
                Optional.of(new Callback(Callback.Manner.REFUSE, 5, List.of("+49", "0171")))));
        return plan.arrived(DEMO, "+4930900911", outsider(number));
    }

    @Test
    void callerIsCalledBackByTheTrunkThatReachesIt() {
        assertThat(calls("+4917155")).isInstanceOfSatisfying(CallBack.class, callBack -> {
            assertThat(callBack.back().trunk()).isEqualTo("pstn");
            assertThat(callBack.back().number()).isEqualTo("+4917155");
            assertThat(callBack.back().toll().account()).isEqualTo("910");
        });
    }

    @Test
    void callerWhomNoPrefixReachesIsCalledBackByTheTrunkItCameFrom() {
        entries.remove("trunk/pstn");

        assertThat(calls("+4917155"))
                .isInstanceOfSatisfying(
                        CallBack.class,
                        callBack -> assertThat(callBack.back().trunk()).isEqualTo("gsm"));
    }

    @Test
    void callerWhomTheRuleDoesNotMeanIsConnected() {
        assertThat(calls("+33123")).isEqualTo(new ConferenceRoom(DEMO, "910"));
    }

    @Test
    void callerWhoCannotBeCalledBackIsTurnedAway() {
        put(new NumberEntry(
                "+4930900912", DEMO, "910", Optional.of(new Callback(Callback.Manner.REFUSE, 5, List.of()))));

        assertThat(plan.arrived(DEMO, "+4930900912", outsider("anonymous"))).isEqualTo(new Barred(DEMO));
    }
}

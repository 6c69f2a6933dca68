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
import dev.parley.contracts.id.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules that go by the caller's number know nothing of one that is withheld. */
class AnonymousCallersTest {
    private static final TenantId DEMO = new TenantId("demo");
    private static final String DID = "+4930900805";
    private static final Caller SHOWN = new Caller(Origin.TRUNK, "+4917155", Optional.empty(), Optional.of("pstn"));
    private static final Caller WITHHELD = SHOWN.withholding(true);
    private static final Caller UNKNOWN =
            new Caller(Origin.TRUNK, Caller.ANONYMOUS, Optional.empty(), Optional.of("pstn"));
    private static final Caller ADA = new Caller(Origin.PHONE, "801", Optional.of("Ada"), Optional.empty());

    private final Map<String, DirectoryEntry> entries = new HashMap<>();
    private final DialPlan plan = new DialPlan(Directory.live(entries), "00");

    @BeforeEach
    void demo() {
        put(new TenantEntry(DEMO, "demo.parley.test", "Demo", "en"));
        put(new ConferenceEntry(
                DEMO, "910", "Open", new ConferenceOptions(Optional.empty(), Optional.empty(), 5, false)));
        put(new TrunkEntry("pstn", Optional.empty(), List.of("+"), true));
        put(new NumberEntry(DID, DEMO, "805"));
    }

    private void put(DirectoryEntry entry) {
        entries.put(entry.key(), entry);
    }

    private Destination forwardedFor(Caller caller, String... callers) {
        put(new PhoneEntry(
                DEMO,
                "805",
                "Eve",
                Optional.of(new PhoneOptions(
                        List.of(new Forwarding(Condition.ALWAYS, List.of(callers), "910", 20)),
                        Optional.empty(),
                        PhoneOptions.DEFAULT.localConference()))));
        return caller.origin() == Origin.PHONE ? plan.dialled(DEMO, "805", caller) : plan.arrived(DEMO, DID, caller);
    }

    @Test
    void forwardingForANumberIsForThoseWhoShowIt() {
        for (String prefix : List.of("+4917155", "+", "")) {
            assertThat(forwardedFor(SHOWN, prefix)).as(prefix).isInstanceOf(ConferenceRoom.class);
            assertThat(forwardedFor(WITHHELD, prefix)).as(prefix).isInstanceOf(Phone.class);
            assertThat(forwardedFor(UNKNOWN, prefix)).as(prefix).isInstanceOf(Phone.class);
        }
        assertThat(forwardedFor(ADA, "801")).isInstanceOf(ConferenceRoom.class);
        assertThat(forwardedFor(ADA.withholding(true), "801")).isInstanceOf(Phone.class);
    }

    @Test
    void forwardingForTheAnonymousIsForAllWhoShowNoNumber() {
        assertThat(forwardedFor(WITHHELD, "+33", "anonymous")).isInstanceOf(ConferenceRoom.class);
        assertThat(forwardedFor(UNKNOWN, "anonymous")).isInstanceOf(ConferenceRoom.class);
        assertThat(forwardedFor(ADA.withholding(true), "anonymous")).isInstanceOf(ConferenceRoom.class);
        assertThat(forwardedFor(SHOWN, "anonymous")).isInstanceOf(Phone.class);
    }

    @Test
    void withoutCallersARuleIsForAll() {
        assertThat(forwardedFor(WITHHELD)).isInstanceOf(ConferenceRoom.class);
    }

    private Destination callsBack(Caller caller, String... callers) {
        put(new NumberEntry(
                "+4930900911", DEMO, "910", Optional.of(new Callback(Callback.Manner.REFUSE, 5, List.of(callers)))));
        return plan.arrived(DEMO, "+4930900911", caller);
    }

    @Test
    void whoWithholdsItsNumberIsNotCalledBack() {
        assertThat(callsBack(SHOWN)).isInstanceOf(CallBack.class);
        assertThat(callsBack(WITHHELD)).isEqualTo(new Barred(DEMO));
        assertThat(callsBack(SHOWN, "+4917155")).isInstanceOf(CallBack.class);
        assertThat(callsBack(WITHHELD, "+4917155")).isEqualTo(new ConferenceRoom(DEMO, "910"));
    }

    /** A code that opened what is barred would be an invitation to fraud. */
    @Test
    void withholdingChangesNothingAboutWhoPaysAndWhatIsBarred() {
        put(new ClassOfServiceEntry(
                DEMO, "none", false, List.of(), List.of(), OptionalInt.empty(), OptionalInt.empty()));
        put(new PhoneEntry(
                DEMO,
                "801",
                "Ada",
                Optional.of(new PhoneOptions(List.of(), Optional.of("none"), PhoneOptions.DEFAULT.localConference()))));

        assertThat(plan.dialled(DEMO, "+4930123", ADA.withholding(true))).isEqualTo(new Barred(DEMO));
        put(new PhoneEntry(DEMO, "801", "Ada"));
        assertThat(plan.dialled(DEMO, "+4930123", ADA.withholding(true)))
                .isInstanceOfSatisfying(
                        Outside.class, way -> assertThat(way.toll().account()).isEqualTo("801"));
    }
}

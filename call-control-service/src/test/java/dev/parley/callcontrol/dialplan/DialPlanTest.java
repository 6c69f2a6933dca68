package dev.parley.callcontrol.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.dialplan.Destination.ConferenceRoom;
import dev.parley.callcontrol.dialplan.Destination.Nowhere;
import dev.parley.callcontrol.dialplan.Destination.Outside;
import dev.parley.callcontrol.dialplan.Destination.Phone;
import dev.parley.contracts.call.Caller;
import dev.parley.contracts.call.Caller.Origin;
import dev.parley.contracts.directory.ConferenceOptions;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.ConferenceEntry;
import dev.parley.contracts.directory.DirectoryEntry.NumberEntry;
import dev.parley.contracts.directory.DirectoryEntry.PhoneEntry;
import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.contracts.directory.DirectoryEntry.TrunkEntry;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DialPlanTest {
    private static final TenantId DEMO = new TenantId("demo");
    private static final TenantId ACME = new TenantId("acme");
    private static final String DOMAIN = "demo.parley.test";
    private static final DialPlan PLAN = new DialPlan(
            Directory.live(entries(
                    new TenantEntry(DEMO, DOMAIN, "Demo", "en"),
                    new TenantEntry(ACME, "acme.parley.test", "Acme", "de"),
                    new PhoneEntry(DEMO, "801", "Anna"),
                    new PhoneEntry(ACME, "801", "Anna"),
                    new PhoneEntry(DEMO, "802", "Ben"),
                    new ConferenceEntry(
                            DEMO, "910", "Open", new ConferenceOptions(Optional.empty(), Optional.empty(), 5, false)),
                    new NumberEntry("+4930900910", DEMO, "910"),
                    new NumberEntry("+4930900999", DEMO, "999"),
                    new TrunkEntry("pstn", Optional.empty(), List.of("+", "00"), true),
                    new TrunkEntry("gsm", Optional.empty(), List.of("07", "+49170"), false),
                    new TrunkEntry("private", Optional.of(ACME), List.of("+49"), true))),
            "00");

    private static final Caller OUTSIDER = new Caller(Origin.TRUNK, "+49171555", Optional.empty(), Optional.of("gsm"));

    private static final Caller ADA = new Caller(Origin.PHONE, "801", Optional.of("Ada"), Optional.empty());

    private static Destination dialled(TenantId tenant, String number) {
        return PLAN.dialled(tenant, number, ADA);
    }

    private static Destination arrived(TenantId tenant, String number) {
        return PLAN.arrived(tenant, number, OUTSIDER);
    }

    private static Outside out(TenantId tenant, String trunk, String number, String domain) {
        return new Outside(tenant, trunk, number, domain, Trail.of(ADA), Toll.free(tenant, "801"));
    }

    private static Map<String, DirectoryEntry> entries(DirectoryEntry... entries) {
        return Stream.of(entries).collect(Collectors.toMap(DirectoryEntry::key, Function.identity()));
    }

    @Test
    void extensionsOfTheTenantComeFirst() {
        assertThat(dialled(DEMO, "802")).isEqualTo(new Phone(DEMO, "802", DOMAIN, List.of(), Trail.of(ADA)));
        assertThat(dialled(DEMO, "910")).isEqualTo(new ConferenceRoom(DEMO, "910"));
    }

    @Test
    void anotherTenantsExtensionIsNobodys() {
        assertThat(dialled(ACME, "802")).isEqualTo(new Nowhere(ACME));
    }

    @Test
    void longestPrefixChoosesTheTrunk() {
        assertThat(dialled(DEMO, "+4930123")).isEqualTo(out(DEMO, "pstn", "+4930123", DOMAIN));
        assertThat(dialled(DEMO, "+49170123")).isEqualTo(out(DEMO, "gsm", "+49170123", DOMAIN));
        assertThat(dialled(DEMO, "07123")).isEqualTo(out(DEMO, "gsm", "07123", DOMAIN));
    }

    @Test
    void twoZerosAreAPlus() {
        assertThat(dialled(DEMO, "004930123")).isEqualTo(out(DEMO, "pstn", "+4930123", DOMAIN));
        assertThat(dialled(DEMO, "0049170123")).isEqualTo(out(DEMO, "gsm", "+49170123", DOMAIN));
    }

    @Test
    void trunkOfAnotherTenantIsNotUsed() {
        assertThat(dialled(ACME, "+4930123")).isEqualTo(out(ACME, "private", "+4930123", "acme.parley.test"));
        assertThat(dialled(DEMO, "+4930123")).extracting("trunk").isEqualTo("pstn");
    }

    @Test
    void aCallerUnderAnotherNameThanItsExtensionsDialsNothingOutside() {
        Caller desk = new Caller(Origin.PHONE, "desk.801", Optional.empty(), Optional.empty());
        assertThat(PLAN.dialled(DEMO, "+4930123", desk)).isEqualTo(new Destination.Barred(DEMO));
        assertThat(PLAN.dialled(DEMO, "802", desk)).isInstanceOf(Phone.class);
    }

    /** R9, R11. */
    @Test
    void starEightLeadsIntoAPhonesOwnConference() {
        assertThat(dialled(DEMO, "*8802")).isEqualTo(new ConferenceRoom(DEMO, RoomId.ofOwner(DEMO, "802")));
        assertThat(dialled(DEMO, "*8910")).isEqualTo(new Nowhere(DEMO));
        assertThat(dialled(DEMO, "*8")).isEqualTo(new Nowhere(DEMO));
        assertThat(dialled(DEMO, "*8+4930123")).isEqualTo(new Nowhere(DEMO));
        assertThat(dialled(ACME, "*8802")).isEqualTo(new Nowhere(ACME));
        assertThat(PLAN.to(DEMO, "*8802", Trail.of(ADA))).isEqualTo(new Nowhere(DEMO));
    }

    @Test
    void outsideNumberRingsItsExtension() {
        assertThat(arrived(DEMO, "+4930900910")).isEqualTo(new ConferenceRoom(DEMO, "910"));
        assertThat(arrived(DEMO, "004930900910")).isEqualTo(new ConferenceRoom(DEMO, "910"));
        assertThat(arrived(DEMO, "4930900910")).isEqualTo(new ConferenceRoom(DEMO, "910"));
        assertThat(arrived(DEMO, "+4930900911")).isEqualTo(new Nowhere(DEMO));
    }

    /** R8: what became of the room is found out by nobody who calls from outside. */
    @Test
    void outsideNumberWhoseExtensionHasGoneLeadsToARoomAllTheSame() {
        assertThat(arrived(DEMO, "+4930900999")).isEqualTo(new ConferenceRoom(DEMO, "999"));
        assertThat(dialled(DEMO, "999")).isEqualTo(new Nowhere(DEMO));
    }
}

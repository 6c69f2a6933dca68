package dev.parley.callcontrol.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.dialplan.Destination.Outside;
import dev.parley.contracts.call.Caller;
import dev.parley.contracts.call.Caller.Origin;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.NumberEntry;
import dev.parley.contracts.directory.DirectoryEntry.PhoneEntry;
import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.contracts.directory.DirectoryEntry.TrunkEntry;
import dev.parley.contracts.directory.PhoneOptions;
import dev.parley.contracts.directory.PhoneOptions.Condition;
import dev.parley.contracts.id.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which number somebody outside sees (RFC 3323, RFC 3325). */
class PresentationTest {
    private static final TenantId DEMO = new TenantId("demo");
    private static final TenantId ACME = new TenantId("acme");
    private static final String OF_801 = "+4930900801";
    private static final String OF_802 = "+4930900802";
    private static final String OF_TENANT = "+4930900900";
    private static final String OF_TRUNK = "+4930555000";
    private static final Caller ADA = new Caller(Origin.PHONE, "801", Optional.of("Ada"), Optional.empty());
    private static final Caller BOB = new Caller(Origin.TRUNK, "+49171555", Optional.of("Bob"), Optional.of("pstn"));

    private final Map<String, DirectoryEntry> entries = new HashMap<>();
    private final Presentation presentation = new Presentation(Directory.live(entries));

    @BeforeEach
    void everybodyPresentsSomething() {
        List.of(OF_801, OF_802, OF_TENANT).forEach(number -> put(new NumberEntry(number, DEMO, "801")));
        put(tenant(Optional.of(OF_TENANT)));
        put(phone("801", Optional.of(OF_801), false));
        put(phone("802", Optional.of(OF_802), false));
        put(trunk(Optional.empty(), Optional.of(OF_TRUNK), false));
    }

    private void put(DirectoryEntry entry) {
        entries.put(entry.key(), entry);
    }

    private static TenantEntry tenant(Optional<String> presented) {
        return new TenantEntry(DEMO, "demo.parley.test", "Demo", "en", Optional.empty(), presented);
    }

    private static PhoneEntry phone(String extension, Optional<String> presented, boolean withholds) {
        return new PhoneEntry(
                DEMO,
                extension,
                "Phone " + extension,
                Optional.of(new PhoneOptions(
                        List.of(),
                        Optional.empty(),
                        PhoneOptions.DEFAULT.localConference(),
                        presented,
                        Optional.of(withholds))));
    }

    private static TrunkEntry trunk(Optional<TenantId> owner, Optional<String> presented, boolean original) {
        return new TrunkEntry("pstn", owner, List.of("+"), true, Optional.empty(), presented, Optional.of(original));
    }

    private static Outside out(Trail trail) {
        return new Outside(DEMO, "pstn", "+4930123", "demo.parley.test", trail, Toll.free(DEMO, ""));
    }

    /** By 802, which has sent it on. */
    private static Outside sentOn(Caller caller) {
        return out(Trail.of(caller).via("802", Condition.BUSY));
    }

    private CallerIdentity dialled() {
        return presentation.toTrunk(ADA, out(Trail.of(ADA)));
    }

    private static CallerIdentity shown(String name, String number) {
        return new CallerIdentity(Optional.of(name), number, Optional.of(number), false);
    }

    @Test
    void extensionsNumberComesFirstThenTheTenantsThenTheTrunks() {
        assertThat(dialled()).isEqualTo(shown("Ada", OF_801));
        put(phone("801", Optional.empty(), false));
        assertThat(dialled()).isEqualTo(shown("Ada", OF_TENANT));
        put(tenant(Optional.empty()));
        assertThat(dialled()).isEqualTo(shown("Ada", OF_TRUNK));
        put(trunk(Optional.empty(), Optional.empty(), false));

        assertThat(dialled()).isEqualTo(new CallerIdentity(Optional.of("Ada"), "801", Optional.empty(), false));
    }

    /** The directory refuses such a setting; a number can go all the same, or come to somebody else. */
    @Test
    void numberThatIsNotTheTenantsIsNotPresented() {
        put(new NumberEntry(OF_801, ACME, "801"));
        assertThat(dialled()).isEqualTo(shown("Ada", OF_TENANT));
        entries.remove("number/" + OF_TENANT);
        assertThat(dialled()).isEqualTo(shown("Ada", OF_TRUNK));
        put(trunk(Optional.of(DEMO), Optional.of(OF_TRUNK), false));

        assertThat(dialled().asserted()).isEmpty();
    }

    @Test
    void withheldNumberIsAssertedButNotShown() {
        Caller withheld = ADA.withholding(true);

        assertThat(presentation.toTrunk(withheld, out(Trail.of(withheld))))
                .isEqualTo(new CallerIdentity(Optional.of("Ada"), OF_801, Optional.of(OF_801), true));
    }

    @Test
    void callThatIsSentOnPresentsWhoeverSendsItOn() {
        assertThat(presentation.toTrunk(BOB, sentOn(BOB))).isEqualTo(shown("Phone 802", OF_802));
        put(phone("802", Optional.of(OF_802), true));

        assertThat(presentation.toTrunk(BOB, sentOn(BOB)).withheld()).isTrue();
    }

    @Test
    void extensionWhoseCallIsSentOnStaysTheCaller() {
        assertThat(presentation.toTrunk(ADA, sentOn(ADA))).isEqualTo(shown("Ada", OF_801));
    }

    @Test
    void whereTheProviderTakesItTheOriginalCallerIsShownAndTheTenantsNumberAsserted() {
        put(trunk(Optional.empty(), Optional.empty(), true));

        assertThat(presentation.toTrunk(BOB, sentOn(BOB)))
                .isEqualTo(new CallerIdentity(Optional.of("Bob"), "+49171555", Optional.of(OF_802), false));
    }

    @Test
    void numberThatSomebodyOutsideWithholdsGoesToNoTrunk() {
        Caller withheld = BOB.withholding(true);
        CallerIdentity screened = presentation.toTrunk(withheld, sentOn(withheld));
        put(trunk(Optional.empty(), Optional.empty(), true));
        CallerIdentity original = presentation.toTrunk(withheld, sentOn(withheld));

        assertThat(screened).isEqualTo(shown("Phone 802", OF_802));
        assertThat(original)
                .isEqualTo(new CallerIdentity(Optional.empty(), Caller.ANONYMOUS, Optional.of(OF_802), true));
    }

    @Test
    void phonesSeeTheExtensionAndNothingAsserted() {
        assertThat(presentation.toPhone(DEMO, ADA))
                .isEqualTo(new CallerIdentity(Optional.of("Ada"), "801", Optional.empty(), false));
        assertThat(presentation.toPhone(DEMO, BOB))
                .isEqualTo(new CallerIdentity(Optional.of("Bob"), "+49171555", Optional.empty(), false));
        assertThat(presentation.toPhone(DEMO, BOB.withholding(true)))
                .isEqualTo(new CallerIdentity(Optional.empty(), Caller.ANONYMOUS, Optional.empty(), true));
    }

    @Test
    void whatIsNoExtensionPresentsTheTenant() {
        Caller room = new Caller(Origin.PHONE, "910", Optional.empty(), Optional.empty());

        assertThat(presentation.toPhone(DEMO, room).number()).isEqualTo(OF_TENANT);
        assertThat(presentation.toTrunk(room, out(Trail.of(room))).asserted()).contains(OF_TENANT);
        put(tenant(Optional.empty()));
        put(trunk(Optional.empty(), Optional.empty(), false));
        assertThat(presentation.toTrunk(room, out(Trail.of(room))).asserted())
                .as("the first that the tenant has")
                .contains(OF_801);
    }

    @Test
    void tenantCallsUnderItsOwnNumbersAndExtensionsOnly() {
        assertThat(List.of("801", OF_801)).allMatch(presentation.isOwn(DEMO));
        assertThat(List.of("899", "+4930999", "", "anonymous")).noneMatch(presentation.isOwn(DEMO));
        assertThat(List.of("801", OF_801)).noneMatch(presentation.isOwn(ACME));
    }
}

package dev.parley.conference.adapter.out.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.application.NumberPlan;
import dev.parley.conference.domain.ClassOfService;
import dev.parley.conference.domain.DialledNumber;
import dev.parley.conference.domain.Party;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.ClassOfServiceEntry;
import dev.parley.contracts.directory.DirectoryEntry.NumberEntry;
import dev.parley.contracts.directory.DirectoryEntry.PhoneEntry;
import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.contracts.directory.DirectoryEntry.TrunkEntry;
import dev.parley.contracts.directory.PhoneOptions;
import dev.parley.contracts.directory.TenantLimits;
import dev.parley.contracts.id.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DirectoryNumbersTest {
    private static final TenantId DEMO = new TenantId("demo");
    private static final TenantId ACME = new TenantId("acme");

    private final DirectoryEntries entries = new DirectoryEntries();
    private final DirectoryNumbers numbers = new DirectoryNumbers(entries);

    @Test
    void aPhoneOfTheTenantIsAnExtension() {
        put(new PhoneEntry(DEMO, "802", "Ben"));

        assertThat(dial("802").to()).contains(Party.extension("802"));
        assertThat(numbers.find(ACME, new DialledNumber("802", Optional.empty()))
                        .to())
                .isEmpty();
    }

    @Test
    void whatATrunkTakesIsOutsideInNormalForm() {
        put(new TrunkEntry("pstn", Optional.empty(), List.of("+", "00"), true));

        assertThat(dial("0049301234").to()).contains(Party.outside("+49301234"));
        assertThat(dial("49301234").to()).isEmpty();
    }

    @Test
    @DisplayName(
            "R20 whether an answer can be told is said by the trunk that takes the call: the one that reaches furthest")
    void answerSupervision() {
        put(new PhoneEntry(DEMO, "0799", "Ben"));
        put(new TrunkEntry("pstn", Optional.empty(), List.of("+", "0"), true));
        put(new TrunkEntry("gsm", Optional.empty(), List.of("07"), false));
        put(new TrunkEntry("theirs", Optional.of(ACME), List.of("030"), false));

        assertThat(dial("0151").supervised()).isTrue();
        assertThat(dial("0301").supervised()).isTrue();
        assertThat(dial("0712").supervised()).isFalse();
        assertThat(dial("0799").supervised()).as("a phone of ours").isTrue();
    }

    @Test
    void aTrunkOfAnotherTenantTakesNothing() {
        put(new TrunkEntry("theirs", Optional.of(ACME), List.of("0"), true));

        assertThat(dial("030123").to()).isEmpty();
    }

    @Test
    @DisplayName("R29 the class of service is the phone's, or else the tenant's, or else there is none")
    void theClassOfService() {
        put(phone(Optional.empty()));
        assertThat(dial("1").service()).isEqualTo(ClassOfService.EVERYTHING);
        put(classOfService("national", OptionalInt.of(2)));
        put(classOfService("local", OptionalInt.of(1)));
        put(new TenantEntry(
                DEMO,
                "demo.parley.test",
                "Demo",
                "en",
                Optional.of(new TenantLimits(
                        OptionalInt.of(5), OptionalInt.of(50), OptionalInt.of(3), Optional.of("national")))));

        assertThat(dial("1").service()).isEqualTo(new ClassOfService(true, List.of("+49"), List.of("+49900")));
        assertThat(dial("1").ownCalls()).hasValue(2);
        put(phone(Optional.of("local")));
        assertThat(dial("1").ownCalls()).hasValue(1);
        assertThat(numbers.limits(DEMO))
                .isEqualTo(new NumberPlan.Limits(OptionalInt.of(5), OptionalInt.of(50), OptionalInt.of(3)));
        assertThat(numbers.limits(ACME)).isEqualTo(NumberPlan.Limits.NONE);
    }

    @Test
    @DisplayName("R29 a class of service that is not there allows nothing outside")
    void aMissingClassAllowsNothing() {
        put(phone(Optional.of("gone")));

        assertThat(dial("1").service().outside()).isFalse();
    }

    @Test
    @DisplayName("R29 a caller under another name than its extension's does not escape its class of service")
    void anUnknownExtensionAllowsNothing() {
        put(phone(Optional.empty()));
        put(new TrunkEntry("pstn", Optional.empty(), List.of("+"), true));

        NumberPlan.Finding found =
                numbers.find(DEMO, new DialledNumber("+49301234", Optional.of(Party.extension("desk.801"))));

        assertThat(found.service().outside()).isFalse();
        assertThat(numbers.find(DEMO, new DialledNumber("+49301234", Optional.of(Party.outside("+4989"))))
                        .service())
                .isEqualTo(ClassOfService.EVERYTHING);
    }

    @Test
    void callerIdIsAnExtensionOrANumberOfTheTenant() {
        put(new PhoneEntry(DEMO, "802", "Ben"));
        put(new NumberEntry("+4930900802", DEMO, "802"));
        put(new NumberEntry("+4930901802", ACME, "802"));

        assertThat(numbers.callerId(DEMO, "802")).contains("802");
        assertThat(numbers.callerId(DEMO, "+4930900802")).contains("+4930900802");
        assertThat(numbers.callerId(DEMO, "004930900802")).contains("+4930900802");
        assertThat(numbers.callerId(DEMO, "+4930901802")).as("another tenant's").isEmpty();
        assertThat(numbers.callerId(DEMO, "+4930666")).as("nobody's").isEmpty();
        assertThat(numbers.callerId(DEMO, "803")).isEmpty();
    }

    private NumberPlan.Finding dial(String number) {
        return numbers.find(DEMO, new DialledNumber(number, Optional.of(Party.extension("801"))));
    }

    private void put(DirectoryEntry entry) {
        entries.put(entry.key(), entry);
    }

    private static ClassOfServiceEntry classOfService(String name, OptionalInt calls) {
        return new ClassOfServiceEntry(DEMO, name, true, List.of("+49"), List.of("+49900"), calls, OptionalInt.empty());
    }

    private static PhoneEntry phone(Optional<String> classOfService) {
        return new PhoneEntry(
                DEMO,
                "801",
                "Anna",
                Optional.of(new PhoneOptions(List.of(), classOfService, PhoneOptions.DEFAULT.localConference())));
    }
}

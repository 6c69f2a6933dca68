package dev.parley.callcontrol.call;

import static dev.parley.callcontrol.call.Scenario.CALLED;
import static dev.parley.callcontrol.call.Scenario.CALLER;
import static dev.parley.callcontrol.call.Scenario.DEMO;
import static dev.parley.callcontrol.call.Scenario.OWN;
import static dev.parley.callcontrol.call.Scenario.PLAN;
import static dev.parley.contracts.media.SdpRole.ANSWER;
import static dev.parley.contracts.media.SdpRole.OFFER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.sip.EdgePrivacy;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.contracts.call.CallCommand.PlaceCall;
import dev.parley.contracts.call.Caller;
import dev.parley.contracts.call.Caller.Origin;
import dev.parley.contracts.ledger.CallRecord;
import dev.parley.contracts.ledger.CallRecord.Direction;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What INVITEs and records say of a caller who withholds its number, and of one who does not. */
class WithholdingTest {
    private static final String ANONYMOUS = "\"Anonymous\" <sip:anonymous@anonymous.invalid>;tag=";
    private static final Caller BOB = new Caller(
            Origin.TRUNK,
            "+49171555",
            Optional.of("Bob"),
            Optional.of("pstn"),
            Optional.of("192.0.2.7"),
            Optional.of(true));

    private static Scenario dialled(Caller caller, String number) {
        SipRequest invite = Messages.invite(Messages.OFFER);
        return Scenario.begin(
                        PLAN.dialled(DEMO, number, caller),
                        caller.anonymous() ? EdgePrivacy.mark(invite) : invite,
                        caller)
                .sdp(OWN, CALLER, 0, ANSWER)
                .sdp(OWN, CALLED, 0, OFFER);
    }

    private static Optional<String> header(Scenario scenario, String name) {
        return scenario.sentInvite().headers().first(name);
    }

    @Test
    void trunkIsToldTheNumberThatItMustNotShow() {
        Scenario scenario = dialled(Scenario.phone("811").withholding(true), "+4930123");

        assertThat(header(scenario, "From").orElseThrow()).startsWith(ANONYMOUS);
        assertThat(header(scenario, "Privacy")).contains("id");
        assertThat(header(scenario, "P-Asserted-Identity")).contains("<sip:+4930900811@demo.parley.test>");
    }

    @Test
    void trunkIsToldTheNumberThatItMayShow() {
        Scenario scenario = dialled(Scenario.phone("811"), "+4930123");

        assertThat(header(scenario, "From").orElseThrow())
                .startsWith("\"Ada\" <sip:+4930900811@demo.parley.test>;tag=");
        assertThat(header(scenario, "Privacy")).isEmpty();
        assertThat(header(scenario, "P-Asserted-Identity")).contains("<sip:+4930900811@demo.parley.test>");
    }

    @Test
    void numbersAreWrittenAsTheTrunksProviderWritesThem() {
        Scenario scenario = dialled(Scenario.phone("811"), "+4330123");

        assertThat(header(scenario, "X-Parley-Trunk")).contains("national");
        assertThat(scenario.sentInvite().uri()).isEqualTo("sip:004330123@demo.parley.test");
        assertThat(scenario.sentInvite().from().uri()).isEqualTo("sip:030900811@demo.parley.test");
        assertThat(header(scenario, "P-Asserted-Identity")).contains("<sip:030900811@demo.parley.test>");
        scenario.called(486, "b", "");
        assertThat(scenario.records())
                .as("the record has E.164")
                .anySatisfy(record ->
                        assertThat(List.of(record.from(), record.to())).containsExactly("+4930900811", "+4330123"));
    }

    @Test
    void phoneSeesNothingOfWhoWithholds() {
        for (Caller caller : List.of(BOB, Scenario.phone("811").withholding(true))) {
            Scenario scenario = dialled(caller, "802");

            assertThat(header(scenario, "From").orElseThrow()).startsWith(ANONYMOUS);
            assertThat(header(scenario, "P-Asserted-Identity")).isEmpty();
            assertThat(scenario.sentInvite().headers().fields())
                    .noneMatch(field -> field.value().contains(caller.number())
                            || field.value().contains(caller.name().orElseThrow()));
        }
    }

    @Test
    void phoneSeesWhoseCallIsSentOnUnlessThatWithholds() {
        Scenario shown = dialled(Scenario.phone("801"), "806").called(486, "b", "");
        shown.sdp(OWN, shown.calledLeg(), 0, OFFER);
        Scenario withheld = dialled(Scenario.phone("801"), "812").called(486, "b", "");
        withheld.sdp(OWN, withheld.calledLeg(), 0, OFFER);

        assertThat(header(shown, "Diversion")).contains("<sip:806@demo.parley.test>;reason=user-busy;counter=1");
        assertThat(header(withheld, "Diversion"))
                .contains("\"Anonymous\" <sip:anonymous@anonymous.invalid>;reason=user-busy;counter=1;privacy=full");
    }

    /** What the conference is called under is one of the tenant's numbers, or an extension, which presents its own. */
    @Test
    void conferenceCallsUnderWhatIsTheTenants() {
        assertThat(placed("811", Optional.empty()).from().uri()).isEqualTo("sip:+4930900811@demo.parley.test");
        assertThat(placed("+4930900700", Optional.empty()).from().uri()).isEqualTo("sip:+4930900700@demo.parley.test");
        assertThat(placed("+4930666", Optional.empty()).from().uri())
                .as("not the tenant's: the room's own")
                .isEqualTo("sip:+4930900910@demo.parley.test");
    }

    @Test
    void conferenceWithholdsAsItIsToldElseAsIsSetForTheExtension() {
        assertThat(placed("811", Optional.of(true)).headers().first("Privacy")).contains("id");
        assertThat(placed("812", Optional.empty()).headers().first("Privacy")).contains("id");
        assertThat(placed("812", Optional.of(false)).headers().first("Privacy")).isEmpty();
    }

    private static SipRequest placed(String caller, Optional<Boolean> withheld) {
        return Scenario.placed(new PlaceCall(
                        Scenario.ROOM, CALLED, "+4930123", Optional.of(caller), 30, Optional.empty(), withheld))
                .sdp(Scenario.ROOM, CALLED, 0, OFFER)
                .sentInvite();
    }

    private static CallRecord record(Scenario scenario, Direction direction) {
        return scenario.records().stream()
                .filter(record -> record.direction() == direction)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void recordsAreMarkedAndKeepTheNumberForTheProvider() {
        Scenario scenario =
                dialled(Scenario.phone("811").withholding(true), "+4930123").called(486, "b", "");

        CallRecord out = record(scenario, Direction.OUTGOING);
        assertThat(out.withheld()).contains(true);
        assertThat(out.from()).isEqualTo("+4930900811");
        assertThat(out.name()).isEmpty();
        assertThat(record(scenario, Direction.INCOMING).withheld()).contains(true);
    }

    @Test
    void recordOfACallToAPhoneDoesNotHaveTheNumber() {
        Scenario scenario = dialled(BOB, "802").called(486, "b", "");

        CallRecord out = record(scenario, Direction.OUTGOING);
        assertThat(out.withheld()).contains(true);
        assertThat(out.from()).isEqualTo("anonymous");
        assertThat(out.name()).isEmpty();
    }
}

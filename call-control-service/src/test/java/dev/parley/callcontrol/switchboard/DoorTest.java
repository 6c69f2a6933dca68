package dev.parley.callcontrol.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.callcontrol.call.Arrival;
import dev.parley.callcontrol.dialplan.Destination;
import dev.parley.callcontrol.dialplan.Destination.Outside;
import dev.parley.callcontrol.dialplan.Destination.Phone;
import dev.parley.callcontrol.dialplan.DialPlan;
import dev.parley.callcontrol.dialplan.Directory;
import dev.parley.callcontrol.sip.EdgePrivacy;
import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.Sdp;
import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.contracts.call.Caller;
import dev.parley.contracts.call.Caller.Origin;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.NumberEntry;
import dev.parley.contracts.directory.DirectoryEntry.PhoneEntry;
import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.contracts.directory.DirectoryEntry.TrunkEntry;
import dev.parley.contracts.directory.PhoneOptions;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who withholds its number, by what the edge says, what is dialled and what is set. */
class DoorTest {
    private static final TenantId DEMO = new TenantId("demo");
    private static final Map<String, DirectoryEntry> ENTRIES = Stream.of(
                    new TenantEntry(DEMO, "demo.parley.test", "Demo", "en"),
                    new PhoneEntry(DEMO, "801", "Ada"),
                    new PhoneEntry(
                            DEMO,
                            "802",
                            "Ben",
                            Optional.of(new PhoneOptions(
                                    List.of(),
                                    Optional.empty(),
                                    PhoneOptions.DEFAULT.localConference(),
                                    Optional.empty(),
                                    Optional.of(true)))),
                    new NumberEntry("+4930900801", DEMO, "801"),
                    new TrunkEntry("pstn", Optional.empty(), List.of("+"), true))
            .collect(Collectors.toMap(DirectoryEntry::key, Function.identity()));

    private final Door door = new Door(
            new Door.Rules("key", 10, Duration.ofSeconds(90), "192.0.2.8", 5070),
            new DialPlan(Directory.live(ENTRIES), "00"),
            () -> new LegId(UUID.randomUUID().toString()));

    private Arrival open(String dialled, String source, String caller, Headers more) {
        Headers headers = Headers.NONE
                .with("Via", "SIP/2.0/TCP 192.0.2.9:5060;branch=z9hG4bK1")
                .with("From", "\"Bob\" <sip:secret@demo.parley.test>;tag=1")
                .with("To", "<sip:" + dialled + "@demo.parley.test>")
                .with("Call-ID", "1")
                .with("CSeq", "1 INVITE")
                .with("Contact", "<sip:801@192.0.2.1:5062>")
                .with("Content-Type", Sdp.CONTENT_TYPE)
                .with("X-Parley-Key", "key")
                .with("X-Parley-Tenant", "demo")
                .with("X-Parley-Source", source)
                .with("X-Parley-Caller", caller)
                .withAll(more);
        SipRequest invite = new SipRequest(
                "1",
                "INVITE",
                "sip:" + dialled + "@demo.parley.test",
                headers,
                "v=0\r\no=- 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0\r\n");
        return ((Door.Verdict.Welcome) door.open(invite, true, 0)).arrival();
    }

    @Test
    void trunksCallerWhoWithholdsIsAnonymousToOthersAndKnownToTheProvider() {
        Caller caller = open("+4930900801", "trunk", "+4917155", EdgePrivacy.WITHHELD.with("X-Parley-Trunk", "pstn"))
                .caller();

        assertThat(caller)
                .isEqualTo(new Caller(
                        Origin.TRUNK,
                        "+4917155",
                        Optional.of("Bob"),
                        Optional.of("pstn"),
                        Optional.empty(),
                        Optional.of(true)));
        assertThat(caller.shownNumber()).isEqualTo("anonymous");
        assertThat(caller.shownName()).isEmpty();
    }

    @Test
    void trunksCallerWhoShowsItsNumberIsShown() {
        Caller caller = open("+4930900801", "trunk", "+4917155", Headers.NONE).caller();

        assertThat(caller.shownNumber()).isEqualTo("+4917155");
        assertThat(caller.shownName()).contains("Bob");
    }

    /** Of 802 it is set that it withholds its number; the phone's own wish for privacy is stronger than any code. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            801,         +4930123,        false,      false
            801,         *31*+4930123,    false,      true
            801,         *31#+4930123,    false,      true
            801,         #31#+4930123,    false,      true
            801,         %2331%23+4930123, false,      true
            801,         *30*+4930123,    false,      false
            801,         +4930123,        true,       true
            801,         *30*+4930123,    true,       true
            802,         +4930123,        false,      true
            802,         *30*+4930123,    false,      false
            802,         *30*+4930123,    true,       true
            """)
    void phoneWithholdsByItsOwnWishByCodeOrAsIsSet(String extension, String dialled, boolean asks, boolean withheld) {
        Arrival arrival = open(dialled, "phone", extension, asks ? EdgePrivacy.WITHHELD : Headers.NONE);

        assertThat(arrival.caller().number()).isEqualTo(extension);
        assertThat(arrival.caller().anonymous()).isEqualTo(withheld);
        assertThat(EdgePrivacy.isWithheld(arrival.invite()))
                .as("marked for the record")
                .isEqualTo(withheld);
        assertThat(arrival.destination())
                .isInstanceOfSatisfying(
                        Outside.class, way -> assertThat(way.number()).isEqualTo("+4930123"));
    }

    @Test
    void codeCountsForExtensionsAsWell() {
        Destination destination = open("*31*802", "phone", "801", Headers.NONE).destination();

        assertThat(destination)
                .isInstanceOfSatisfying(
                        Phone.class, phone -> assertThat(phone.extension()).isEqualTo("802"));
    }
}

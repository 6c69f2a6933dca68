package dev.parley.conference.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.parley.contracts.Family;
import dev.parley.contracts.Reading;
import dev.parley.contracts.Topics;
import dev.parley.contracts.call.CallCommand.RefuseLeg;
import dev.parley.contracts.call.CallEvent.LegAnswered;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.directory.ConferenceOptions;
import dev.parley.contracts.directory.DirectoryEntry.ConferenceEntry;
import dev.parley.contracts.directory.PinHash;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.ledger.CallRecord;
import dev.parley.contracts.ledger.CallRecord.Direction;
import dev.parley.contracts.ledger.CallRecord.EndedBy;
import dev.parley.contracts.ledger.ConferenceRecord;
import dev.parley.contracts.ledger.LedgerEntry;
import dev.parley.contracts.media.DigitSeal;
import dev.parley.contracts.media.MediaCommand.PlayPrompt;
import dev.parley.contracts.media.MediaEvent.DigitPressed;
import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is left of calls and conferences. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class RecordsIT extends RestClient {
    private static final Instant BEGAN = Instant.parse("2026-11-21T08:00:00.123456Z");
    private static final String CALLS = "/v1/tenants/demo/call-records";
    private static final String CONFERENCES = "/v1/tenants/demo/conference-records";

    private CallRecord left(LegId leg, Instant began, int status, LegEnd reason) {
        boolean answered = status == 200;
        return new CallRecord(
                TENANT,
                leg,
                leg,
                Optional.of(room),
                Direction.INCOMING,
                "801",
                Optional.of("=1+1 \"Anna\""),
                extension,
                Optional.empty(),
                began,
                Optional.empty(),
                answered ? Optional.of(began.plusSeconds(1)) : Optional.empty(),
                began.plusSeconds(62),
                OptionalInt.of(status),
                OptionalInt.empty(),
                reason,
                answered ? EndedBy.PARTY : EndedBy.PARLEY);
    }

    @Test
    void aLegIsKeptOnceAndKnowsItsConference() {
        openRoom(5);
        String participant = join(anna);
        String conference = get("").extract().path("conference_id");
        bus.say(new LegEnded(room, anna, LegEnd.HUNG_UP));

        bus.say(left(anna, BEGAN, 200, LegEnd.HUNG_UP));
        bus.say(left(anna, BEGAN, 200, LegEnd.HUNG_UP));

        eventually(() -> as(key).get(CALLS + "/" + anna)
                .then()
                .statusCode(200)
                .body("conference_id", equalTo(conference))
                .body("participant_id", equalTo(participant))
                .body("role", equalTo("participant"))
                .body("room", equalTo(extension))
                .body("from", equalTo("801"))
                .body("to", equalTo(extension))
                .body("seconds", equalTo(61))
                .body("sip_status", equalTo(200))
                .body("reason", equalTo("hung_up"))
                .body("ended_by", equalTo("party"))
                .body("refusal", nullValue()));
        as(key).queryParam("room", extension).get(CALLS).then().body("items.id", contains(anna.value()));
    }

    @Test
    void whoWasNotLetInHasARecordThatSaysWhy() {
        openRoom(1);
        join(anna);
        bus.say(arrived(ben));
        eventually(() -> assertThat(bus.heard(room, RefuseLeg.class)).hasSize(1));

        bus.say(left(ben, BEGAN, 486, LegEnd.REFUSED));

        eventually(() -> as(key).get(CALLS + "/" + ben)
                .then()
                .statusCode(200)
                .body("refusal", equalTo("room_full"))
                .body("conference_id", nullValue())
                .body("seconds", equalTo(0)));
    }

    @Test
    void aWrongPinIsARefusalAndNoPinIsInAnyRecord() {
        PinHash hash = new PinHash(pinKey);
        bus.publish(new ConferenceEntry(
                TENANT,
                extension,
                "Room",
                new ConferenceOptions(Optional.of(hash.of(room, "1234")), Optional.empty(), 10, false)));
        awaitKnown();
        bus.say(arrived(ben));
        bus.say(new LegAnswered(room, ben));
        // Keys come by another topic than calls: whoever is not asked yet presses them in vain.
        eventually(() -> assertThat(bus.heard(room, PlayPrompt.class)).hasSize(1));
        DigitSeal seal = new DigitSeal(digitKey);
        for (String digit : "778899#778899#778899#".split("")) {
            bus.say(new DigitPressed(room, ben, seal.seal(ben.value(), digit)));
        }
        eventually(() -> assertThat(bus.heard(room, PlayPrompt.class))
                .flatExtracting(PlayPrompt::prompts)
                .contains("goodbye"));
        bus.say(left(ben, BEGAN, 200, LegEnd.ENDED_BY_US));

        eventually(() -> as(key).get(CALLS + "/" + ben).then().statusCode(200).body("refusal", equalTo("wrong_pin")));
        as(key).get(CALLS + "/" + ben).then().body(not(containsString("778899")));
    }

    @Test
    void listsComeInPagesTheNewestFirstAndAsTables() {
        List<LegId> legs =
                List.of(new LegId("a-" + extension), new LegId("b-" + extension), new LegId("c-" + extension));
        for (int at = 0; at < legs.size(); at++) {
            bus.say(left(legs.get(at), BEGAN.plusSeconds(at / 2), 404, LegEnd.REFUSED));
        }
        eventually(() -> as(key).queryParam("room", extension)
                .get(CALLS)
                .then()
                .body("items.id", contains("c-" + extension, "b-" + extension, "a-" + extension)));

        String next = as(key).queryParam("room", extension)
                .queryParam("limit", 2)
                .get(CALLS)
                .then()
                .body("items.id", contains("c-" + extension, "b-" + extension))
                .extract()
                .header("Link")
                .replaceAll("^<|>.*$", "");
        as(key).urlEncodingEnabled(false)
                .get(next)
                .then()
                .body("items.id", contains("a-" + extension))
                .header("Link", nullValue());
        as(key).queryParam("room", extension)
                .queryParam("from", "2026-11-21T08:00:01Z")
                .queryParam("to", "2026-11-21T08:01:00Z")
                .get(CALLS)
                .then()
                .body("items.id", contains("c-" + extension));
        String table = as(key).accept("text/csv")
                .queryParam("number", extension)
                .get(CALLS)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(table.lines()).hasSize(4).first().asString().startsWith("id,call_id,room,");
        assertThat(table).contains("\"'=1+1 \"\"Anna\"\"\"");
        as(key).queryParam("limit", 0).get(CALLS).then().statusCode(400);
        as(key).queryParam("from", "yesterday").get(CALLS).then().statusCode(400);
        as(key).queryParam("cursor", "nothing").get(CALLS).then().statusCode(400);
    }

    @Test
    void aConferenceLeavesARecordHereAndOnTheTopic() {
        openRoom(5);
        join(anna);
        String conference = get("").extract().path("conference_id");
        join(ben);
        bus.say(new LegEnded(room, anna, LegEnd.HUNG_UP));
        bus.say(new LegEnded(room, ben, LegEnd.LOST));

        eventually(() -> as(key).get(CONFERENCES + "/" + conference)
                .then()
                .statusCode(200)
                .body("room", equalTo(extension))
                .body("reason", equalTo("last_left"))
                .body("most_at_once", equalTo(2))
                .body("participants.leg_id", contains(anna.value(), ben.value()))
                .body("participants.reason", contains("hung_up", "lost"))
                .body("recording_ids", empty()));
        as(key).queryParam("room", extension).get(CONFERENCES).then().body("items.id", contains(conference));
        as(key).accept("text/csv")
                .queryParam("room", extension)
                .get(CONFERENCES)
                .then()
                .contentType("text/csv")
                .body(containsString(conference));
        eventually(
                () -> assertThat(bus.records(Topics.CALL_RECORDS, conference)).hasSize(1));
        assertThat(Family.of(LedgerEntry.class)
                        .read(bus.records(Topics.CALL_RECORDS, conference)
                                .getFirst()
                                .value()))
                .isInstanceOfSatisfying(Reading.Understood.class, read -> {
                    ConferenceRecord told = (ConferenceRecord) read.message();
                    assertThat(told.mostAtOnce()).isEqualTo(2);
                    assertThat(told.participants()).hasSize(2);
                });
    }

    @Test
    void othersSeeNothingOfIt() {
        RoomId elsewhere = new RoomId("acme:" + extension);
        CallRecord foreign = new CallRecord(
                OTHER_TENANT,
                ben,
                ben,
                Optional.of(elsewhere),
                Direction.INCOMING,
                "801",
                Optional.empty(),
                extension,
                Optional.empty(),
                BEGAN,
                Optional.empty(),
                Optional.empty(),
                BEGAN,
                OptionalInt.of(404),
                OptionalInt.empty(),
                LegEnd.REFUSED,
                EndedBy.PARLEY);
        bus.say(foreign);
        bus.say(left(anna, BEGAN, 404, LegEnd.REFUSED));
        eventually(() -> as(key).get(CALLS + "/" + anna).then().statusCode(200));

        as(key).get(CALLS + "/" + ben).then().statusCode(404);
        as(key).queryParam("number", extension).get(CALLS).then().body("items", hasSize(1));
        as(key).get("/v1/tenants/acme/call-records").then().statusCode(404);
    }
}

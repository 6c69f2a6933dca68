package dev.parley.conference.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.parley.access.KeyText;
import dev.parley.contracts.Topics;
import dev.parley.contracts.call.CallEvent.LegAnswered;
import dev.parley.contracts.call.CallEvent.LegArrived;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.call.Caller;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceEnded;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantJoined;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.ledger.CallRecord;
import dev.parley.contracts.ledger.CallRecord.Direction;
import dev.parley.contracts.ledger.CallRecord.EndedBy;
import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A number that is withheld is in the provider's records, and nowhere else (RFC 3323, RFC 3325). */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class WithholdingIT extends RestClient {
    private static final String CALLS = "/v1/tenants/demo/call-records";
    private static final String CONFERENCES = "/v1/tenants/demo/conference-records";
    private static final Instant BEGAN = Instant.parse("2026-11-21T08:00:00Z");

    private final KeyText operator = KeyText.random(new SecureRandom());
    private final String number = "+49155" + extension;

    @BeforeEach
    void makeAnOperator() {
        publish(operator, Optional.empty(), "read");
        eventually(() -> as(operator).get("/v1/tenants/demo/conferences").then().statusCode(200));
    }

    private CallRecord left(LegId leg, Direction direction, String from, Optional<String> trunk) {
        return new CallRecord(
                TENANT,
                leg,
                leg,
                Optional.of(room),
                direction,
                from,
                Optional.of("Bob"),
                extension,
                trunk,
                BEGAN,
                Optional.empty(),
                Optional.of(BEGAN),
                BEGAN.plusSeconds(60),
                OptionalInt.of(200),
                OptionalInt.empty(),
                LegEnd.HUNG_UP,
                EndedBy.PARTY,
                Optional.of(true));
    }

    private void awaitKept(LegId leg) {
        eventually(() -> as(operator).get(CALLS + "/" + leg).then().statusCode(200));
    }

    @Test
    void whoIsInAConferenceIsAnonymousInListEventsAndRecord() {
        openRoom(5);
        Caller caller = new Caller(
                Caller.Origin.TRUNK,
                number,
                Optional.of("Bob"),
                Optional.of("pstn"),
                Optional.of("192.0.2.7"),
                Optional.of(true));
        bus.say(new LegArrived(room, anna, 0, caller, extension, Optional.of("v=0\r\n")));
        bus.say(new LegAnswered(room, anna));

        eventually(() -> get("/participants").body("items.number", contains("anonymous")));
        get("/participants").body(not(containsString(number))).body(not(containsString("Bob")));
        String conference = get("").body(not(containsString(number))).extract().path("conference_id");
        bus.say(new LegEnded(room, anna, LegEnd.HUNG_UP));
        eventually(() -> assertThat(bus.heard(room, ConferenceEnded.class)).hasSize(1));
        assertThat(bus.heard(room, ParticipantJoined.class))
                .singleElement()
                .satisfies(joined -> assertThat(joined.number()).isEqualTo("anonymous"));
        eventually(() -> as(operator)
                .get(CONFERENCES + "/" + conference)
                .then()
                .statusCode(200)
                .body("participants.number", contains("anonymous"))
                .body(not(containsString(number))));
        eventually(
                () -> assertThat(bus.records(Topics.CALL_RECORDS, conference)).hasSize(1));
        assertThat(new String(
                        bus.records(Topics.CALL_RECORDS, conference).getFirst().value(), StandardCharsets.UTF_8))
                .doesNotContain(number);
    }

    @Test
    void callRecordShowsTheNumberToTheOperatorAlone() {
        bus.say(left(anna, Direction.INCOMING, number, Optional.of("pstn")));
        awaitKept(anna);

        as(operator)
                .get(CALLS + "/" + anna)
                .then()
                .body("from", equalTo(number))
                .body("name", equalTo("Bob"))
                .body("withheld", equalTo(true));
        as(key).get(CALLS + "/" + anna)
                .then()
                .body("from", equalTo("anonymous"))
                .body("name", nullValue())
                .body("withheld", equalTo(true));
        for (String type : List.of("application/json", "text/csv")) {
            as(key).accept(type)
                    .queryParam("room", extension)
                    .get(CALLS)
                    .then()
                    .statusCode(200)
                    .body(containsString(anna.value()))
                    .body(containsString("anonymous"))
                    .body(not(containsString(number)))
                    .body(not(containsString("Bob")));
        }
    }

    /** Otherwise one asks for a number, and learns whether it has called. */
    @Test
    void tenantFindsNoRecordByANumberThatIsWithheld() {
        bus.say(left(anna, Direction.INCOMING, number, Optional.of("pstn")));
        bus.say(left(ben, Direction.OUTGOING, number, Optional.of("pstn")));
        awaitKept(anna);
        awaitKept(ben);

        as(operator).queryParam("number", number).get(CALLS).then().body("items", hasSize(2));
        as(key).queryParam("number", number).get(CALLS).then().body("items", empty());
        as(key).queryParam("number", number)
                .queryParam("room", extension)
                .get(CALLS)
                .then()
                .body("items", empty());
        as(key).queryParam("number", "anonymous")
                .queryParam("room", extension)
                .get(CALLS)
                .then()
                .body("items.id", contains(ben.value(), anna.value()));
    }

    /** It pays for them. */
    @Test
    void tenantKnowsWhichOfItsExtensionsHasCalled() {
        bus.say(left(anna, Direction.INCOMING, "801", Optional.empty()));
        bus.say(left(ben, Direction.OUTGOING, number, Optional.of("pstn")));
        awaitKept(anna);
        awaitKept(ben);

        as(key).get(CALLS + "/" + anna).then().body("from", equalTo("801")).body("withheld", equalTo(true));
        as(key).get(CALLS + "/" + ben).then().body("from", equalTo("anonymous"));
        as(key).queryParam("number", "801")
                .queryParam("room", extension)
                .get(CALLS)
                .then()
                .body("items.id", contains(anna.value()));
    }
}

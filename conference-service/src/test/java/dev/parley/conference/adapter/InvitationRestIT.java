package dev.parley.conference.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.parley.contracts.call.CallCommand.PlaceCall;
import dev.parley.contracts.call.CallEvent.LegAnswered;
import dev.parley.contracts.call.CallEvent.LegEnd;
import dev.parley.contracts.call.CallEvent.LegEnded;
import dev.parley.contracts.call.CallEvent.LegRinging;
import dev.parley.contracts.directory.DirectoryEntry.NumberEntry;
import dev.parley.contracts.id.LegId;
import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Calling somebody into a conference by the API (R23, R27). */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class InvitationRestIT extends RestClient {
    @Test
    @DisplayName("R27: an invitation can be followed to its one outcome, also when the conference is over")
    void anInvitationHasOneOutcome() {
        openRoom(5);
        join(anna);

        Response accepted = invite("{\"number\": \"802\", \"role\": \"moderator\", \"ring_seconds\": 20}");
        String id = accepted.then()
                .statusCode(202)
                .body("state", equalTo("dialling"))
                .extract()
                .path("id");
        accepted.then().header("Location", endsWith(path + "/invitations/" + id));
        get("/invitations").body("items.id", contains(id));
        get("").body("invitation_count", equalTo(1)).body("invitations.number", contains("802"));
        bus.say(new LegRinging(room, called()));
        eventually(() -> get("/invitations/" + id).body("state", equalTo("ringing")));
        bus.say(new LegAnswered(room, called()));

        eventually(() -> get("/invitations/" + id)
                .body("state", equalTo("answered"))
                .body("participant_id", notNullValue())
                .body("ended", notNullValue()));
        get("/invitations").body("items", empty());
        get("/participants").body("items.role", contains("participant", "moderator"));
        delete("/invitations/" + id).statusCode(404).body("code", equalTo("no_such_invitation"));
        delete("").statusCode(204);
        get("/invitations/" + id).statusCode(200).body("state", equalTo("answered"));
    }

    @Test
    void anInvitationCanBeTakenBack() {
        openRoom(5);
        String id =
                invite("{\"number\": \"802\"}").then().statusCode(202).extract().path("id");

        delete("/invitations/" + id).statusCode(204);

        get("/invitations/" + id).body("state", equalTo("cancelled"));
    }

    @Test
    void whoPrefersToWaitHearsTheOutcome() throws Exception {
        openRoom(5);
        join(anna);
        CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> as(key).header("Prefer", "wait=30")
                .contentType(ContentType.JSON)
                .body("{\"number\": \"802\"}")
                .post(path + "/invitations"));

        bus.say(new LegEnded(room, called(), LegEnd.BUSY, OptionalInt.of(486)));

        answer.get(LONGEST.toSeconds(), TimeUnit.SECONDS)
                .then()
                .statusCode(201)
                .header("Preference-Applied", "wait=30")
                .body("state", equalTo("failed"))
                .body("failure", equalTo("busy"))
                .body("sip_status", equalTo(486));
    }

    @Test
    void whoeverWaitsInVainHearsHowFarItGot() {
        openRoom(5);
        join(anna);

        as(key).header("Prefer", "wait=1")
                .contentType(ContentType.JSON)
                .body("{\"number\": \"802\"}")
                .post(path + "/invitations")
                .then()
                .statusCode(202)
                .body("state", equalTo("dialling"));
    }

    @Test
    void askedTwiceWithOneKeyItIsCalledOnce() {
        openRoom(5);
        String first = once("{\"number\": \"802\"}").statusCode(202).extract().path("id");

        once("{\"number\": \"802\"}").statusCode(202).body("id", equalTo(first));
        once("{\"number\": \"801\"}").statusCode(422).body("code", equalTo("idempotency_key_reused"));
        get("/invitations").body("items.id", contains(first));
    }

    private ValidatableResponse once(String body) {
        return as(key).header("Idempotency-Key", "invite-" + extension)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path + "/invitations")
                .then();
    }

    @Test
    void aSipUriOfTheOwnDomainIsTheNumberInIt() {
        openRoom(5);

        invite("{\"number\": \"sip:802@demo.parley.test\"}")
                .then()
                .statusCode(202)
                .body("number", equalTo("802"));
        invite("{\"number\": \"sip:802@elsewhere.example\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("number_unknown"));
    }

    @Test
    void aNumberThatNobodyHasIsNotCalled() {
        openRoom(5);
        join(anna);

        invite("{\"number\": \"899\"}").then().statusCode(422).body("code", equalTo("number_unknown"));

        get("/invitations").body("items", empty());
        assertThat(bus.heard(room, PlaceCall.class)).isEmpty();
    }

    @Test
    void isCalledUnderANumberOfTheTenantAlone() {
        openRoom(5);
        bus.publish(new NumberEntry("+4930900802", TENANT, "802"));
        bus.publish(new NumberEntry("+4930901802", OTHER_TENANT, "802"));

        for (String foreign : List.of("+4930901802", "+4930666", "110")) {
            invite("{\"number\": \"802\", \"caller_id\": \"" + foreign + "\"}")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/caller_id"))
                    .body("errors.code", contains("not_allotted"));
        }
        assertThat(bus.heard(room, PlaceCall.class)).isEmpty();
        eventually(() -> invite("{\"number\": \"802\", \"caller_id\": \"004930900802\", \"withhold_number\": true}")
                .then()
                .statusCode(202));
        called();
        assertThat(bus.heard(room, PlaceCall.class)).singleElement().satisfies(call -> {
            assertThat(call.caller()).contains("+4930900802");
            assertThat(call.withheld()).contains(true);
        });
    }

    private Response invite(String body) {
        return post("/invitations", body).extract().response();
    }

    private LegId called() {
        eventually(() -> assertThat(bus.heard(room, PlaceCall.class)).hasSize(1));
        return bus.heard(room, PlaceCall.class).getFirst().leg();
    }
}

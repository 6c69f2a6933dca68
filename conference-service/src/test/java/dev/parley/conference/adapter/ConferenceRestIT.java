package dev.parley.conference.adapter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.parley.access.KeyText;
import dev.parley.contracts.call.CallEvent.LegAnswered;
import dev.parley.contracts.call.CallEvent.LegArrived;
import dev.parley.contracts.conference.Cause;
import dev.parley.contracts.conference.ConferenceEvent;
import dev.parley.contracts.conference.ConferenceEvent.ConferenceEnded;
import dev.parley.contracts.conference.ConferenceEvent.ParticipantLeft;
import dev.parley.contracts.directory.ConferenceOptions;
import dev.parley.contracts.directory.DirectoryEntry.ConferenceEntry;
import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.MediaCommand.PlayPrompt;
import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Conferences over HTTP: who may, what is shown, what can be changed (R23). */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class ConferenceRestIT extends RestClient {
    @Test
    void whatOneMayNotSeeIsNotThere() {
        openRoom(5);
        join(anna);
        KeyText foreign = KeyText.random(new SecureRandom());
        KeyText reader = KeyText.random(new SecureRandom());
        KeyText directory = KeyText.random(new SecureRandom());
        KeyText operator = KeyText.random(new SecureRandom());
        publish(foreign, Optional.of(OTHER_TENANT), "write");
        publish(reader, Optional.of(TENANT), "conferences:read");
        publish(directory, Optional.of(TENANT), "directory:write");
        publish(operator, Optional.empty(), "write");
        eventually(() -> as(operator).get(path).then().statusCode(200));
        eventually(() -> as(reader).get(path).then().statusCode(200));
        eventually(() -> as(foreign)
                .get("/v1/tenants/" + OTHER_TENANT + "/conferences")
                .then()
                .statusCode(200));
        eventually(() -> as(directory).get(path).then().statusCode(403));

        given().get(path).then().statusCode(401).body("code", equalTo("unauthenticated"));
        as(foreign)
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not_found"));
        as(foreign).put(path + "/lock").then().statusCode(404).body("code", equalTo("not_found"));
        as(foreign).get("/v1/tenants/demo/events").then().statusCode(404).body("code", equalTo("not_found"));
        as(operator).get("/v1/tenants/nobody/conferences").then().statusCode(404);
        as(operator).get("/v1/tenants/demo/conferences/call-1").then().statusCode(404);
        as(directory).get(path).then().statusCode(403).body("code", equalTo("insufficient_scope"));
        as(reader).get(path).then().statusCode(200);
        as(reader).put(path + "/lock").then().statusCode(403).body("code", equalTo("insufficient_scope"));
        as(operator).put(path + "/lock").then().statusCode(200).body("locked", equalTo(true));
    }

    @Test
    void aConferenceIsShownAsOfItsLastEvent() {
        openRoom(5);
        get("").statusCode(404).body("code", equalTo("no_conference"));

        String first = join(anna);
        String second = join(ben);

        String conference = get("").statusCode(200)
                .body("room", equalTo(extension))
                .body("as_of_sequence", equalTo(3))
                .body("started", notNullValue())
                .body("locked", equalTo(false))
                .body("muted", equalTo(false))
                .body("recording_id", nullValue())
                .body("participant_count", equalTo(2))
                .body("participants.id", contains(first, second))
                .body("participants.number", contains("801", "801"))
                .body("invitations", empty())
                .extract()
                .path("conference_id");
        get("/participants")
                .body("conference_id", equalTo(conference))
                .body("as_of_sequence", equalTo(3))
                .body("items", hasSize(2));
        get("/participants/" + first)
                .body("role", equalTo("participant"))
                .body("inside", equalTo(true))
                .body("joined", notNullValue())
                .body("muted_by", empty())
                .body("held_by", empty());
        get("/participants/nobody").statusCode(404).body("code", equalTo("no_such_participant"));
        as(key).queryParam("limit", 200)
                .get("/v1/tenants/demo/conferences")
                .then()
                .body("items.room", hasItem(extension))
                .body("items.find { it.room == '" + extension + "' }.participants", nullValue());
        as(key).queryParam("limit", 0)
                .get("/v1/tenants/demo/conferences")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("limit"));
    }

    @Test
    void aListOfConferencesGoesOnWhereItsPageEnds() {
        RoomId first = new RoomId("pages:1");
        KeyText reader = KeyText.random(new SecureRandom());
        bus.publish(new TenantEntry(first.tenant(), "pages.parley.test", "Pages", "en"));
        publish(reader, Optional.of(first.tenant()), "read");
        for (String name : List.of("1", "2", "3")) {
            RoomId one = new RoomId("pages:" + name);
            bus.publish(new ConferenceEntry(
                    one.tenant(), name, "Room", new ConferenceOptions(Optional.empty(), Optional.empty(), 5, false)));
            eventually(() -> assertThat(policies.find(one)).isPresent());
            LegId leg = new LegId("leg-" + name + "-" + extension);
            bus.say(new LegArrived(one, leg, INSTANCE, arrived(leg).caller(), name, Optional.of("v=0")));
            bus.say(new LegAnswered(one, leg));
        }
        String all = "/v1/tenants/pages/conferences";
        eventually(() -> as(reader).get(all).then().statusCode(200).body("items.room", contains("1", "2", "3")));

        String link = as(reader)
                .get(all + "?limit=2")
                .then()
                .body("items.room", contains("1", "2"))
                .extract()
                .header("Link");

        String next = link.substring(1, link.indexOf('>'));
        as(reader)
                .get(next)
                .then()
                .statusCode(200)
                .body("items.room", contains("3"))
                .header("Link", nullValue());
        as(reader).get(all + "?cursor=%7F").then().statusCode(400).body("errors[0].code", equalTo("invalid_cursor"));
    }

    @Test
    void aKeyThatTheDirectoryTakesBackOpensNothingAnyMore() {
        KeyText revoked = KeyText.random(new SecureRandom());
        publish(revoked, Optional.of(TENANT), "read");
        eventually(() -> as(revoked).get("/v1/tenants/demo/conferences").then().statusCode(200));

        bus.takeBack("api-key/" + revoked.id());

        eventually(() -> as(revoked)
                .get("/v1/tenants/demo/conferences")
                .then()
                .statusCode(401)
                .body("code", equalTo("invalid_credentials")));
    }

    @Test
    void whoIsNotHeardIsSoForThreeReasonsApart() {
        openRoom(5);
        String participant = "/participants/" + join(anna);

        put(participant + "/mutes/self").statusCode(200).body("muted_by", contains("self"));
        put(participant + "/mutes/moderator").body("muted_by", contains("self", "moderator"));
        put(participant + "/mutes/policy").body("muted_by", contains("self", "moderator", "policy"));
        int sequence = put(participant + "/mutes/policy")
                .statusCode(200)
                .body("muted_by", hasSize(3))
                .extract()
                .path("as_of_sequence");
        assertThat(sequence).isEqualTo(5);
        delete(participant + "/mutes/self").body("muted_by", contains("moderator", "policy"));
        delete(participant + "/mutes/policy").body("muted_by", contains("moderator"));
        delete(participant + "/mutes/moderator").body("muted_by", empty());
        put(participant + "/mutes/nobody").statusCode(404).body("code", equalTo("not_found"));
        put("/participants/nobody/mutes/self").statusCode(404).body("code", equalTo("no_such_participant"));
    }

    @Test
    @DisplayName("R23: what keys can do the API can do, and its events say that it did")
    void whatKeysCanDoTheApiCanDo() throws SQLException {
        openRoom(5);
        String first = join(anna);
        String second = join(ben);

        put("/participants/" + first + "/deaf").body("deaf", equalTo(true));
        delete("/participants/" + first + "/deaf").body("deaf", equalTo(false));
        put("/participants/" + first + "/hold").body("held_by", contains("moderator"));
        delete("/participants/" + first + "/hold").body("held_by", empty());
        as(key).contentType(ContentType.JSON)
                .body("{\"role\": \"moderator\"}")
                .put(path + "/participants/" + first + "/role")
                .then()
                .statusCode(200)
                .body("role", equalTo("moderator"));
        put("/participants/" + first + "/mutes/policy").statusCode(409).body("code", equalTo("not_allowed"));
        put("/mute").body("muted", equalTo(true)).body("participants.muted_by.flatten()", contains("policy"));
        delete("/mute").body("muted", equalTo(false));
        put("/lock").body("locked", equalTo(true));
        put("/lock").statusCode(200).body("locked", equalTo(true));
        delete("/lock").body("locked", equalTo(false));
        put("/recording").statusCode(200).body("recording_id", notNullValue());
        delete("/recording").body("recording_id", nullValue());
        post("/announcements", "{\"prompts\": [\"welcome\"], \"participant_id\": \"" + first + "\"}")
                .statusCode(202);
        delete("/participants/" + second).statusCode(204);
        get("/participants").body("items.id", contains(first));
        delete("").statusCode(204);
        get("").statusCode(404).body("code", equalTo("no_conference"));

        eventually(() -> assertThat(bus.heard(room, ConferenceEnded.class)).hasSize(1));
        assertThat(bus.heard(room, ConferenceEvent.class).stream().skip(3))
                .hasSizeGreaterThan(14)
                .allSatisfy(event -> assertThat(event.cause()).isEqualTo(Cause.API));
        assertThat(bus.heard(room, ParticipantLeft.class)).hasSize(2);
        eventually(() -> assertThat(bus.heard(room, PlayPrompt.class))
                .anySatisfy(play -> assertThat(play.leg()).isEqualTo(anna)));
        put("/lock").statusCode(404).body("code", equalTo("no_conference"));
    }

    @Test
    void aRoomWhereNothingGoesOnIsNotMadeByAskingForIt() throws SQLException {
        put("/lock").statusCode(404).body("code", equalTo("no_conference"));
        post("/invitations", "{\"number\": \"802\"}").statusCode(404).body("code", equalTo("room_unknown"));

        assertThat(count("select count(*) from room where room = ?")).isZero();
    }

    @Test
    void allThatIsWrongWithADocumentIsTold() {
        openRoom(5);
        join(anna);

        post("/invitations", "{\"number\": \"x\", \"role\": \"king\", \"ring_seconds\": 1, \"colour\": 3}")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid"))
                .body("errors.pointer", containsInAnyOrder("/number", "/role", "/ring_seconds", "/colour"));
        post("/invitations", "{").statusCode(400).body("code", equalTo("malformed"));
        post("/announcements", "{\"prompts\": []}").statusCode(422).body("errors.pointer", contains("/prompts"));
    }

    @Test
    void theApiDescribesItself() {
        given().accept(ContentType.JSON)
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .body("paths.'/v1/tenants/{tenant}/conferences/{room}'", notNullValue())
                .body("components.schemas.Conference.properties", not(nullValue()))
                .body("components.schemas.Conference.properties.as_of_sequence", notNullValue());
    }
}

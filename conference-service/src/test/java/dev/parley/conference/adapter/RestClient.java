package dev.parley.conference.adapter;

import static io.restassured.RestAssured.given;

import dev.parley.access.KeyText;
import dev.parley.contracts.call.CallEvent.LegAnswered;
import dev.parley.contracts.directory.DirectoryEntry.ApiKeyEntry;
import dev.parley.contracts.directory.DirectoryEntry.PhoneEntry;
import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.TenantId;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;

/** Somebody with a key to the tenant, and a room. */
abstract class RestClient extends RunningService {
    static final TenantId OTHER_TENANT = new TenantId("acme");

    final KeyText key = KeyText.random(new SecureRandom());
    final String path = "/v1/tenants/demo/conferences/" + extension;

    @BeforeEach
    void makeTheWorld() {
        bus.publish(new TenantEntry(TENANT, "demo.parley.test", "Demo", "en"));
        bus.publish(new TenantEntry(OTHER_TENANT, "acme.parley.test", "Acme", "en"));
        bus.publish(new PhoneEntry(TENANT, "802", "Ben"));
        publish(key, Optional.of(TENANT), "read", "conferences:write");
        eventually(() -> as(key).get("/v1/tenants/demo/conferences").then().statusCode(200));
        awaitReachable("802");
    }

    void publish(KeyText published, Optional<TenantId> tenant, String... scopes) {
        bus.publish(new ApiKeyEntry(published.id(), published.hash(), tenant, List.of(scopes), Optional.empty()));
    }

    static RequestSpecification as(KeyText who) {
        return given().header("Authorization", "Bearer " + who.reveal());
    }

    ValidatableResponse get(String below) {
        return as(key).get(path + below).then();
    }

    ValidatableResponse put(String below) {
        return as(key).put(path + below).then();
    }

    ValidatableResponse delete(String below) {
        return as(key).delete(path + below).then();
    }

    ValidatableResponse post(String below, String body) {
        return as(key).contentType(ContentType.JSON)
                .body(body)
                .post(path + below)
                .then();
    }

    /** Lets somebody in, and says who that is then. */
    String join(LegId leg) {
        bus.say(arrived(leg));
        bus.say(new LegAnswered(room, leg));
        String participant = "items.find { it.leg_id == '" + leg + "' }.id";
        eventually(() -> get("/participants").statusCode(200).body(participant, Matchers.notNullValue()));
        return get("/participants").extract().path(participant);
    }
}

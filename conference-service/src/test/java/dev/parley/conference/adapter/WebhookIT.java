package dev.parley.conference.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Being told by webhook, by a server that fails, is slow, and comes back. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class WebhookIT extends RestClient {
    private static final String WEBHOOKS = "/v1/tenants/demo/webhooks";

    private final Hooks hooks = new Hooks();
    private final List<String> made = new ArrayList<>();

    @AfterEach
    void forget() {
        made.forEach(id -> as(key).delete(WEBHOOKS + "/" + id));
        hooks.close();
    }

    private record Made(String id, String secret) {
        String path() {
            return WEBHOOKS + "/" + id;
        }
    }

    private Made webhook(String path, String more) {
        var webhook = send(WEBHOOKS, "{\"url\": \"" + hooks.url(path) + "\"" + more + "}")
                .statusCode(201)
                .header("Location", startsWith("http"))
                .extract();
        made.add(webhook.path("id"));
        return new Made(webhook.path("id"), webhook.path("secret"));
    }

    private ValidatableResponse send(String path, String body) {
        return as(key).contentType(ContentType.JSON).body(body).post(path).then();
    }

    private ValidatableResponse patch(Made webhook, String body) {
        return as(key).contentType(ContentType.JSON)
                .body(body)
                .patch(webhook.path())
                .then();
    }

    /** Of this test's room; others may go on beside it. */
    private List<Hooks.Hit> told(String path) {
        return ofThisRoom(hooks.taken(path));
    }

    /** Others of the tenant may still come to their end. */
    private List<Hooks.Hit> ofThisRoom(List<Hooks.Hit> hits) {
        return hits.stream()
                .filter(hit -> room.value().equals(hit.event().getString("subject")))
                .toList();
    }

    private static String sign(String secret, Hooks.Hit hit) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            String signed = hit.id() + "." + hit.timestamp() + "." + hit.body();
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void eachChangeIsToldOnceInOrderAndSignedAlsoAfterItFailed() {
        openRoom(5);
        hooks.answer("/back", 500);
        Made webhook = webhook("/back", "");
        join(anna);
        put("/lock").statusCode(200);
        eventually(() -> assertThat(hooks.at("/back")).hasSizeGreaterThan(2));
        eventually(() -> as(key).get(webhook.path()).then().body("failing_since", notNullValue()));
        hooks.answer("/back", 200);
        delete("/lock").statusCode(200);

        eventually(() -> assertThat(told("/back")).hasSize(4));
        assertThat(told("/back"))
                .extracting(hit -> hit.event().getString("data.type"))
                .containsExactly("ConferenceStarted", "ParticipantJoined", "ConferenceLocked", "ConferenceUnlocked");
        assertThat(told("/back")).extracting(Hooks.Hit::id).doesNotHaveDuplicates();
        assertThat(told("/back")).allSatisfy(hit -> {
            assertThat(hit.signature()).isEqualTo(sign(webhook.secret(), hit));
            assertThat(hit.id()).isEqualTo(hit.event().getString("id"));
            assertThat(hit.event().getString("specversion")).isEqualTo("1.0");
        });
        assertThat(ofThisRoom(hooks.at("/back")).stream()
                        .filter(hit -> hit.answer() == 500)
                        .map(Hooks.Hit::id)
                        .distinct())
                .as("nothing overtakes what waits")
                .hasSize(1);
        eventually(() -> as(key).get(webhook.path()).then().body("failing_since", nullValue()));
    }

    @Test
    void oneThatIsSlowKeepsNoOtherWaiting() {
        openRoom(5);
        hooks.keepWaiting("/slow");
        Made slow = webhook("/slow", "");
        Made quick = webhook("/quick", "");
        join(anna);

        eventually(() -> assertThat(told("/quick")).hasSize(2));
        eventually(() -> assertThat(hooks.at("/slow")).isNotEmpty());
        eventually(() -> as(key).get(slow.path() + "/deliveries")
                .then()
                .body("items.find { it.error != null }.error", containsString("no answer")));
        as(key).get(quick.path()).then().body("failing_since", nullValue());
        hooks.keepWaiting("/slow").countDown();
        eventually(() -> assertThat(ofThisRoom(hooks.at("/slow")).stream()
                        .map(Hooks.Hit::id)
                        .distinct())
                .hasSize(2));
        eventually(() ->
                as(key).get(slow.path() + "/deliveries").then().body("items.state", everyItem(equalTo("delivered"))));
    }

    @Test
    void onlyWhatIsWantedIsTold() {
        openRoom(5);
        webhook("/all", "");
        Made some = webhook("/some", ", \"events\": [\"ConferenceLocked\"], \"description\": \"Locks\"");
        Made none = webhook("/none", ", \"enabled\": false");
        join(anna);
        put("/lock").statusCode(200);

        eventually(() -> assertThat(told("/all")).hasSize(3));
        eventually(() -> assertThat(told("/some")).hasSize(1));
        assertThat(hooks.at("/none")).isEmpty();
        as(key).get(none.path() + "/deliveries").then().body("items", empty());
        as(key).get(some.path())
                .then()
                .body("events", contains("ConferenceLocked"))
                .body("description", equalTo("Locks"))
                .body("secret", nullValue());
    }

    @Test
    void oneThatIsDeadIsDisabledAndSaysSoAndCanBeToldAgain() throws Exception {
        openRoom(5);
        hooks.answer("/dead", 503);
        Made webhook = webhook("/dead", "");
        join(anna);
        eventually(() -> as(key).get(webhook.path()).then().body("failing_since", notNullValue()));
        execute("update webhook set failing_since = now() - interval '25 hours' where webhook = '" + webhook.id()
                + "'");

        eventually(() -> as(key).get(webhook.path())
                .then()
                .body("enabled", equalTo(false))
                .body("disabled_reason", containsString("503")));
        as(key).get(webhook.path() + "/deliveries").then().body("items.state", everyItem(equalTo("failed")));
        String first = as(key).get(webhook.path() + "/deliveries")
                .then()
                .extract()
                .path("items.find { it.event == 'ConferenceStarted' }.id");
        send(webhook.path() + "/deliveries/" + first + "/replay", "")
                .statusCode(409)
                .body("code", equalTo("webhook_disabled"));
        hooks.answer("/dead", 200);
        patch(webhook, "{\"enabled\": true}")
                .statusCode(200)
                .body("enabled", equalTo(true))
                .body("disabled_reason", nullValue());
        send(webhook.path() + "/deliveries/" + first + "/replay", "")
                .statusCode(202)
                .body("replay_of", equalTo(first));

        eventually(() -> assertThat(told("/dead"))
                .extracting(hit -> hit.event().getString("data.type"))
                .containsExactly("ConferenceStarted"));
        assertThat(told("/dead").getFirst().id())
                .isEqualTo(as(key).get(webhook.path() + "/deliveries/" + first)
                        .then()
                        .extract()
                        .path("message_id"));
    }

    @Test
    void oneThatSaysItIsGoneIsToldNoMore() {
        openRoom(5);
        hooks.answer("/gone", 410);
        Made webhook = webhook("/gone", "");
        join(anna);

        eventually(() -> as(key).get(webhook.path())
                .then()
                .body("enabled", equalTo(false))
                .body("disabled_reason", containsString("410")));
    }

    @Test
    void whatAProcessThatDiedHadTakenIsToldByTheNext() throws Exception {
        openRoom(5);
        Made webhook = webhook("/after", "");
        execute("insert into delivery (delivery, webhook, message, strand, kind, payload, state, attempts, due_at,"
                + " created_at) values ('d-" + extension + "', '" + webhook.id() + "', 'm-" + extension + "', 's',"
                + " 'Ping', '{}', 'WAITING', 1, now(), now())");

        eventually(() ->
                assertThat(hooks.taken("/after")).extracting(Hooks.Hit::id).containsOnlyOnce("m-" + extension));
    }

    @Test
    void aPingTellsWhetherItWorksAndARenewedSecretSignsBeside() {
        Made webhook = webhook("/ping", "");
        String renewed =
                send(webhook.path() + "/secret", "").statusCode(200).extract().path("secret");
        String delivery = send(webhook.path() + "/ping", "")
                .statusCode(202)
                .header("Location", containsString(webhook.path() + "/deliveries/"))
                .extract()
                .path("id");

        eventually(() -> as(key).get(webhook.path() + "/deliveries/" + delivery)
                .then()
                .body("state", equalTo("delivered"))
                .body("status", equalTo(204))
                .body("attempts", equalTo(1)));
        List<Hooks.Hit> pings = hooks.taken("/ping").stream()
                .filter(hit -> "dev.parley.Ping".equals(hit.event().getString("type")))
                .toList();
        assertThat(pings).hasSize(1);
        Hooks.Hit ping = pings.getFirst();
        assertThat(ping.signature().split(" ")).containsExactly(sign(renewed, ping), sign(webhook.secret(), ping));
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        send(WEBHOOKS, "{\"url\": \"ftp://example.com\", \"events\": [\"Nothing\"], \"colour\": \"red\"}")
                .statusCode(422)
                .body("errors.pointer", contains("/colour", "/url", "/events/0"));
        send(WEBHOOKS, "{}").statusCode(422).body("errors[0].code", equalTo("required"));
        as(key).get(WEBHOOKS + "/nobody").then().statusCode(404);
        as(key).get("/v1/tenants/acme/webhooks").then().statusCode(404);
    }

    @Test
    void askedTwiceWithOneKeyItIsMadeOnce() {
        String body = "{\"url\": \"" + hooks.url("/once") + "\"}";
        String first = once(body).statusCode(201).extract().path("id");
        made.add(first);

        once(body).statusCode(201).body("id", equalTo(first)).header("Location", endsWith(first));
        once("{\"url\": \"" + hooks.url("/twice") + "\"}")
                .statusCode(422)
                .body("code", equalTo("idempotency_key_reused"));
    }

    private ValidatableResponse once(String body) {
        return as(key).header("Idempotency-Key", "hook-" + extension)
                .contentType(ContentType.JSON)
                .body(body)
                .post(WEBHOOKS)
                .then();
    }
}

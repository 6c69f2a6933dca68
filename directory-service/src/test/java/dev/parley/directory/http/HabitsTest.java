package dev.parley.directory.http;

import static dev.parley.directory.http.Api.DEMO;
import static dev.parley.directory.http.Api.delete;
import static dev.parley.directory.http.Api.get;
import static dev.parley.directory.http.Api.operator;
import static dev.parley.directory.http.Api.patch;
import static dev.parley.directory.http.Api.post;
import static dev.parley.directory.http.Api.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients of well-made APIs expect of each. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "owner", value = "directory"))
class HabitsTest {
    private static final Map<String, String> PHONE = Map.of("type", "phone");

    @Test
    void whoReadsBeforeItWritesOverwritesNobody() {
        String first = put(DEMO + "/extensions/830", PHONE)
                .then()
                .statusCode(201)
                .extract()
                .header("ETag");
        String second = patch(DEMO + "/extensions/830", Map.of("name", "One"))
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        assertThat(second).isNotEqualTo(first).matches("\"[0-9]+\"");

        operator()
                .header("If-Match", first)
                .contentType(Api.MERGE_PATCH)
                .body(Map.of("name", "Two"))
                .patch(DEMO + "/extensions/830")
                .then()
                .statusCode(412)
                .body("code", equalTo("precondition_failed"));
        operator()
                .header("If-Match", "W/" + second)
                .delete(DEMO + "/extensions/830")
                .then()
                .statusCode(412);
        get(DEMO + "/extensions/830").then().body("name", equalTo("One"));
        operator()
                .header("If-Match", "\"1\", " + second)
                .contentType(ContentType.JSON)
                .body(PHONE)
                .put(DEMO + "/extensions/830")
                .then()
                .statusCode(200)
                .body("name", equalTo("830"));
        operator()
                .header("If-Match", "*")
                .delete(DEMO + "/extensions/830")
                .then()
                .statusCode(204);
        operator()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(PHONE)
                .put(DEMO + "/extensions/830")
                .then()
                .statusCode(412);
    }

    @Test
    void whatIsKnownIsNotSentAgain() {
        String etag =
                get(DEMO + "/extensions/801").then().statusCode(200).extract().header("ETag");

        operator()
                .header("If-None-Match", etag)
                .get(DEMO + "/extensions/801")
                .then()
                .statusCode(304)
                .header("ETag", etag);
        operator()
                .header("If-None-Match", "\"7\"")
                .get(DEMO + "/extensions/801")
                .then()
                .statusCode(200);
        operator()
                .header("If-None-Match", "*")
                .contentType(ContentType.JSON)
                .body(PHONE)
                .put(DEMO + "/extensions/801")
                .then()
                .statusCode(412);
    }

    @Test
    void aRequestThatIsRepeatedIsDoneOnce() {
        String key = UUID.randomUUID().toString();
        Map<String, String> phone = Map.of("type", "phone", "extension", "831");
        Response first = keyed(key, phone);
        first.then().statusCode(201);
        patch(DEMO + "/extensions/831", Map.of("name", "Changed since")).then().statusCode(200);

        Response again = keyed(key, phone);

        again.then().statusCode(201).header("Idempotency-Replayed", "true").header("ETag", first.header("ETag"));
        assertThat(again.asString()).isEqualTo(first.asString());
        keyed(key, Map.of("type", "phone", "extension", "832"))
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency_key_reused"));
        keyed(UUID.randomUUID().toString(), phone).then().statusCode(409).body("code", equalTo("already_exists"));
        delete(DEMO + "/extensions/831").then().statusCode(204);
    }

    @Test
    void ofManyAtOnceWithTheSameKeyOneIsDone() throws InterruptedException, ExecutionException {
        String key = UUID.randomUUID().toString();
        List<Callable<Integer>> posts = new ArrayList<>();
        for (int at = 0; at < 8; at++) {
            posts.add(() ->
                    keyed(key, Map.of("type", "phone", "extension", "833")).statusCode());
        }
        try (ExecutorService clients = Executors.newFixedThreadPool(8)) {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answered : clients.invokeAll(posts)) {
                statuses.add(answered.get());
            }
            assertThat(statuses).contains(201).isSubsetOf(201, 409);
        }
        delete(DEMO + "/extensions/833").then().statusCode(204);
    }

    private static Response keyed(String key, Map<String, String> document) {
        return operator()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(document)
                .post(DEMO + "/extensions");
    }

    @Test
    void aDryRunAnswersAsIfAndChangesNothing() {
        post(DEMO + "/extensions?dry_run=true", Map.of("type", "phone", "extension", "834"))
                .then()
                .statusCode(201)
                .body("name", equalTo("834"));
        get(DEMO + "/extensions/834").then().statusCode(404);
        post(DEMO + "/extensions?dry_run=true", Map.of("type", "phone", "extension", "801"))
                .then()
                .statusCode(409);
        patch(DEMO + "/extensions/801?dry_run=true", Map.of("name", "Nobody"))
                .then()
                .statusCode(200)
                .body("name", equalTo("Nobody"));
        get(DEMO + "/extensions/801").then().body("name", equalTo("Phone 801"));
        delete(DEMO + "/extensions/910?dry_run=true").then().statusCode(409);
        delete(DEMO + "/extensions/919?dry_run=true").then().statusCode(204);
        get(DEMO + "/extensions/919").then().statusCode(200);
    }

    @Test
    void allPagesTogetherAreTheWholeListInEveryOrder() {
        List<String> forwards = walk(DEMO + "/extensions?type=conference&limit=5&sort=name");
        List<String> backwards = walk(DEMO + "/extensions?type=conference&limit=5&sort=-name");

        assertThat(forwards)
                .hasSizeGreaterThanOrEqualTo(12)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(backwards.reversed()).isEqualTo(forwards);
        assertThat(walk(DEMO + "/extensions?type=conference&limit=7&sort=updated"))
                .containsExactlyInAnyOrderElementsOf(forwards);
        assertThat(walk(DEMO + "/extensions?type=conference&limit=1&sort=-updated"))
                .containsExactlyInAnyOrderElementsOf(forwards);
    }

    private static List<String> walk(String first) {
        List<String> seen = new ArrayList<>();
        String next = first;
        while (next != null) {
            Response page = get(next);
            page.then().statusCode(200);
            seen.addAll(page.jsonPath().getList("items.extension"));
            String link = page.header("Link");
            next = link == null ? null : link.replaceAll("<(.*)>.*", "$1");
        }
        return seen;
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit, out_of_range",
        "limit=201, limit, out_of_range",
        "limit=many, limit, out_of_range",
        "sort=colour, sort, invalid_value",
        "cursor=%21%21, cursor, invalid_cursor",
        "cursor=bmFtZSAw, cursor, invalid_cursor",
        "colour=red, colour, unknown_parameter",
        "name=%00, name, invalid_character"
    })
    void aParameterThatIsNotRightIsNamed(String query, String parameter, String code) {
        get(DEMO + "/extensions?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].parameter", equalTo(parameter))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void everyFailureIsAProblemDocument() {
        get("/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("status", equalTo(404));
        post(DEMO + "/extensions/801", PHONE).then().statusCode(405).contentType("application/problem+json");
        operator()
                .accept("image/png")
                .get(DEMO + "/extensions")
                .then()
                .statusCode(406)
                .body("code", equalTo("not_acceptable"));
        operator()
                .contentType("text/plain")
                .body("x")
                .post(DEMO + "/extensions")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported_media_type"));
        operator()
                .contentType(ContentType.JSON)
                .body("{\"name\": \"x\"}")
                .patch(DEMO + "/extensions/801")
                .then()
                .statusCode(415);
        operator()
                .contentType(ContentType.JSON)
                .body("{")
                .post(DEMO + "/extensions")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed"));
    }

    @Test
    void operatorsReachExtensionsByTheirGlobalAddress() {
        get("/v1/extensions/acme*801").then().statusCode(200).body("extension", equalTo("801"));
        get("/v1/extensions/nobody*801").then().statusCode(404);
        put("/v1/extensions/acme*850", PHONE).then().statusCode(201);
        delete("/v1/extensions/acme*850").then().statusCode(204);
        Api.admin("acme").get("/v1/extensions/acme*801").then().statusCode(not(equalTo(200)));
    }

    @Test
    void whoChangedWhatIsWrittenDownWithoutSecrets() {
        put(DEMO + "/extensions/835", Map.of("type", "conference")).then().statusCode(201);
        patch(DEMO + "/extensions/835", Map.of("pin", "2580", "name", "Secret talks"))
                .then()
                .statusCode(200);
        delete(DEMO + "/extensions/835").then().statusCode(204);

        String log = get(DEMO + "/audit?limit=3")
                .then()
                .statusCode(200)
                .body("items.action", equalTo(List.of("deleted", "changed", "created")))
                .body("items[1].fields", hasItems("name", "pin"))
                .body("items[1].name", equalTo("835"))
                .header("Link", containsString("cursor="))
                .extract()
                .asString();
        assertThat(log).doesNotContain("2580");
    }
}

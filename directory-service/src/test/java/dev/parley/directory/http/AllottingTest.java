package dev.parley.directory.http;

import static dev.parley.directory.http.Api.admin;
import static dev.parley.directory.http.Api.delete;
import static dev.parley.directory.http.Api.get;
import static dev.parley.directory.http.Api.patch;
import static dev.parley.directory.http.Api.post;
import static dev.parley.directory.http.Api.put;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outside numbers are allotted by the operator: nobody routes a number that is not its own. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "owner", value = "directory"))
class AllottingTest {
    private static final String ACME = "/v1/tenants/acme";
    private static final Map<String, String> TO_910 = Map.of("destination", "910");

    @Test
    void aTenantClaimsNoNumberThatIsNotAllottedToIt() {
        refused(claim("+4989123456"));
        refused(asAcme().body(Map.of("number", "+4989123456", "destination", "910"))
                .post(ACME + "/numbers"));
        asAcme().contentType("application/yaml; charset=UTF-8")
                .body("numbers: {\"+4989123456\": {destination: \"910\"}}".getBytes(UTF_8))
                .put(ACME + "/configuration")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/numbers/+4989123456/number"))
                .body("errors[0].code", equalTo("not_allotted"));
        get(ACME + "/numbers/+4989123456").then().statusCode(404);
    }

    @Test
    void aTenantDoesNotLearnWhichNumbersOthersUse() {
        Response used = claim("+4930900910");
        Response free = claim("+4930900919");

        refused(used);
        refused(free);
        assertThat(used.asString().replace("+4930900910", "+4930900919")).isEqualTo(free.asString());
    }

    @Test
    void aTenantRoutesWhatIsAllottedToIt() {
        allot("acme", "+4940111", "prefix").then().statusCode(201).body("match", equalTo("prefix"));
        allot("acme", "+4940222", "exact").then().statusCode(201);

        claim("+494011122").then().statusCode(201);
        claim("+4940111").then().statusCode(201);
        claim("+4940222").then().statusCode(201);
        refused(claim("+49402221"));
        refused(claim("+494022"));

        admin("acme")
                .get(ACME + "/number-ranges?range~=%2B4940")
                .then()
                .body("items.range", contains("+4940111", "+4940222"));
        for (String number : List.of("+494011122", "+4940111", "+4940222")) {
            admin("acme").delete(ACME + "/numbers/" + number).then().statusCode(204);
        }
        delete(ACME + "/number-ranges/+4940111").then().statusCode(204);
        delete(ACME + "/number-ranges/+4940222").then().statusCode(204);
    }

    @Test
    void aTenantSeesItsAllotmentsButDoesNotMakeThem() {
        admin("acme")
                .get(ACME + "/number-ranges/+4930901")
                .then()
                .statusCode(200)
                .body("match", equalTo("prefix"));
        Map<String, String> all = Map.of("range", "+49");
        forbidden(asAcme().body(all).post(ACME + "/number-ranges"));
        forbidden(asAcme().body(all).put(ACME + "/number-ranges/+49"));
        forbidden(admin("acme").contentType(Api.MERGE_PATCH).body("{}").patch(ACME + "/number-ranges/+4930901"));
        forbidden(admin("acme").delete(ACME + "/number-ranges/+4930901"));
        asAcme().contentType("application/yaml; charset=UTF-8")
                .body("number-ranges: {\"+49\": {}}".getBytes(UTF_8))
                .put(ACME + "/configuration")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("forbidden"));
        get(ACME + "/number-ranges/+49").then().statusCode(404);
    }

    @Test
    void theOperatorGivesNumbersOneByOneButNoneOfAnotherTenants() {
        put(ACME + "/numbers/+4989700700", TO_910).then().statusCode(201);
        asAcme().body(Map.of("destination", "901"))
                .put(ACME + "/numbers/+4989700700")
                .then()
                .statusCode(200);
        put(ACME + "/numbers/+4930900999", TO_910)
                .then()
                .statusCode(409)
                .body("code", equalTo("number_taken"))
                .body("errors[0].pointer", equalTo("/number"));
        admin("acme").delete(ACME + "/numbers/+4989700700").then().statusCode(204);
        refused(claim("+4989700700"));
    }

    @ParameterizedTest
    @CsvSource({
        "+4930900, prefix",
        "+493090, prefix",
        "+49, prefix",
        "+49309005, prefix",
        "+49309005, exact",
        "+4930900, exact",
    })
    void noTwoTenantsHaveTheSameNumber(String range, String match) {
        allot("acme", range, match)
                .then()
                .statusCode(409)
                .body("code", equalTo("range_taken"))
                .body("errors[0].pointer", equalTo("/range"));
        get(ACME + "/number-ranges/" + range).then().statusCode(404);
    }

    @Test
    void whatAnotherTenantUsesIsNotAllotted() {
        put(Api.DEMO + "/numbers/+4970700700", TO_910).then().statusCode(201);

        for (String match : List.of("prefix", "exact")) {
            allot("acme", "+4970700700", match).then().statusCode(409).body("code", equalTo("range_taken"));
        }
        allot("acme", "+49707", "prefix").then().statusCode(409);
        allot("acme", "+49707", "exact").then().statusCode(201);
        allot("acme", "+497070070", "exact").then().statusCode(201);
        for (String path :
                List.of("acme/number-ranges/+49707", "acme/number-ranges/+497070070", "demo/numbers/+4970700700")) {
            delete("/v1/tenants/" + path).then().statusCode(204);
        }
    }

    @Test
    void numbersInUseAreNotTakenBack() {
        allot("acme", "+4940333", "prefix").then().statusCode(201);
        allot("acme", "+49403331", "exact").then().statusCode(201);
        claim("+49403331").then().statusCode(201);
        claim("+49403332").then().statusCode(201);

        delete(ACME + "/number-ranges/+4940333")
                .then()
                .statusCode(409)
                .body("code", equalTo("in_use"))
                .body("errors.pointer", contains("/numbers/+49403332/number"));
        patch(ACME + "/number-ranges/+4940333", Map.of("match", "exact"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("fixed"));
        admin("acme").delete(ACME + "/numbers/+49403332").then().statusCode(204);
        delete(ACME + "/number-ranges/+4940333").then().statusCode(204);
        delete(ACME + "/number-ranges/+49403331").then().statusCode(409);
        delete(ACME + "/numbers/+49403331").then().statusCode(204);
        delete(ACME + "/number-ranges/+49403331").then().statusCode(204);
    }

    @Test
    void oneOfTwoWhoAreAllottedTheSameAtOnceHasIt() throws Exception {
        for (int round = 0; round < 10; round++) {
            String range = "+497777" + round;
            List<Callable<Integer>> both = List.of(
                    () -> allot("acme", range, "prefix").statusCode(),
                    () -> allot("demo", range + "1", "exact").statusCode());
            try (var operators = Executors.newFixedThreadPool(2)) {
                List<Integer> statuses = operators.invokeAll(both).stream()
                        .map(Future::resultNow)
                        .toList();
                assertThat(statuses).containsExactlyInAnyOrder(201, 409);
            }
            delete(ACME + "/number-ranges/" + range);
            delete(Api.DEMO + "/number-ranges/" + range + "1");
        }
    }

    private static Response claim(String number) {
        return asAcme().body(TO_910).put(ACME + "/numbers/" + number);
    }

    private static Response allot(String tenant, String range, String match) {
        return post("/v1/tenants/" + tenant + "/number-ranges", Map.of("range", range, "match", match));
    }

    private static RequestSpecification asAcme() {
        return admin("acme").contentType(ContentType.JSON);
    }

    private static void refused(Response answer) {
        answer.then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/number"))
                .body("errors[0].code", equalTo("not_allotted"));
    }

    private static void forbidden(Response answer) {
        answer.then().statusCode(403).body("code", equalTo("forbidden"));
    }
}

package dev.parley.directory.http;

import static dev.parley.directory.http.Api.admin;
import static dev.parley.directory.http.Api.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever registers is the extension of its credential, and is not taken for another one by its user name. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "owner", value = "directory"))
class ImpersonatingTest {
    private static final String ACME = "/v1/tenants/acme";
    private static final String PASSWORD = "long enough";

    @AfterEach
    void clear() {
        Api.delete(ACME + "/credentials/871");
        Api.delete(ACME + "/credentials/desk-801");
        Api.delete(ACME + "/extensions/871");
    }

    @Test
    void aUserNameMayBeAnotherThanTheExtension() {
        credential("desk-801", "801").then().statusCode(201).body("extension", equalTo("801"));
        credential("871", "801").then().statusCode(201);
    }

    @Test
    void aUserNameIsNotTheNumberOfAnotherExtension() {
        reserved(credential("801", "802"), "/username");
        reserved(credential("910", "802"), "/username");
        get(ACME + "/credentials/801").then().body("extension", equalTo("801"));
        credential("801", "801").then().statusCode(200);
    }

    @Test
    void anExtensionHasNoNumberByWhichAnotherRegisters() {
        credential("871", "801").then().statusCode(201);
        reserved(extension("871"), "/extension");
        get(ACME + "/extensions/871").then().statusCode(404);
        Api.delete(ACME + "/credentials/871").then().statusCode(204);
        extension("871").then().statusCode(201);
        credential("871", "871").then().statusCode(201);
        reserved(credential("871", "801"), "/username");
    }

    @Test
    void notEvenWhereBothComeAtOnce() {
        admin("acme")
                .contentType("application/yaml; charset=UTF-8")
                .body("""
                        extensions: {"871": {type: phone}}
                        credentials: {"871": {extension: "801", password: long enough}}
                        """.getBytes(UTF_8))
                .put(ACME + "/configuration")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/credentials/871/username"))
                .body("errors.pointer", hasItem("/extensions/871/extension"));
    }

    @Test
    void theExtensionOfACredentialIsAPhone() {
        credential("desk-801", "910").then().statusCode(422).body("errors[0].code", equalTo("wrong_type"));
        credential("desk-801", "899").then().statusCode(422).body("errors[0].code", equalTo("not_found"));
    }

    private static Response credential(String name, String extension) {
        return admin("acme")
                .contentType(ContentType.JSON)
                .body(Map.of("extension", extension, "password", PASSWORD))
                .put(ACME + "/credentials/" + name);
    }

    private static Response extension(String number) {
        return admin("acme")
                .contentType(ContentType.JSON)
                .body(Map.of("type", "phone"))
                .put(ACME + "/extensions/" + number);
    }

    private static void reserved(Response answer, String pointer) {
        answer.then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo("reserved"));
    }
}

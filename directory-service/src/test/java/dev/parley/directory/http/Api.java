package dev.parley.directory.http;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** The API as a client uses it. The one place that knows how clients say who they are. */
final class Api {
    static final String DEMO = "/v1/tenants/demo";
    static final String MERGE_PATCH = "application/merge-patch+json";

    private Api() {}

    /** Asks as the operator of the installation. */
    static RequestSpecification operator() {
        return given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer pk_demooper_000000000000000000000000000000000000oper");
    }

    static Response post(String path, Map<String, ?> document) {
        return operator().contentType(ContentType.JSON).body(document).post(path);
    }

    static Response put(String path, Map<String, ?> document) {
        return operator().contentType(ContentType.JSON).body(document).put(path);
    }

    static Response patch(String path, Map<String, ?> change) {
        return operator().contentType(MERGE_PATCH).body(change).patch(path);
    }

    static Response get(String path) {
        return operator().get(path);
    }

    static Response delete(String path) {
        return operator().delete(path);
    }
}

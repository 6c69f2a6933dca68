package dev.parley.directory.http;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** The API as a client uses it. The one place that knows how clients say who they are. */
final class Api {
    static final String DEMO = "/v1/tenants/demo";
    static final String MERGE_PATCH = "application/merge-patch+json";

    private static final String OPERATOR = "Bearer pk_demooper_000000000000000000000000000000000000oper";

    private Api() {}

    /** Asks as the operator of the installation. */
    static RequestSpecification operator() {
        return given().urlEncodingEnabled(false).header("Authorization", OPERATOR);
    }

    /** Asks as the administrator of a tenant, {@code demo} or {@code acme}. */
    static RequestSpecification admin(String tenant) {
        return given().urlEncodingEnabled(false)
                .header(
                        "Authorization",
                        "Bearer pk_demo%s_000000000000000000000000000000000000%s".formatted(tenant, tenant));
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

    /** Sends a body as it is, which a well-meaning client would not. */
    static HttpResponse<String> send(String method, String path, String contentType, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Authorization", OPERATOR)
                .header("Content-Type", contentType)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

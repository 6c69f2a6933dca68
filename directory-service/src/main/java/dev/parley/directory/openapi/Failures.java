package dev.parley.directory.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** How operations fail: always with a problem document. */
final class Failures {
    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("BadRequest", "The body is malformed, or a parameter or header is not right.");
        WORDS.put("Unauthorized", "Nobody knows who is asking.");
        WORDS.put("Forbidden", "You may see this, but not change it.");
        WORDS.put("NotFound", "There is nothing here that you may see.");
        WORDS.put("NotAcceptable", "'Accept' allows nothing of what there is.");
        WORDS.put("Conflict", "It is there already, others need it, or the same request is running.");
        WORDS.put("PreconditionFailed", "It is not at the revision that 'If-Match' names.");
        WORDS.put("TooLarge", "The body is too large.");
        WORDS.put("UnsupportedMediaType", "The body is of another type than is taken here.");
        WORDS.put("Invalid", "The document is not right; 'errors' names every field.");
        WORDS.put("TooManyRequests", "Too many requests; 'Retry-After' says when to go on.");
    }

    private Failures() {}

    /** Each by its name among the components. */
    static Map<String, APIResponse> all() {
        Map<String, APIResponse> all = new LinkedHashMap<>();
        WORDS.forEach((name, words) -> {
            APIResponse response = OASFactory.createAPIResponse()
                    .description(words)
                    .content(OASFactory.createContent()
                            .addMediaType(
                                    "application/problem+json",
                                    OASFactory.createMediaType().schema(schema("Problem"))));
            if (name.equals("TooManyRequests")) {
                response.addHeader(
                        "Retry-After",
                        OASFactory.createHeader()
                                .description("Seconds.")
                                .schema(OASFactory.createSchema().addType(Schema.SchemaType.INTEGER)));
            }
            all.put(name, response);
        });
        return all;
    }

    static Schema schema(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }

    /** Status to name, of all failures that an operation may have. */
    static Map<String, String> of(String path, HttpMethod method) {
        Map<String, String> failures = new LinkedHashMap<>();
        failures.put("400", "BadRequest");
        failures.put("401", "Unauthorized");
        failures.put("404", "NotFound");
        failures.put("406", "NotAcceptable");
        failures.put("429", "TooManyRequests");
        if (method != HttpMethod.GET) {
            failures.put("403", "Forbidden");
            failures.put("409", "Conflict");
        }
        boolean many = method == HttpMethod.POST || path.endsWith("/configuration");
        if (method != HttpMethod.GET && !many) {
            failures.put("412", "PreconditionFailed");
        }
        if (method != HttpMethod.GET && method != HttpMethod.DELETE) {
            failures.put("413", "TooLarge");
            failures.put("415", "UnsupportedMediaType");
            failures.put("422", "Invalid");
        }
        return failures;
    }
}

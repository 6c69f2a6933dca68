package dev.parley.directory.openapi;

import static dev.parley.directory.openapi.Failures.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Describes operations on documents by their path and method alone: all kinds have the same habits. */
final class Operations {
    private static final String JSON = "application/json";
    private static final String NAME = "{name}";
    private static final String ADDRESS = "{address}";

    private Operations() {}

    static void describe(String path, HttpMethod method, Operation operation) {
        List<String> parts = List.of(path.split("/", -1));
        String last = parts.getLast();
        boolean item = last.equals(NAME) || last.equals(ADDRESS);
        Optional<Described> kind = Described.at(item ? parts.get(parts.size() - 2) : last);
        kind.ifPresent(found -> {
            String scope = path.startsWith("/v1/trunks") ? "Shared" : last.equals(ADDRESS) ? "Addressed" : "";
            if (item || found.single()) {
                one(found, method, operation, scope);
            } else {
                many(found, method, operation, scope);
            }
        });
        if (kind.isEmpty()) {
            Others.describe(path, method, operation);
        }
        Parameters.describePath(path, operation, kind);
    }

    private static void many(Described kind, HttpMethod method, Operation operation, String scope) {
        if (method == HttpMethod.GET) {
            named(operation, "list" + scope + kind.many(), "Lists " + kind.plural());
            Parameters.page(operation);
            Parameters.sort(operation);
            kind.filters().forEach(field -> Parameters.filter(operation, field));
            Schema list = OASFactory.createSchema()
                    .addType(Schema.SchemaType.OBJECT)
                    .addProperty(
                            "items",
                            OASFactory.createSchema()
                                    .addType(Schema.SchemaType.ARRAY)
                                    .items(schema(kind.schema())))
                    .addRequired("items");
            reply(operation, "200", "A page of " + kind.plural() + ".", list, Map.of("Link", link()));
        } else {
            named(operation, "create" + scope + kind.one(), "Makes " + kind.noun());
            Parameters.dryRun(operation);
            Parameters.header(
                    operation,
                    "Idempotency-Key",
                    "Asked again with the same key within 24 hours, it is done once and answered the same.");
            body(operation, JSON, kind);
            operation.getResponses().removeAPIResponse("200");
            reply(
                    operation,
                    "201",
                    "It was made.",
                    schema(kind.schema()),
                    Map.of("ETag", etag(), "Location", location()));
        }
    }

    private static void one(Described kind, HttpMethod method, Operation operation, String scope) {
        operation.setResponses(OASFactory.createAPIResponses());
        switch (method) {
            case GET -> {
                named(operation, "get" + scope + kind.one(), "Reads " + kind.noun());
                Parameters.header(operation, "If-None-Match", "ETag of what is known already.");
                reply(operation, "200", "As it is.", schema(kind.schema()), Map.of("ETag", etag()));
                operation
                        .getResponses()
                        .addAPIResponse("304", OASFactory.createAPIResponse().description("It is known already."));
            }
            case PUT -> {
                named(operation, "replace" + scope + kind.one(), "Makes or replaces " + kind.noun());
                change(operation);
                Parameters.header(operation, "If-None-Match", "'*': only if there is none yet.");
                body(operation, JSON, kind);
                reply(operation, "200", "It was replaced.", schema(kind.schema()), Map.of("ETag", etag()));
                reply(operation, "201", "It was made.", schema(kind.schema()), Map.of("ETag", etag()));
            }
            case PATCH -> {
                named(operation, "patch" + scope + kind.one(), "Changes " + kind.noun());
                operation.setDescription("JSON merge patch (RFC 7396): what is not said stays, null takes away.");
                change(operation);
                operation.setRequestBody(OASFactory.createRequestBody()
                        .required(true)
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        "application/merge-patch+json",
                                        OASFactory.createMediaType()
                                                .schema(OASFactory.createSchema()
                                                        .addType(Schema.SchemaType.OBJECT)))));
                reply(operation, "200", "It was changed.", schema(kind.schema()), Map.of("ETag", etag()));
                if (kind.single()) {
                    reply(operation, "201", "It was made.", schema(kind.schema()), Map.of("ETag", etag()));
                }
            }
            case DELETE -> {
                named(operation, "delete" + scope + kind.one(), "Deletes " + kind.noun());
                change(operation);
                operation
                        .getResponses()
                        .addAPIResponse("204", OASFactory.createAPIResponse().description("It is no more."));
            }
            case POST, HEAD, OPTIONS, TRACE -> throw new IllegalStateException("Not on one document: " + method);
        }
    }

    private static void change(Operation operation) {
        Parameters.dryRun(operation);
        Parameters.header(operation, "If-Match", "Only if it is at this ETag; '*': only if it is there.");
    }

    static void named(Operation operation, String id, String summary) {
        operation.operationId(id).summary(summary).description(summary + ".");
    }

    private static void body(Operation operation, String type, Described kind) {
        MediaType media = OASFactory.createMediaType().schema(schema(kind.schema()));
        media.setExample(kind.example());
        operation.setRequestBody(OASFactory.createRequestBody()
                .required(true)
                .content(OASFactory.createContent().addMediaType(type, media)));
    }

    static void reply(Operation operation, String status, String words, Schema schema, Map<String, Header> headers) {
        APIResponse response = OASFactory.createAPIResponse()
                .description(words)
                .content(OASFactory.createContent()
                        .addMediaType(JSON, OASFactory.createMediaType().schema(schema)));
        new TreeMap<>(headers).forEach(response::addHeader);
        operation.getResponses().addAPIResponse(status, response);
    }

    static Header link() {
        return header("The next page, where there is one: <...>; rel=\"next\".");
    }

    private static Header etag() {
        return header("Names its revision, for If-Match.");
    }

    private static Header location() {
        return header("Where it is.");
    }

    private static Header header(String words) {
        return OASFactory.createHeader()
                .description(words)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }
}

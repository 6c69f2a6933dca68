package dev.parley.directory.openapi;

import static dev.parley.directory.openapi.Failures.schema;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Describes the few operations that are not about one kind of document. */
final class Others {
    private static final String YAML = "application/yaml";

    private Others() {}

    static void describe(String path, HttpMethod method, Operation operation) {
        if (path.endsWith("/configuration")) {
            configuration(method, operation);
        } else if (path.endsWith("/audit")) {
            audit(path, operation);
        } else if (path.endsWith("/source-confirmation")) {
            confirmation(method, operation);
        } else if (path.contains("/api-keys") || path.contains("/prompts")) {
            if (operation.getDescription() == null) {
                operation.setDescription(operation.getSummary() + ".");
            }
            switch (method) {
                case GET -> {
                    if (path.endsWith("s")) {
                        Parameters.page(operation);
                    }
                }
                case POST, PUT, DELETE -> Parameters.dryRun(operation);
                case PATCH, HEAD, OPTIONS, TRACE -> throw new IllegalStateException("Not of " + path + ": " + method);
            }
        }
    }

    private static void configuration(HttpMethod method, Operation operation) {
        MediaType yaml =
                OASFactory.createMediaType().schema(OASFactory.createSchema().addType(Schema.SchemaType.OBJECT));
        yaml.setExample(
                Map.of("extensions", Map.of("910", new TreeMap<>(Map.of("type", "conference", "max_members", 20)))));
        if (method == HttpMethod.GET) {
            Operations.named(operation, "exportConfiguration", "Reads all that the tenant has");
            operation.setDescription("Without secrets: has_pin and the like tell that there is one.");
            operation
                    .getResponses()
                    .addAPIResponse(
                            "200",
                            OASFactory.createAPIResponse()
                                    .description("Sections by collection, in them documents by name.")
                                    .content(OASFactory.createContent().addMediaType(YAML, yaml)));
            return;
        }
        Operations.named(operation, "applyConfiguration", "Makes the tenant as the configuration says");
        operation.setDescription("All of it, or nothing. Secrets that it does not bring stay as they are.");
        Parameters.dryRun(operation);
        Parameters.flag(operation, "prune", "Deletes what the configuration does not have.");
        operation.setRequestBody(OASFactory.createRequestBody()
                .required(true)
                .content(OASFactory.createContent().addMediaType(YAML, yaml)));
        Operations.reply(operation, "200", "What became of it.", schema("ConfigurationReport"), Map.of());
    }

    private static void confirmation(HttpMethod method, Operation operation) {
        Parameters.dryRun(operation);
        operation.setResponses(OASFactory.createAPIResponses());
        Operations.reply(operation, "200", "The trunk as it is now.", schema("Trunk"), Map.of());
        if (method == HttpMethod.DELETE) {
            Operations.named(operation, "withdrawTrunkSource", "Takes back that calls from an address are the trunk's");
            operation.setDescription("For operators.");
            return;
        }
        Operations.named(operation, "confirmTrunkSource", "Confirms that calls from an address are the trunk's");
        operation.setDescription("For operators. The trunk has this source then, whatever it had before.");
        MediaType json = OASFactory.createMediaType().schema(schema("SourceConfirmation"));
        json.setExample(new TreeMap<>(Map.of("source_address", "192.0.2.10", "source_port", 5060)));
        operation.setRequestBody(OASFactory.createRequestBody()
                .required(true)
                .content(OASFactory.createContent().addMediaType("application/json", json)));
    }

    private static void audit(String path, Operation operation) {
        boolean tenants = path.contains("{tenant}");
        Operations.named(
                operation,
                tenants ? "listAuditNotes" : "listOperatorAuditNotes",
                tenants ? "Lists changes of the tenant's documents" : "Lists changes of what no tenant has");
        Parameters.page(operation);
        Schema list = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty(
                        "items",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(schema("AuditNote")))
                .addRequired("items");
        Operations.reply(
                operation, "200", "A page of changes, the newest first.", list, Map.of("Link", Operations.link()));
    }
}

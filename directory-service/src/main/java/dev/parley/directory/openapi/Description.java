package dev.parley.directory.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Says of every operation what is the same for all documents: parameters, headers, and how it can fail. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Description implements OASFilter {
    private static final String BEARER = "bearer";
    private static final String API_KEY = "api_key";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setInfo(OASFactory.createInfo()
                .title("Parley directory")
                .version("1")
                .description("Tenants, and what each of them has: extensions, credentials, numbers, trunks and the"
                        + " rules of using them.")
                .license(OASFactory.createLicense().name("Apache-2.0").identifier("Apache-2.0")));
        api.setServers(List.of(OASFactory.createServer()
                .url("http://127.0.0.1:8083")
                .description("The service on the machine that it was started on.")));
        components(api);
        api.setTags(Tags.all());
        api.setSecurity(List.of(
                OASFactory.createSecurityRequirement().addScheme(BEARER),
                OASFactory.createSecurityRequirement().addScheme(API_KEY)));
        Map<String, PathItem> paths = api.getPaths().getPathItems();
        paths.forEach((path, item) -> item.getOperations().forEach((method, operation) -> {
            Operations.describe(path, method, operation);
            fail(path, method, operation);
        }));
    }

    private static void components(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("An API key, or an access token of the installation's OIDC issuer."))
                .addSecurityScheme(
                        API_KEY,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.HEADER)
                                .name("X-API-Key")
                                .description("An API key."));
        Failures.all().forEach(api.getComponents()::addResponse);
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        Schemas.complete(schemas);
    }

    private static void fail(String path, PathItem.HttpMethod method, Operation operation) {
        if (path.startsWith("/v1")) {
            Failures.of(path, method).forEach((status, name) -> {
                if (operation.getResponses().getAPIResponse(status) == null) {
                    operation
                            .getResponses()
                            .addAPIResponse(
                                    status, OASFactory.createAPIResponse().ref(name));
                }
            });
        }
    }
}

package dev.parley.directory.resource;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What tenants have, as it is in the transaction of whoever asks. */
@ApplicationScoped
public class Worlds {
    private final ResourceTable resources;
    private final Documents documents;

    Worlds(ResourceTable resources, Documents documents) {
        this.resources = resources;
        this.documents = documents;
    }

    public World of(String tenant) {
        return new World() {
            @Override
            public <T> Optional<T> find(Kind<T> kind, String name) {
                return resources
                        .find(new ResourceId(tenant, kind.collection(), name))
                        .map(stored -> documents.kept(kind, stored.body()));
            }

            @Override
            public String domain() {
                return resources
                        .find(new ResourceId(ResourceId.OPERATOR, "tenants", tenant))
                        .map(found -> found.body().get("domain").asText())
                        .orElseThrow(() -> new IllegalStateException("There is no tenant " + tenant));
            }
        };
    }
}

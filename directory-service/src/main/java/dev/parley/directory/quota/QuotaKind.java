package dev.parley.directory.quota;

import dev.parley.directory.classofservice.ClassOfServiceKind;
import dev.parley.directory.resource.Kind;
import dev.parley.directory.resource.ResourceId;
import dev.parley.directory.rule.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** One document of limits for each tenant; part of what is told of the tenant. */
@ApplicationScoped
public class QuotaKind implements Kind<Quotas> {
    public static final String COLLECTION = "quotas";

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String noun() {
        return "quotas";
    }

    @Override
    public Class<Quotas> type() {
        return Quotas.class;
    }

    @Override
    public String nameField() {
        return "";
    }

    @Override
    public boolean single() {
        return true;
    }

    @Override
    public boolean operatorWrites() {
        return true;
    }

    @Override
    public List<Reference> references(Quotas quotas) {
        return Optional.ofNullable(quotas.classOfService())
                .map(name -> new Reference("/class_of_service", ClassOfServiceKind.COLLECTION, name))
                .stream()
                .toList();
    }

    @Override
    public List<String> entryKeys(ResourceId id) {
        return List.of("tenant/" + id.tenant());
    }
}

package dev.parley.directory.classofservice;

import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.ClassOfServiceEntry;
import dev.parley.contracts.id.TenantId;
import dev.parley.directory.resource.Kind;
import dev.parley.directory.resource.ResourceId;
import dev.parley.directory.resource.World;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Classes of service; phones and the tenant's quotas refer to them. */
@ApplicationScoped
public class ClassOfServiceKind implements Kind<ClassOfService> {
    public static final String COLLECTION = "classes-of-service";
    private static final String ENTRY = "class-of-service";

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String noun() {
        return "a class of service";
    }

    @Override
    public Class<ClassOfService> type() {
        return ClassOfService.class;
    }

    @Override
    public String nameField() {
        return "name";
    }

    @Override
    public Optional<String> entryKind() {
        return Optional.of(ENTRY);
    }

    @Override
    public List<String> entryKeys(ResourceId id) {
        return List.of(ENTRY + "/" + id.tenant() + "/" + id.name());
    }

    @Override
    public Optional<DirectoryEntry> entry(
            ResourceId id, ClassOfService service, Map<String, String> secrets, World world) {
        return Optional.of(new ClassOfServiceEntry(
                new TenantId(id.tenant()),
                service.name(),
                service.outside(),
                service.prefixes(),
                service.barred(),
                limit(service.concurrentCalls()),
                limit(service.callsPerMinute())));
    }

    private static OptionalInt limit(@Nullable Integer most) {
        return most == null ? OptionalInt.empty() : OptionalInt.of(most);
    }
}

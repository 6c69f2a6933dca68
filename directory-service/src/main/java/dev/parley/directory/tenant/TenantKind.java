package dev.parley.directory.tenant;

import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.contracts.id.TenantId;
import dev.parley.directory.number.PresentedNumbers;
import dev.parley.directory.quota.QuotaKind;
import dev.parley.directory.quota.Quotas;
import dev.parley.directory.resource.Kind;
import dev.parley.directory.resource.ResourceId;
import dev.parley.directory.resource.Situation;
import dev.parley.directory.resource.World;
import dev.parley.directory.rule.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tenants; they belong to the operator. */
@ApplicationScoped
public class TenantKind implements Kind<Tenant> {
    public static final String COLLECTION = "tenants";

    private final QuotaKind quotas;
    private final PresentedNumbers presented;

    TenantKind(QuotaKind quotas, PresentedNumbers presented) {
        this.quotas = quotas;
        this.presented = presented;
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String noun() {
        return "a tenant";
    }

    @Override
    public Class<Tenant> type() {
        return Tenant.class;
    }

    @Override
    public String nameField() {
        return "tenant";
    }

    @Override
    public Set<String> filters() {
        return Set.of("tenant", "domain", "name", "language");
    }

    @Override
    public List<Violation> check(Tenant tenant, Situation<Tenant> situation) {
        List<Violation> violations = new ArrayList<>(presented.check(tenant.tenant(), tenant.presentedNumber()));
        situation
                .before()
                .filter(before -> !before.domain().equals(tenant.domain()))
                .ifPresent(_ -> violations.add(new Violation(
                        "/domain", "fixed", "The domain cannot change: phones have passwords that go with it")));
        return violations;
    }

    @Override
    public Optional<String> entryKind() {
        return Optional.of("tenant");
    }

    @Override
    public List<String> entryKeys(ResourceId id) {
        return List.of("tenant/" + id.name());
    }

    @Override
    public Optional<DirectoryEntry> entry(ResourceId id, Tenant tenant, Map<String, String> secrets, World world) {
        Optional<Quotas> limits = world.find(quotas, ResourceId.ONLY);
        return Optional.of(new TenantEntry(
                new TenantId(tenant.tenant()),
                tenant.domain(),
                tenant.name(),
                tenant.language(),
                limits.map(Quotas::toLimits),
                Optional.ofNullable(tenant.presentedNumber())));
    }
}

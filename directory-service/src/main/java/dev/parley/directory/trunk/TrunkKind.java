package dev.parley.directory.trunk;

import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.TrunkEntry;
import dev.parley.contracts.directory.NumberFormat;
import dev.parley.contracts.id.TenantId;
import dev.parley.directory.number.PresentedNumbers;
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

/** Trunks of one tenant, and the operator's, which all may use. */
@ApplicationScoped
public class TrunkKind implements Kind<Trunk> {
    public static final String COLLECTION = "trunks";
    private static final String ENTRY = "trunk";

    private final TrunkSources sources;
    private final TrunkConfig config;
    private final PresentedNumbers presented;

    TrunkKind(TrunkSources sources, TrunkConfig config, PresentedNumbers presented) {
        this.sources = sources;
        this.config = config;
        this.presented = presented;
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String noun() {
        return "a trunk";
    }

    @Override
    public Class<Trunk> type() {
        return Trunk.class;
    }

    @Override
    public String nameField() {
        return "name";
    }

    /** The operator's word for a tenant's address holds as long as the address does. */
    @Override
    public Trunk withOwnFields(ResourceId id, Trunk trunk, Optional<Trunk> before) {
        boolean stillConfirmed = before.filter(was -> was.sourceConfirmed() && was.hasSourceOf(trunk))
                .isPresent();
        return trunk.confirmed(isOperators(id) || stillConfirmed);
    }

    @Override
    public List<Violation> check(Trunk trunk, Situation<Trunk> situation) {
        boolean ofTenant = !isOperators(situation.id());
        List<Violation> violations = new ArrayList<>(TrunkRules.check(trunk, ofTenant, config));
        if (ofTenant) {
            violations.addAll(presented.check(situation.id().tenant(), trunk.presentedNumber()));
        }
        return violations;
    }

    @Override
    public Optional<Violation> taken(Trunk trunk, Situation<Trunk> situation) {
        if (!trunk.sourceConfirmed()) {
            return Optional.empty();
        }
        sources.lock();
        return sources.otherHolder(situation.id(), trunk)
                .map(other -> new Violation(
                        "/source_address", "source_taken", "Calls from this address and port belong to another trunk"));
    }

    private static boolean isOperators(ResourceId id) {
        return id.tenant().equals(ResourceId.OPERATOR);
    }

    @Override
    public Optional<String> entryKind() {
        return Optional.of(ENTRY);
    }

    @Override
    public List<String> entryKeys(ResourceId id) {
        return List.of(ENTRY + "/" + id.name());
    }

    @Override
    public Optional<DirectoryEntry> entry(ResourceId id, Trunk trunk, Map<String, String> secrets, World world) {
        Optional<TenantId> owner = isOperators(id) ? Optional.empty() : Optional.of(new TenantId(id.tenant()));
        return Optional.of(new TrunkEntry(
                trunk.name(),
                owner,
                trunk.prefixes(),
                trunk.answerSupervision(),
                Optional.of(numberFormat(trunk)),
                Optional.ofNullable(trunk.presentedNumber()),
                Optional.of(trunk.presentOriginalCaller())));
    }

    private static NumberFormat numberFormat(Trunk trunk) {
        NumberFormat.Style style = switch (trunk.numberFormat()) {
            case E164 -> NumberFormat.Style.E164;
            case E164_WITHOUT_PLUS -> NumberFormat.Style.E164_WITHOUT_PLUS;
            case NATIONAL -> NumberFormat.Style.NATIONAL;
        };
        return new NumberFormat(
                style, Optional.ofNullable(trunk.countryCode()), trunk.nationalPrefix(), trunk.internationalPrefix());
    }
}

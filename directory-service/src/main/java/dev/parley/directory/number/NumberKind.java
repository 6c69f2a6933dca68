package dev.parley.directory.number;

import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.NumberEntry;
import dev.parley.contracts.id.TenantId;
import dev.parley.directory.extension.ExtensionKind;
import dev.parley.directory.resource.Kind;
import dev.parley.directory.resource.ResourceId;
import dev.parley.directory.resource.World;
import dev.parley.directory.rule.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Outside numbers. */
@ApplicationScoped
public class NumberKind implements Kind<OutsideNumber> {
    public static final String COLLECTION = "numbers";
    private static final String ENTRY = "number/";

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String noun() {
        return "a number";
    }

    @Override
    public Class<OutsideNumber> type() {
        return OutsideNumber.class;
    }

    @Override
    public String nameField() {
        return "number";
    }

    @Override
    public Set<String> filters() {
        return Set.of("number", "destination");
    }

    @Override
    public List<Reference> references(OutsideNumber number) {
        return List.of(new Reference("/destination", ExtensionKind.COLLECTION, number.destination()));
    }

    @Override
    public Optional<String> entryKind() {
        return Optional.of("number");
    }

    @Override
    public List<String> entryKeys(ResourceId id) {
        return List.of(ENTRY + id.name());
    }

    @Override
    public Optional<DirectoryEntry> entry(
            ResourceId id, OutsideNumber number, Map<String, String> secrets, World world) {
        return Optional.of(new NumberEntry(
                number.number(),
                new TenantId(id.tenant()),
                number.destination(),
                Optional.ofNullable(number.callback()).map(OutsideNumber.CallbackRule::toContract)));
    }
}

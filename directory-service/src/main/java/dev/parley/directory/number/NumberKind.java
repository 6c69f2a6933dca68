package dev.parley.directory.number;

import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.NumberEntry;
import dev.parley.contracts.id.TenantId;
import dev.parley.directory.extension.ExtensionKind;
import dev.parley.directory.resource.Answer;
import dev.parley.directory.resource.Kind;
import dev.parley.directory.resource.ResourceId;
import dev.parley.directory.resource.Resources;
import dev.parley.directory.resource.Situation;
import dev.parley.directory.resource.World;
import dev.parley.directory.rule.Reference;
import dev.parley.directory.rule.Violation;
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

    private final Allotments allotments;
    private final PresentedNumbers presented;

    NumberKind(Allotments allotments, PresentedNumbers presented) {
        this.allotments = allotments;
        this.presented = presented;
    }

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

    /** A tenant makes numbers only of what is allotted to it; one that the operator has given it, it may go on changing. */
    @Override
    public List<Violation> check(OutsideNumber number, Situation<OutsideNumber> situation) {
        return situation.before().isPresent()
                        || situation.operator()
                        || allotments.isAllotted(situation.id().tenant(), number.number())
                ? List.of()
                : List.of(Resources.notAllotted(number.number()));
    }

    @Override
    public Optional<Violation> taken(OutsideNumber number, Situation<OutsideNumber> situation) {
        if (situation.before().isPresent()) {
            return Optional.empty();
        }
        allotments.lock();
        return allotments
                .otherHolder(situation.id().tenant(), number.number())
                .map(other -> new Violation("/number", "number_taken", number.number() + " is allotted to " + other));
    }

    @Override
    public List<Answer.Need> neededBy(ResourceId id, OutsideNumber number) {
        return presented.presenting(id.tenant(), number.number());
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

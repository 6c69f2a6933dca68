package dev.parley.directory.number;

import dev.parley.directory.resource.Answer;
import dev.parley.directory.resource.Kind;
import dev.parley.directory.resource.ResourceId;
import dev.parley.directory.resource.Situation;
import dev.parley.directory.rule.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What numbers a tenant may route. The operator allots them; nobody is told of them but the tenant. */
@ApplicationScoped
public class NumberRangeKind implements Kind<NumberRange> {
    public static final String COLLECTION = "number-ranges";

    private final Allotments allotments;

    NumberRangeKind(Allotments allotments) {
        this.allotments = allotments;
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String noun() {
        return "a number range";
    }

    @Override
    public Class<NumberRange> type() {
        return NumberRange.class;
    }

    @Override
    public String nameField() {
        return "range";
    }

    @Override
    public Set<String> filters() {
        return Set.of("range", "match");
    }

    @Override
    public boolean operatorWrites() {
        return true;
    }

    @Override
    public List<Violation> check(NumberRange range, Situation<NumberRange> situation) {
        return situation
                .before()
                .filter(before -> before.match() != range.match())
                .map(before -> new Violation("/match", "fixed", "'match' cannot change; delete it and make it anew"))
                .stream()
                .toList();
    }

    @Override
    public Optional<Violation> taken(NumberRange range, Situation<NumberRange> situation) {
        allotments.lock();
        return allotments
                .conflict(situation.id().tenant(), range)
                .map(other -> new Violation(
                        "/range",
                        "range_taken",
                        other.kind().equals(COLLECTION)
                                ? other.name() + " is allotted to " + other.tenant()
                                : other.name() + " is a number of " + other.tenant()));
    }

    /** Numbers that are in use are not taken back. */
    @Override
    public List<Answer.Need> neededBy(ResourceId id, NumberRange range) {
        return allotments.only(id.tenant(), range).stream()
                .map(number -> new Answer.Need(number, "/number"))
                .toList();
    }
}

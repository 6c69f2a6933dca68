package dev.parley.directory.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.directory.resource.Answer.Outcome;
import dev.parley.directory.rule.PinRules;
import dev.parley.directory.rule.Reference;
import dev.parley.directory.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Changes to the documents of one tenant, in one transaction: first all of them are written, then each is checked in the
 * world that they have made together. So their order does not matter, and one change goes the same way as a thousand.
 */
final class Writing {
    private static final List<String> SHOWN_ONLY = List.of("created", "updated", "address");

    private final Tables tables;
    private final World world;
    private final PinRules pins;
    private final Terms terms;
    private final List<Step> steps = new ArrayList<>();

    Writing(Tables tables, World world, PinRules pins, Terms terms) {
        this.tables = tables;
        this.world = world;
        this.pins = pins;
        this.terms = terms;
    }

    /** A change that was written, or not, and how it is checked once all are written. */
    private record Step(Answer answer, Check check) {}

    @FunctionalInterface
    private interface Check {
        Answer check(Answer written);
    }

    /** Writes one change. */
    void write(Change change) {
        Optional<Stored> before = tables.resources().find(change.id());
        steps.add(
                switch (change) {
                    case Change.Patch patch when before.isEmpty() -> as(new Answer.Unknown(patch.id()));
                    case Change.Amend amend when before.isEmpty() -> as(new Answer.Unknown(amend.id()));
                    case Change.Delete delete when before.isEmpty() -> as(new Answer.Unknown(delete.id()));
                    case Change _ when !change.condition().holds(before) -> as(new Answer.Stale(change.id(), before));
                    case Change.Put(ResourceId id, ObjectNode document, Condition _) ->
                        put(tables.kinds().of(id), id, before, document, document, false);
                    case Change.Patch(ResourceId id, ObjectNode patch, Condition _) ->
                        put(
                                tables.kinds().of(id),
                                id,
                                before,
                                patch,
                                MergePatch.apply(before.orElseThrow().body(), patch),
                                false);
                    case Change.Amend(ResourceId id, ObjectNode patch, Condition _) ->
                        put(
                                tables.kinds().of(id),
                                id,
                                before,
                                patch,
                                MergePatch.apply(before.orElseThrow().body(), patch),
                                true);
                    case Change.Delete(ResourceId id, Condition _) -> delete(before.orElseThrow());
                });
    }

    /**
     * Checks all of them; one answer for each, in their order. Where one could not even be written, the others are not
     * checked: half of what is wrong would be that it is missing.
     */
    List<Answer> finish() {
        if (!steps.stream().map(Step::answer).allMatch(Answer.Done.class::isInstance)) {
            return steps.stream().map(Step::answer).toList();
        }
        return steps.stream().map(step -> step.check().check(step.answer())).toList();
    }

    private <T> Step put(
            Kind<T> kind, ResourceId id, Optional<Stored> before, ObjectNode input, ObjectNode whole, boolean amends) {
        Map<String, String> held = before.map(Stored::secrets).orElse(Map.of());
        SecretFields secrets =
                SecretFields.of(kind, input, before.map(Stored::secretFields).orElse(Set.of()));
        List<Violation> violations = new ArrayList<>(secrets.violations());
        ObjectNode tree = named(kind, id, whole, violations);
        return switch (tables.documents().read(kind, tree)) {
            case Documents.Reading.Wrong<T>(List<Violation> wrong) -> {
                violations.addAll(wrong);
                yield as(new Answer.Refused(violations));
            }
            case Documents.Reading.Right<T> _ when !violations.isEmpty() -> as(new Answer.Refused(violations));
            case Documents.Reading.Right<T>(T read) -> {
                T document = amends ? read : kind.withOwnFields(id, read, before.map(was -> kept(kind, was)));
                yield keep(kind, id, before, document, secrets.after(held, kind.seal(id, document, world)));
            }
        };
    }

    private <T> T kept(Kind<T> kind, Stored stored) {
        return tables.documents().kept(kind, stored.body());
    }

    /** Without what is only shown, and with the name that it goes by. */
    private static ObjectNode named(Kind<?> kind, ResourceId id, ObjectNode whole, List<Violation> violations) {
        ObjectNode tree = whole.deepCopy();
        tree.remove(SHOWN_ONLY);
        kind.secretFields().forEach(field -> tree.remove(SecretFields.shown(field)));
        if (!kind.single()) {
            String field = kind.nameField();
            if (!tree.hasNonNull(field)) {
                tree.put(field, id.name());
            } else if (tree.get(field).isTextual() && !tree.get(field).asText().equals(id.name())) {
                violations.add(new Violation("/" + field, "fixed", "'" + field + "' cannot change"));
            }
        }
        return tree;
    }

    private <T> Step keep(
            Kind<T> kind, ResourceId id, Optional<Stored> before, T document, Map<String, String> secrets) {
        ObjectNode body = tables.documents().body(kind, document);
        if (before.isPresent()
                && before.get().body().equals(body)
                && before.get().secrets().equals(secrets)) {
            return as(new Answer.Done(Outcome.UNCHANGED, before.get()));
        }
        if (terms.frozen().contains(kind.collection())) {
            return as(new Answer.Refused(
                    List.of(new Violation("", "forbidden", "You may see " + kind.noun() + ", but not change it"))));
        }
        try {
            if (before.isPresent()) {
                tables.resources().update(id, body);
            } else {
                tables.resources().insert(id, body);
            }
        } catch (Database.AlreadyThere e) {
            throw new Resources.TakenElsewhere(id, e);
        }
        tables.resources().replaceSecrets(id, secrets);
        Stored stored = tables.resources().find(id).orElseThrow();
        Outcome outcome = before.isPresent() ? Outcome.CHANGED : Outcome.CREATED;
        Situation<T> situation =
                new Situation<>(id, before.map(was -> kept(kind, was)), secrets, pins, world, terms.operator());
        return new Step(
                new Answer.Done(outcome, stored),
                written -> check(kind, document, situation, before, stored).orElse(written));
    }

    private <T> Optional<Answer> check(
            Kind<T> kind, T document, Situation<T> situation, Optional<Stored> before, Stored stored) {
        List<Violation> violations = new ArrayList<>(kind.check(document, situation));
        List<Reference> references = kind.references(document);
        references.stream()
                .filter(needed ->
                        !tables.resources().exists(new ResourceId(stored.id().tenant(), needed.kind(), needed.name())))
                .forEach(missing -> violations.add(new Violation(
                        missing.pointer(),
                        "not_found",
                        "There is no " + missing.name() + " among the tenant's " + missing.kind())));
        if (!violations.isEmpty()) {
            return Optional.of(new Answer.Refused(violations));
        }
        Optional<Violation> taken = kind.taken(document, situation);
        if (taken.isPresent()) {
            return taken.map(Answer.Taken::new);
        }
        tables.references().replace(stored.id(), references);
        tables.references().replacePrompts(stored.id(), kind.prompts(document));
        tables.noteChanged(kind, before, Optional.of(stored));
        return Optional.empty();
    }

    private Step delete(Stored before) {
        return delete(tables.kinds().of(before.id()), before);
    }

    private <T> Step delete(Kind<T> kind, Stored before) {
        ResourceId id = before.id();
        tables.resources().delete(id);
        tables.noteChanged(kind, Optional.of(before), Optional.empty());
        return new Step(new Answer.Done(Outcome.DELETED, before), written -> {
            List<Answer.Need> needing = new ArrayList<>(tables.needing(id));
            needing.addAll(kind.neededBy(id, kept(kind, before)));
            return needing.isEmpty() ? written : new Answer.Needed(id, needing);
        });
    }

    private static Step as(Answer answer) {
        return new Step(answer, written -> written);
    }
}

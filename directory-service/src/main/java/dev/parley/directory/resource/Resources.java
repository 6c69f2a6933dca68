package dev.parley.directory.resource;

import dev.parley.directory.resource.IdempotencyTable.Earlier;
import dev.parley.directory.rule.PinRules;
import dev.parley.directory.rule.Violation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All documents of all tenants: the one way in which they are read and changed. */
@ApplicationScoped
public class Resources {
    private static final String TENANTS = "tenants";

    private final Tables tables;
    private final IdempotencyTable idempotency;
    private final Worlds worlds;
    private final PinPolicies policies;
    private final TenantLocks locks;

    Resources(Tables tables, IdempotencyTable idempotency, Worlds worlds, PinPolicies policies, TenantLocks locks) {
        this.locks = locks;
        this.tables = tables;
        this.idempotency = idempotency;
        this.worlds = worlds;
        this.policies = policies;
    }

    /** Something is there already that can be there but once; found by the database, so the transaction is lost. */
    static final class TakenElsewhere extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ResourceId id;
        private final String constraint;

        TakenElsewhere(ResourceId id, Database.AlreadyThere cause) {
            super(cause);
            this.id = id;
            this.constraint = cause.constraint();
        }

        /** The one that is in the way says so; the others are not made either, though nothing is wrong with them. */
        Answer of(Change change, boolean operator) {
            return change.id().equals(id) ? taken(operator) : new Answer.Refused(List.of());
        }

        private Answer taken(boolean operator) {
            if (constraint.equals("resource_number") && !operator) {
                // What others have is not told: a number that they use is not allotted to the one who asks.
                return new Answer.Refused(List.of(notAllotted(id.name())));
            }
            return new Answer.Taken(
                    switch (constraint) {
                        case "resource_domain" ->
                            new Violation("/domain", "domain_taken", "Another tenant has this domain");
                        case "resource_number" ->
                            new Violation("/number", "number_taken", "The number " + id.name() + " is in use already");
                        case "resource_trunk" ->
                            new Violation(
                                    "/name", "name_taken", "A trunk of the name " + id.name() + " is there already");
                        case "resource_trunk_source" ->
                            new Violation(
                                    "/source_address",
                                    "source_taken",
                                    "Calls from this address and port belong to another trunk");
                        default -> new Violation("", "already_exists", id.name() + " is there already");
                    });
        }
    }

    /** A number that the operator has not allotted to the tenant. */
    public static Violation notAllotted(String number) {
        return new Violation(
                "/number", "not_allotted", number + " is not among the numbers that the operator has allotted");
    }

    public Optional<Stored> find(ResourceId id) {
        return tables.resources().find(id);
    }

    /** Up to one more than the limit. */
    public List<Stored> list(Listing listing) {
        return tables.resources().list(listing);
    }

    /** Everything that the tenant has. */
    public List<Stored> all(String tenant) {
        return tables.resources().all(tenant);
    }

    public boolean isTenant(String tenant) {
        return tables.resources().exists(new ResourceId(ResourceId.OPERATOR, TENANTS, tenant));
    }

    /** Makes the one change that is wanted, or says why not. */
    public Answer apply(Request one) {
        return applyAll(one).getFirst();
    }

    /** Makes all changes, or none; tells of each what became of it, or would have. */
    public List<Answer> applyAll(Request request) {
        return locks.whileLocked(request.tenant(), () -> whileNobodyElseDoes(request));
    }

    private List<Answer> whileNobodyElseDoes(Request request) {
        QuarkusTransaction.begin();
        boolean kept = false;
        try {
            List<Answer> answers = inTransaction(request);
            kept = !request.dryRun() && answers.stream().allMatch(Answer.Done.class::isInstance);
            return answers;
        } catch (TakenElsewhere e) {
            return request.changes().stream()
                    .map(change -> e.of(change, request.terms().operator()))
                    .toList();
        } finally {
            if (kept) {
                QuarkusTransaction.commit();
            } else {
                QuarkusTransaction.rollback();
            }
        }
    }

    private List<Answer> inTransaction(Request request) {
        Optional<Answer> earlier = request.key().flatMap(this::earlier);
        if (earlier.isPresent()) {
            return List.of(earlier.get());
        }
        tables.resources().lock(request.tenant());
        lockTenants(request.changes());
        if (!request.tenant().equals(ResourceId.OPERATOR) && !isTenant(request.tenant())) {
            return request.changes().stream()
                    .<Answer>map(change -> new Answer.Unknown(change.id()))
                    .toList();
        }
        World world = worlds.of(request.tenant());
        PinRules pins = request.terms().lenient() ? PinRules.NONE : policies.of(world);
        Writing writing = new Writing(tables, world, pins, request.terms());
        request.changes().forEach(writing::write);
        List<Answer> answers = writing.finish();
        if (request.key().isPresent() && answers.getFirst() instanceof Answer.Done(Answer.Outcome _, Stored made)) {
            idempotency.answered(request.key().get(), made);
        }
        return answers;
    }

    private Optional<Answer> earlier(IdempotencyTable.Key key) {
        return switch (idempotency.claim(key)) {
            case Earlier.None _ -> Optional.empty();
            case Earlier.Running _ -> Optional.of(new Answer.Running());
            case Earlier.Other _ -> Optional.of(new Answer.OtherRequest());
            case Earlier.Answered(Stored made) -> Optional.of(new Answer.Repeated(made));
        };
    }

    /** While a tenant comes or goes, nothing of it does. */
    private void lockTenants(List<Change> changes) {
        changes.stream()
                .map(Change::id)
                .filter(id -> id.kind().equals(TENANTS))
                .map(ResourceId::name)
                .sorted()
                .forEach(tables.resources()::lock);
    }
}

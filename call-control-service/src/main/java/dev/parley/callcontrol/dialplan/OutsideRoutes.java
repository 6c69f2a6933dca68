package dev.parley.callcontrol.dialplan;

import dev.parley.callcontrol.dialplan.Destination.Barred;
import dev.parley.callcontrol.dialplan.Destination.Nowhere;
import dev.parley.callcontrol.dialplan.Destination.Outside;
import dev.parley.contracts.call.Caller;
import dev.parley.contracts.directory.DirectoryEntry.ClassOfServiceEntry;
import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.contracts.directory.DirectoryEntry.TrunkEntry;
import dev.parley.contracts.directory.TenantLimits;
import dev.parley.contracts.id.TenantId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The ways out: by the trunk with the longest matching prefix, as far as the payer's class of service allows. */
record OutsideRoutes(Directory directory, String internationalPrefix) {
    private static final String NOBODY = "";
    private static final Pattern DIALLABLE = Pattern.compile("\\+?[0-9*]{1,32}");

    Destination to(TenantId tenant, String number, Trail trail) {
        return trunk(tenant, number)
                .map(found -> by(found.name(), tenant, number, trail))
                .orElseGet(() -> new Nowhere(tenant));
    }

    /** By a trunk that is known. */
    Destination by(String trunk, TenantId tenant, String number, Trail trail) {
        Optional<TenantEntry> known = directory.tenant(tenant);
        if (known.isEmpty()) {
            return new Nowhere(tenant);
        }
        Optional<String> className = directory.className(tenant, trail.payer());
        Optional<ClassOfServiceEntry> service = className.flatMap(name -> directory.classOfService(tenant, name));
        // A class that is not there allows nothing: better no call than one that nobody pays for.
        boolean allowed = isKnown(tenant, trail.payer())
                && (className.isEmpty()
                        || service.map(found -> allows(found, number)).orElse(false));
        return allowed
                ? new Outside(
                        tenant,
                        trunk,
                        normalised(number),
                        known.get().domain(),
                        trail,
                        toll(tenant, trail, known.get(), service))
                : new Barred(tenant);
    }

    /** Nobody pays for an extension that there is not: a caller under another name does not escape its class of service. */
    private boolean isKnown(TenantId tenant, Optional<String> payer) {
        return payer.map(extension -> directory.extension(tenant, extension).isPresent())
                .orElse(true);
    }

    /** By whatever trunk takes it; the class of service has been asked elsewhere. */
    Destination unchecked(TenantId tenant, String number, Trail trail) {
        Optional<TenantEntry> known =
                directory.tenant(tenant).filter(_ -> DIALLABLE.matcher(number).matches());
        return trunk(tenant, number)
                .flatMap(found -> known.<Destination>map(entry -> new Outside(
                        tenant,
                        found.name(),
                        normalised(number),
                        entry.domain(),
                        trail,
                        toll(tenant, trail, entry, Optional.empty()))))
                .orElseGet(() -> new Nowhere(tenant));
    }

    private static Toll toll(TenantId tenant, Trail trail, TenantEntry known, Optional<ClassOfServiceEntry> service) {
        return new Toll(
                tenant,
                trail.payer().orElse(NOBODY),
                known.limits().map(TenantLimits::outsideCalls).orElse(OptionalInt.empty()),
                service.map(ClassOfServiceEntry::concurrentCalls).orElse(OptionalInt.empty()),
                service.map(ClassOfServiceEntry::callsPerMinute).orElse(OptionalInt.empty()));
    }

    private boolean allows(ClassOfServiceEntry service, String number) {
        return service.outside()
                && !startsWithOneOf(number, service.barred())
                && (service.prefixes().isEmpty() || startsWithOneOf(number, service.prefixes()));
    }

    /**
     * Whether a rule for these callers is for this one. Of those who show no number only {@link Caller#ANONYMOUS} is.
     *
     * @param callers what their numbers begin with; none: everybody
     */
    boolean isOneOf(String caller, List<String> callers) {
        return callers.isEmpty()
                || (caller.equals(Caller.ANONYMOUS)
                        ? callers.contains(Caller.ANONYMOUS)
                        : startsWithOneOf(caller, callers));
    }

    private boolean startsWithOneOf(String number, List<String> prefixes) {
        String normalised = normalised(number);
        return prefixes.stream().anyMatch(prefix -> number.startsWith(prefix) || normalised.startsWith(prefix));
    }

    private Optional<TrunkEntry> trunk(TenantId tenant, String number) {
        return directory
                .trunksOf(tenant)
                .filter(candidate -> reach(candidate, number) > 0)
                .max(Comparator.<TrunkEntry>comparingInt(candidate -> reach(candidate, number))
                        // Of two that reach as far, the tenant's own comes before the shared one, then the name
                        // decides.
                        .thenComparing(candidate -> candidate.tenant().isPresent())
                        .thenComparing(TrunkEntry::name));
    }

    /** How long the longest prefix is by which this trunk takes the number; 0 when it does not take it. */
    private int reach(TrunkEntry trunk, String number) {
        return trunk.prefixes().stream()
                .filter(prefix ->
                        number.startsWith(prefix) || normalised(number).startsWith(prefix))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    String normalised(String number) {
        boolean international = !internationalPrefix.isEmpty() && number.startsWith(internationalPrefix);
        return international ? "+" + number.substring(internationalPrefix.length()) : number;
    }
}

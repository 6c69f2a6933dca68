package dev.parley.callcontrol.dialplan;

import dev.parley.callcontrol.dialplan.Destination.ConferenceRoom;
import dev.parley.callcontrol.dialplan.Destination.Nowhere;
import dev.parley.callcontrol.dialplan.Destination.Outside;
import dev.parley.callcontrol.dialplan.Destination.Phone;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.ApiKeyEntry;
import dev.parley.contracts.directory.DirectoryEntry.ClassOfServiceEntry;
import dev.parley.contracts.directory.DirectoryEntry.ConferenceEntry;
import dev.parley.contracts.directory.DirectoryEntry.IvrEntry;
import dev.parley.contracts.directory.DirectoryEntry.KeyMapEntry;
import dev.parley.contracts.directory.DirectoryEntry.NumberEntry;
import dev.parley.contracts.directory.DirectoryEntry.PhoneEntry;
import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.contracts.directory.DirectoryEntry.TrunkEntry;
import dev.parley.contracts.id.TenantId;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where a number leads: to an extension of the tenant, else out by the trunk with the longest matching prefix.
 *
 * @param internationalPrefix what is dialled in place of {@code +}; empty text where nothing is
 */
public record DialPlan(Directory directory, String internationalPrefix) {
    /** A number that a phone of the tenant dialled. */
    public Destination dialled(TenantId tenant, String number) {
        return extension(tenant, number).orElseGet(() -> outside(tenant, number));
    }

    /** An outside number (DID) that a trunk brought; {@code presented} is the tenant the edge names, if it does. */
    public Destination arrived(TenantId presented, String number) {
        return directory
                .number(normalised(number))
                .or(() -> directory.number("+" + number))
                .<Destination>map(this::behind)
                .orElseGet(() -> new Nowhere(presented));
    }

    private Destination behind(NumberEntry entry) {
        return extension(entry.tenant(), entry.destination()).orElseGet(() -> new Nowhere(entry.tenant()));
    }

    private Optional<Destination> extension(TenantId tenant, String number) {
        return directory.extension(tenant, number).flatMap(entry -> leadsTo(tenant, number, entry));
    }

    private Optional<Destination> leadsTo(TenantId tenant, String number, DirectoryEntry entry) {
        return switch (entry) {
            case ConferenceEntry _ -> Optional.of(new ConferenceRoom(tenant, number));
            case PhoneEntry _ ->
                directory.tenant(tenant).map(TenantEntry::domain).map(domain -> new Phone(tenant, number, domain));
            case IvrEntry _,
                    TenantEntry _,
                    NumberEntry _,
                    TrunkEntry _,
                    ClassOfServiceEntry _,
                    KeyMapEntry _,
                    ApiKeyEntry _ -> Optional.empty();
        };
    }

    private Destination outside(TenantId tenant, String number) {
        Optional<TrunkEntry> trunk = directory
                .trunksOf(tenant)
                .filter(candidate -> reach(candidate, number) > 0)
                .max(Comparator.<TrunkEntry>comparingInt(candidate -> reach(candidate, number))
                        // Of two that reach as far, the tenant's own comes before the shared one, then the name
                        // decides.
                        .thenComparing(candidate -> candidate.tenant().isPresent())
                        .thenComparing(TrunkEntry::name));
        return trunk.flatMap(found -> directory
                        .tenant(tenant)
                        .<Destination>map(
                                known -> new Outside(tenant, found.name(), normalised(number), known.domain())))
                .orElseGet(() -> new Nowhere(tenant));
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

package dev.parley.conference.adapter.out.directory;

import dev.parley.conference.application.NumberPlan;
import dev.parley.conference.domain.ClassOfService;
import dev.parley.conference.domain.DialledNumber;
import dev.parley.conference.domain.Party;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.ClassOfServiceEntry;
import dev.parley.contracts.directory.DirectoryEntry.PhoneEntry;
import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.contracts.directory.DirectoryEntry.TrunkEntry;
import dev.parley.contracts.directory.PhoneOptions;
import dev.parley.contracts.directory.TenantLimits;
import dev.parley.contracts.id.TenantId;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The numbers of the directory: a phone of the tenant, or whatever one of its trunks takes. Thread-safe.
 *
 * <p>Who has no class of service has the tenant's; one that the directory does not know allows nothing outside.
 */
public final class DirectoryNumbers implements NumberPlan {
    private static final String INTERNATIONAL = "00";
    private static final String SIP = "sip:";
    private static final ClassOfService NOTHING_OUTSIDE =
            new ClassOfService(false, ClassOfService.EVERYTHING.prefixes(), ClassOfService.EVERYTHING.barred());

    private final DirectoryEntries entries;

    public DirectoryNumbers(DirectoryEntries entries) {
        this.entries = entries;
    }

    @Override
    public Finding find(TenantId tenant, DialledNumber dialled) {
        Optional<String> name = dialled.by()
                .flatMap(party -> classOf(tenant, party))
                .or(() -> limits(entries, tenant).classOfService());
        Optional<Party> to = plain(tenant, dialled.number()).flatMap(number -> reached(tenant, number));
        if (name.isEmpty()) {
            return new Finding(to, ClassOfService.EVERYTHING, OptionalInt.empty(), OptionalInt.empty());
        }
        return entries.find("class-of-service/" + tenant + "/" + name.get(), ClassOfServiceEntry.class)
                .map(entry -> new Finding(
                        to,
                        new ClassOfService(entry.outside(), entry.prefixes(), entry.barred()),
                        entry.concurrentCalls(),
                        entry.callsPerMinute()))
                .orElseGet(() -> new Finding(to, NOTHING_OUTSIDE, OptionalInt.empty(), OptionalInt.empty()));
    }

    @Override
    public Limits limits(TenantId tenant) {
        TenantLimits limits = limits(entries, tenant);
        return new Limits(limits.conferences(), limits.participants(), limits.outsideCalls());
    }

    private static TenantLimits limits(DirectoryEntries entries, TenantId tenant) {
        return entries.find("tenant/" + tenant, TenantEntry.class)
                .flatMap(TenantEntry::limits)
                .orElse(TenantLimits.NONE);
    }

    private Optional<String> classOf(TenantId tenant, Party party) {
        return phone(tenant, party.number()).flatMap(PhoneEntry::options).flatMap(PhoneOptions::classOfService);
    }

    private Optional<PhoneEntry> phone(TenantId tenant, String number) {
        return entries.find(DirectoryEntry.extensionKey(tenant, number), PhoneEntry.class);
    }

    /** The number in a SIP URI of the tenant's own domain; none in one of another domain. */
    private Optional<String> plain(TenantId tenant, String dialled) {
        if (!dialled.regionMatches(true, 0, SIP, 0, SIP.length())) {
            return Optional.of(dialled);
        }
        int at = dialled.indexOf('@');
        return entries.find("tenant/" + tenant, TenantEntry.class)
                .map(TenantEntry::domain)
                .filter(domain -> at > 0 && dialled.substring(at + 1).equalsIgnoreCase(domain))
                .map(_ -> dialled.substring(SIP.length(), at));
    }

    private Optional<Party> reached(TenantId tenant, String number) {
        if (phone(tenant, number).isPresent()) {
            return Optional.of(Party.extension(number));
        }
        String normal = number.startsWith(INTERNATIONAL) ? "+" + number.substring(INTERNATIONAL.length()) : number;
        boolean taken = entries.all(TrunkEntry.class)
                .filter(trunk -> trunk.tenant().map(tenant::equals).orElse(true))
                .flatMap(trunk -> trunk.prefixes().stream())
                .anyMatch(prefix -> number.startsWith(prefix) || normal.startsWith(prefix));
        return taken ? Optional.of(Party.outside(normal)) : Optional.empty();
    }
}

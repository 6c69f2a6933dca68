package dev.parley.conference.adapter.out.directory;

import dev.parley.conference.application.NumberPlan;
import dev.parley.conference.domain.ClassOfService;
import dev.parley.conference.domain.DialledNumber;
import dev.parley.conference.domain.Party;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.ClassOfServiceEntry;
import dev.parley.contracts.directory.DirectoryEntry.NumberEntry;
import dev.parley.contracts.directory.DirectoryEntry.PhoneEntry;
import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.contracts.directory.DirectoryEntry.TrunkEntry;
import dev.parley.contracts.directory.PhoneOptions;
import dev.parley.contracts.directory.TenantLimits;
import dev.parley.contracts.id.TenantId;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The numbers of the directory: a phone of the tenant, or whatever one of its trunks takes. Thread-safe.
 *
 * <p>Who has no class of service has the tenant's; one that the directory does not know allows nothing outside, and neither
 * does an extension that it does not know.
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
        boolean unknown = dialled.by()
                .filter(party -> party.inside() && phone(tenant, party.number()).isEmpty())
                .isPresent();
        Optional<String> name = dialled.by()
                .flatMap(party -> classOf(tenant, party))
                .or(() -> limits(entries, tenant).classOfService());
        Optional<String> number = plain(tenant, dialled.number());
        Optional<Party> to = number.flatMap(one -> reached(tenant, one));
        boolean supervised = to.filter(party -> !party.inside())
                .flatMap(_ -> number)
                .flatMap(one -> trunk(tenant, one))
                .map(TrunkEntry::answerSupervision)
                .orElse(true);
        if (unknown) {
            return new Finding(to, NOTHING_OUTSIDE, OptionalInt.empty(), OptionalInt.empty(), supervised);
        }
        if (name.isEmpty()) {
            return new Finding(to, ClassOfService.EVERYTHING, OptionalInt.empty(), OptionalInt.empty(), supervised);
        }
        return entries.find("class-of-service/" + tenant + "/" + name.get(), ClassOfServiceEntry.class)
                .map(entry -> new Finding(
                        to,
                        new ClassOfService(entry.outside(), entry.prefixes(), entry.barred()),
                        entry.concurrentCalls(),
                        entry.callsPerMinute(),
                        supervised))
                .orElseGet(
                        () -> new Finding(to, NOTHING_OUTSIDE, OptionalInt.empty(), OptionalInt.empty(), supervised));
    }

    @Override
    public Limits limits(TenantId tenant) {
        TenantLimits limits = limits(entries, tenant);
        return new Limits(limits.conferences(), limits.participants(), limits.outsideCalls());
    }

    @Override
    public Optional<String> callerId(TenantId tenant, String wanted) {
        String number = normal(wanted);
        boolean extension = entries.find(DirectoryEntry.extensionKey(tenant, number), DirectoryEntry.class)
                .isPresent();
        boolean allotted = entries.find("number/" + number, NumberEntry.class)
                .map(NumberEntry::tenant)
                .filter(tenant::equals)
                .isPresent();
        return Optional.of(number).filter(_ -> extension || allotted);
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
        return trunk(tenant, number).map(_ -> Party.outside(normal(number)));
    }

    /** The one that reaches furthest; of two, the tenant's own; then the name decides: as calls are routed. */
    private Optional<TrunkEntry> trunk(TenantId tenant, String number) {
        return entries.all(TrunkEntry.class)
                .filter(trunk -> trunk.tenant().map(tenant::equals).orElse(true))
                .filter(trunk -> reach(trunk, number) > 0)
                .max(Comparator.<TrunkEntry>comparingInt(trunk -> reach(trunk, number))
                        .thenComparing(trunk -> trunk.tenant().isPresent())
                        .thenComparing(TrunkEntry::name));
    }

    /** How long the longest prefix is by which this trunk takes the number; 0: it does not take it. */
    private static int reach(TrunkEntry trunk, String number) {
        return trunk.prefixes().stream()
                .filter(prefix -> number.startsWith(prefix) || normal(number).startsWith(prefix))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static String normal(String number) {
        return number.startsWith(INTERNATIONAL) ? "+" + number.substring(INTERNATIONAL.length()) : number;
    }
}

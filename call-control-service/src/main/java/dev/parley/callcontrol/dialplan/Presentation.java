package dev.parley.callcontrol.dialplan;

import dev.parley.callcontrol.dialplan.Destination.Outside;
import dev.parley.contracts.call.Caller;
import dev.parley.contracts.call.Caller.Origin;
import dev.parley.contracts.directory.DirectoryEntry.NumberEntry;
import dev.parley.contracts.directory.DirectoryEntry.PhoneEntry;
import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.contracts.directory.DirectoryEntry.TrunkEntry;
import dev.parley.contracts.directory.NumberFormat;
import dev.parley.contracts.directory.PhoneOptions;
import dev.parley.contracts.id.TenantId;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which number a caller presents.
 *
 * <p>Outside that is one of the tenant's numbers, set for the extension, else for the tenant, else for the trunk. A number
 * that has been taken from the tenant since is not presented any more.
 */
public record Presentation(Directory directory) {
    private static final String E164 = "[+][0-9]{3,15}";

    /** Towards a phone of the tenant. */
    public CallerIdentity toPhone(TenantId tenant, Caller caller) {
        return new CallerIdentity(caller.shownName(), number(tenant, caller), Optional.empty(), caller.anonymous());
    }

    private String number(TenantId tenant, Caller caller) {
        String shown = caller.shownNumber();
        boolean ofConference = caller.origin() == Origin.PHONE
                && !caller.anonymous()
                && directory.phone(tenant, shown).isEmpty();
        return ofConference ? presented(tenant, shown, Optional.empty()).orElse(shown) : shown;
    }

    /**
     * Towards a trunk. A call that is sent on presents whoever sends it on, or, where the provider takes that, the caller
     * from outside. The number of a caller from outside who withholds it goes to no trunk.
     */
    public CallerIdentity toTrunk(Caller caller, Outside way) {
        TenantId tenant = way.tenant();
        Optional<TrunkEntry> trunk = directory.trunk(way.trunk());
        if (caller.origin() == Origin.PHONE) {
            Optional<String> own = presented(tenant, caller.number(), trunk);
            return new CallerIdentity(caller.name(), own.orElse(caller.number()), own, caller.anonymous());
        }
        String account = way.trail().payer().orElse(Caller.ANONYMOUS);
        Optional<String> own = presented(tenant, account, trunk);
        boolean original = trunk.flatMap(TrunkEntry::presentOriginalCaller).isPresent()
                && (caller.anonymous() || caller.number().matches(E164));
        return original
                ? new CallerIdentity(caller.shownName(), caller.shownNumber(), own, caller.anonymous())
                : new CallerIdentity(
                        directory.name(tenant, account), own.orElse(account), own, withholds(tenant, account));
    }

    /** As whoever is called back sees us: the number that was called. */
    public CallerIdentity ofNumber(String number) {
        return new CallerIdentity(Optional.empty(), number, Optional.of(number), false);
    }

    /** Whether it is set for the extension that it withholds its number. */
    public boolean withholds(TenantId tenant, String extension) {
        return directory
                .phone(tenant, extension)
                .flatMap(PhoneEntry::options)
                .flatMap(PhoneOptions::withholdNumber)
                .isPresent();
    }

    /** An extension as somebody on this way sees it; the tenant's own phones see its number. */
    public String ofExtension(Outside way, String extension) {
        return presented(way.tenant(), extension, directory.trunk(way.trunk())).orElse(extension);
    }

    /** A number as the trunk's provider writes it. */
    public String written(String trunk, String number) {
        return new TrunkNumbers(
                        directory.trunk(trunk).flatMap(TrunkEntry::numberFormat).orElse(NumberFormat.DEFAULT))
                .write(number);
    }

    /** @param who an extension, a room, or already one of the tenant's numbers */
    private Optional<String> presented(TenantId tenant, String who, Optional<TrunkEntry> trunk) {
        Optional<PhoneEntry> phone = directory.phone(tenant, who);
        return Optional.of(who)
                .filter(number -> isOf(tenant, number))
                .or(() -> phone.flatMap(PhoneEntry::options)
                        .flatMap(PhoneOptions::presentedNumber)
                        .filter(number -> isOf(tenant, number)))
                .or(() -> directory
                        .tenant(tenant)
                        .flatMap(TenantEntry::presentedNumber)
                        .filter(number -> isOf(tenant, number)))
                .or(() -> trunk.flatMap(way -> ofTrunk(tenant, way)))
                .or(() -> phone.isPresent() ? Optional.empty() : directory.firstNumber(tenant));
    }

    private Optional<String> ofTrunk(TenantId tenant, TrunkEntry trunk) {
        return trunk.presentedNumber().filter(number -> trunk.tenant().isEmpty() || isOf(tenant, number));
    }

    /** What the tenant may call under: its extensions and its numbers. */
    public Predicate<String> isOwn(TenantId tenant) {
        return who -> directory.extension(tenant, who).isPresent() || isOf(tenant, who);
    }

    private boolean isOf(TenantId tenant, String number) {
        return directory
                .number(number)
                .map(NumberEntry::tenant)
                .filter(tenant::equals)
                .isPresent();
    }
}

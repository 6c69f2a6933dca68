package dev.parley.callcontrol.dialplan;

import dev.parley.callcontrol.dialplan.Destination.Barred;
import dev.parley.callcontrol.dialplan.Destination.CallBack;
import dev.parley.callcontrol.dialplan.Destination.ConferenceRoom;
import dev.parley.callcontrol.dialplan.Destination.Menu;
import dev.parley.callcontrol.dialplan.Destination.Nowhere;
import dev.parley.callcontrol.dialplan.Destination.Outside;
import dev.parley.callcontrol.dialplan.Destination.Phone;
import dev.parley.callcontrol.sip.NameAddress;
import dev.parley.contracts.call.Caller;
import dev.parley.contracts.directory.Callback;
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
import dev.parley.contracts.directory.PhoneOptions;
import dev.parley.contracts.directory.PhoneOptions.Condition;
import dev.parley.contracts.directory.PhoneOptions.Forwarding;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import java.util.List;
import java.util.Optional;

/**
 * Where a number leads: to an extension of the tenant, else out by the trunk with the longest matching prefix.
 *
 * @param internationalPrefix what is dialled in place of {@code +}; empty text where nothing is
 */
public record DialPlan(Directory directory, String internationalPrefix) {
    /** Before an owner's extension: into that phone's temporary conference (R9, R11). */
    private static final String LOCAL_CONFERENCE = "*8";

    /** A number that a phone of the tenant dialled. */
    public Destination dialled(TenantId tenant, String number, Caller caller) {
        return number.startsWith(LOCAL_CONFERENCE)
                ? localConference(tenant, number.substring(LOCAL_CONFERENCE.length()))
                : to(tenant, number, Trail.of(caller));
    }

    private Destination localConference(TenantId tenant, String owner) {
        return directory.phone(tenant, owner).isPresent()
                ? new ConferenceRoom(tenant, RoomId.ofOwner(tenant, owner))
                : new Nowhere(tenant);
    }

    /**
     * Somebody whom a conference calls: an extension of type {@code phone}, also as a SIP URI of the tenant's domain, or an
     * outside number. Rules by which the phone forwards are not followed: the conference wants this party and no other.
     * Whether the number may be called has been decided by whoever asks; only the tenant's limit of outside calls counts.
     */
    public Destination invited(TenantId tenant, String whom, Caller caller) {
        Trail trail = Trail.ofOutside(caller);
        Optional<String> domain = directory.tenant(tenant).map(TenantEntry::domain);
        String number = domain.flatMap(own -> NameAddress.userAt(whom, own)).orElse(whom);
        return directory
                .phone(tenant, number)
                .flatMap(_ -> domain.<Destination>map(own -> new Phone(tenant, number, own, List.of(), trail)))
                // Not the number: a URI leads to phones alone.
                .orElseGet(() -> outside().unchecked(tenant, whom, trail));
    }

    /** An outside number (DID) that a trunk brought; {@code presented} is the tenant the edge names, if it does. */
    public Destination arrived(TenantId presented, String number, Caller caller) {
        return directory
                .number(outside().normalised(number))
                .or(() -> directory.number("+" + number))
                .map(entry -> behind(entry, caller))
                .orElseGet(() -> new Nowhere(presented));
    }

    /** A number that a call is sent on to, or that its caller has chosen. */
    public Destination to(TenantId tenant, String number, Trail trail) {
        return extension(tenant, number, trail).orElseGet(() -> outside().to(tenant, number, trail));
    }

    /**
     * Where a call goes that a phone does not take.
     *
     * @return none when no rule fits, or when following it would lead back, or too far
     */
    public Optional<Destination> forwarded(Phone phone, Condition why) {
        return phone.forwarding().stream()
                .filter(rule -> rule.when() == why)
                .findFirst()
                .flatMap(rule -> follow(rule, phone.tenant(), phone.extension(), phone.trail()));
    }

    /** Where a caller goes who has chosen nothing in a menu; none when that would lead back, or too far. */
    public Optional<Destination> otherwise(Menu menu) {
        Trail next = menu.trail().via(menu.extension(), Condition.NO_ANSWER);
        return menu.menu().otherwise().filter(next::leadsTo).map(number -> to(menu.tenant(), number, next));
    }

    /** The destination behind a key of a menu. */
    public Optional<Destination> chosen(Menu menu, String key) {
        Trail next = menu.trail().chosenAt(menu.extension());
        return Optional.ofNullable(menu.menu().choices().get(key)).map(number -> to(menu.tenant(), number, next));
    }

    private Optional<Destination> follow(Forwarding rule, TenantId tenant, String extension, Trail trail) {
        Trail next = trail.via(extension, rule.when());
        return next.leadsTo(rule.destination()) ? Optional.of(to(tenant, rule.destination(), next)) : Optional.empty();
    }

    /** Where nothing is (any more), conference-service pretends to have a room with a PIN: nobody finds out by calling. */
    private Destination behind(NumberEntry entry, Caller caller) {
        Optional<Callback> callback =
                entry.callback().filter(rule -> outside().isOneOf(caller.shownNumber(), rule.callers()));
        return callback.map(rule -> callBack(entry, rule, caller))
                .or(() -> extension(entry.tenant(), entry.destination(), Trail.of(caller)))
                .orElseGet(() -> new ConferenceRoom(entry.tenant(), entry.destination()));
    }

    /** By the trunk that reaches the caller, else by the one that brought the call. Who hides the number is turned away. */
    private Destination callBack(NumberEntry entry, Callback rule, Caller caller) {
        TenantId tenant = entry.tenant();
        if (!caller.shownNumber().matches("\\+?[0-9]{3,20}")) {
            return new Barred(tenant);
        }
        Trail trail = Trail.of(caller).chosenAt(entry.destination());
        Destination routed = outside().to(tenant, caller.number(), trail);
        Destination back = routed instanceof Nowhere
                ? caller.trunk()
                        .map(trunk -> outside().by(trunk, tenant, caller.number(), trail))
                        .orElse(routed)
                : routed;
        return back instanceof Outside way
                ? new CallBack(tenant, entry.number(), entry.destination(), rule, way)
                : back;
    }

    private Optional<Destination> extension(TenantId tenant, String number, Trail trail) {
        return directory.extension(tenant, number).flatMap(entry -> leadsTo(tenant, entry, trail));
    }

    private Optional<Destination> leadsTo(TenantId tenant, DirectoryEntry entry, Trail trail) {
        return switch (entry) {
            case ConferenceEntry conference -> Optional.of(new ConferenceRoom(tenant, conference.extension()));
            case PhoneEntry phone ->
                directory.tenant(tenant).map(TenantEntry::domain).map(domain -> phone(phone, domain, trail));
            case IvrEntry ivr -> Optional.of(new Menu(tenant, ivr.extension(), ivr.menu(), trail));
            case TenantEntry _, NumberEntry _, TrunkEntry _, ClassOfServiceEntry _, KeyMapEntry _, ApiKeyEntry _ ->
                Optional.empty();
        };
    }

    /** A rule that would lead back is not followed: then the phone itself rings. */
    private Destination phone(PhoneEntry entry, String domain, Trail trail) {
        List<Forwarding> fitting = entry.options().map(PhoneOptions::forwarding).orElse(List.of()).stream()
                .filter(rule -> outside().isOneOf(trail.caller(), rule.callers()))
                .toList();
        return fitting.stream()
                .filter(rule -> rule.when() == Condition.ALWAYS)
                .findFirst()
                .flatMap(rule -> follow(rule, entry.tenant(), entry.extension(), trail))
                .orElseGet(() -> new Phone(entry.tenant(), entry.extension(), domain, fitting, trail));
    }

    /** Which number a caller presents. */
    public Presentation presentation() {
        return new Presentation(directory);
    }

    private OutsideRoutes outside() {
        return new OutsideRoutes(directory, internationalPrefix);
    }
}

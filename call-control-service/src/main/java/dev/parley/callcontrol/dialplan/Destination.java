package dev.parley.callcontrol.dialplan;

import dev.parley.contracts.directory.Callback;
import dev.parley.contracts.directory.IvrMenu;
import dev.parley.contracts.directory.PhoneOptions.Forwarding;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import java.util.List;

/** Where a dialled number leads. */
public sealed interface Destination {
    /** Whose call this is. */
    TenantId tenant();

    /** A conference: that of an extension of its own kind, or the temporary one of a phone (R9). */
    record ConferenceRoom(TenantId tenant, RoomId room) implements Destination {
        public ConferenceRoom(TenantId tenant, String extension) {
            this(tenant, RoomId.ofExtension(tenant, extension));
        }
    }

    /**
     * A phone that rings.
     *
     * @param domain the tenant's SIP domain, in which the phone is registered
     * @param forwarding what is to be tried when it does not take the call; only what fits the caller
     */
    record Phone(TenantId tenant, String extension, String domain, List<Forwarding> forwarding, Trail trail)
            implements Destination {
        public Phone {
            forwarding = List.copyOf(forwarding);
        }
    }

    /** @param domain the tenant's SIP domain, under which it calls */
    record Outside(TenantId tenant, String trunk, String number, String domain, Trail trail, Toll toll)
            implements Destination {}

    record Menu(TenantId tenant, String extension, IvrMenu menu, Trail trail) implements Destination {}

    /**
     * The caller is not connected but called back.
     *
     * @param number the outside number that was called
     * @param destination where the caller is connected to then
     * @param back the way back to the caller
     */
    record CallBack(TenantId tenant, String number, String destination, Callback rule, Outside back)
            implements Destination {}

    /** The caller may not call this number. */
    record Barred(TenantId tenant) implements Destination {}

    /** Nobody has this number; {@code tenant} is whoever dialled it. */
    record Nowhere(TenantId tenant) implements Destination {}
}

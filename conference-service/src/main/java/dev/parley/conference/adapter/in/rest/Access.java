package dev.parley.conference.adapter.in.rest;

import dev.parley.access.Area;
import dev.parley.access.Grant;
import dev.parley.access.Right;
import dev.parley.access.http.CurrentGrant;
import dev.parley.conference.application.CallEntries;
import dev.parley.conference.application.Tenants;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;

/** Who may do what. What somebody may not see is not there. */
@ApplicationScoped
public class Access {
    private static final String TENANT = "[a-z0-9][a-z0-9-]{0,62}";
    private static final String ROOM = "[A-Za-z0-9*#+-]{1,64}";
    private static final String ID = "[A-Za-z0-9-]{1,64}";

    private final CurrentGrant grant;
    private final Tenants tenants;

    Access(CurrentGrant grant, Tenants tenants) {
        this.grant = grant;
        this.tenants = tenants;
    }

    /** Goes on only for those to whom the tenant exists. */
    TenantId toRead(String tenant) {
        if (!tenant.matches(TENANT)) {
            throw new Refused(Problem.notFound());
        }
        TenantId named = new TenantId(tenant);
        // Both are asked in any case, so that it takes the same time.
        boolean there = tenants.exists(named);
        boolean allowed = allows(named, Right.READ);
        if (!there || !allowed) {
            throw new Refused(Problem.notFound());
        }
        return named;
    }

    /** The room of a conference: an extension, or {@code local-801}. Two-party calls are none. */
    RoomId toRead(String tenant, String room) {
        RoomId named = new RoomId(toRead(tenant) + ":" + checked(room, ROOM));
        if (named.isCall()) {
            throw new Refused(Problem.notFound());
        }
        return named;
    }

    RoomId toWrite(String tenant, String room) {
        RoomId named = toRead(tenant, room);
        checkWrite(named.tenant());
        return named;
    }

    TenantId toWrite(String tenant) {
        TenantId named = toRead(tenant);
        checkWrite(named);
        return named;
    }

    private void checkWrite(TenantId tenant) {
        if (!allows(tenant, Right.WRITE)) {
            throw new Refused(Problem.of(403, "forbidden", "Forbidden", "You may look at this, but not change it"));
        }
    }

    /** Of a participant, an invitation, or whatever else has an id of ours. */
    static String id(String text) {
        return checked(text, ID);
    }

    private static String checked(String text, String format) {
        if (!text.matches(format)) {
            throw new Refused(Problem.notFound());
        }
        return text;
    }

    /** What records show. */
    CallEntries.Viewer viewer() {
        return grant.get().filter(Grant::operator).isPresent()
                ? CallEntries.Viewer.PROVIDER
                : CallEntries.Viewer.TENANT;
    }

    /** Who asks, for the log. */
    String name() {
        return grant.get().map(Grant::name).orElse("nobody");
    }

    private boolean allows(TenantId tenant, Right right) {
        return grant.get()
                .filter(granted -> granted.allows(tenant, Area.CONFERENCES, right))
                .isPresent();
    }
}

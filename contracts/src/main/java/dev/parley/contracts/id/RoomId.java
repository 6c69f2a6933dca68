package dev.parley.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * An audio space of a tenant: the Kafka key of everything said about it, and the call-id in rtpengine.
 *
 * <p>Written {@code tenant:name}: {@code demo:910} for a conference extension, {@code demo:call-<uuid>} for a two-party
 * call, {@code demo:local-801} for the temporary conference of a phone extension (R9).
 */
public record RoomId(@JsonValue String value) {
    private static final String CALL = "call-";
    private static final String LOCAL = "local-";

    /**
     * Reads a room's name.
     *
     * @throws IllegalArgumentException when the text is not {@code tenant:name}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoomId {
        Ids.text(value, "RoomId");
        int colon = value.indexOf(':');
        if (colon < 1 || colon == value.length() - 1) {
            throw new IllegalArgumentException("Expected RoomId to be tenant:name, but it is '" + value + "'");
        }
    }

    public static RoomId ofExtension(TenantId tenant, String extension) {
        return new RoomId(tenant.value() + ":" + extension);
    }

    public static RoomId ofCall(TenantId tenant, String callId) {
        return new RoomId(tenant.value() + ":" + CALL + callId);
    }

    /** The room of an extension's own, temporary conference. */
    public static RoomId ofOwner(TenantId tenant, String extension) {
        return new RoomId(tenant.value() + ":" + LOCAL + extension);
    }

    public TenantId tenant() {
        return new TenantId(value.substring(0, value.indexOf(':')));
    }

    /** The part behind the tenant: an extension number, or the name of a two-party call. */
    public String name() {
        return value.substring(value.indexOf(':') + 1);
    }

    /** Whether this room belongs to a two-party call, and so to call-control-service. */
    public boolean isCall() {
        return name().startsWith(CALL);
    }

    /** The extension whose temporary conference takes place here; none: it is another kind of room. */
    public Optional<String> owner() {
        return name().startsWith(LOCAL) ? Optional.of(name().substring(LOCAL.length())) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}

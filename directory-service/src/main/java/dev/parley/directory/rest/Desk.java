package dev.parley.directory.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.directory.resource.Change;
import dev.parley.directory.resource.Condition;
import dev.parley.directory.resource.IdempotencyTable;
import dev.parley.directory.resource.Kind;
import dev.parley.directory.resource.Listing;
import dev.parley.directory.resource.Request;
import dev.parley.directory.resource.ResourceId;
import dev.parley.directory.resource.Resources;
import dev.parley.directory.resource.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Does for documents of any kind what HTTP asks. Whether the caller may is asked before. */
@ApplicationScoped
public class Desk {
    private static final String DRY_RUN = "dry_run";

    private final Resources resources;
    private final Bodies bodies;
    private final Replies replies;
    private final Access access;
    private final Ask ask;

    Desk(Resources resources, Bodies bodies, Replies replies, Access access, Ask ask) {
        this.resources = resources;
        this.bodies = bodies;
        this.replies = replies;
        this.access = access;
        this.ask = ask;
    }

    public Access access() {
        return access;
    }

    Response list(String tenant, Kind<?> kind) {
        Listing listing = Listings.of(tenant, kind, ask.uri());
        List<Stored> found = resources.list(listing);
        boolean more = found.size() > listing.limit();
        List<Stored> page = more ? found.subList(0, listing.limit()) : found;
        return replies.list(
                page, more ? Optional.of(Listings.next(ask.uri(), listing.sort(), page.getLast())) : Optional.empty());
    }

    public Response read(ResourceId id) {
        return writable(id)
                .flatMap(resources::find)
                .map(stored -> Preconditions.isKnown(ask.ifNoneMatch(), stored)
                        ? Response.notModified()
                                .header("ETag", Replies.etag(stored))
                                .build()
                        : replies.document(stored))
                .orElseThrow(() -> new Refused(Problem.notFound()));
    }

    /** One for each tenant: where nobody has made it, it is as its defaults are. */
    Response readOnly(String tenant, Kind<?> kind) {
        ResourceId id = Replies.only(tenant, kind);
        if (resources.find(id).isPresent()) {
            return read(id);
        }
        if (Preconditions.isKnown(ask.ifNoneMatch(), 0)) {
            return Response.notModified().header("ETag", Replies.etag(0)).build();
        }
        return replies.json(200, replies.defaults(kind))
                .header("ETag", Replies.etag(0))
                .build();
    }

    Response create(String tenant, Kind<?> kind, InputStream body) {
        ask.knowsOnly(DRY_RUN);
        byte[] bytes = bodies.bytes(body);
        ObjectNode document = bodies.object(bytes);
        JsonNode name = document.path(kind.nameField());
        ResourceId id = new ResourceId(tenant, kind.collection(), name.isTextual() ? name.asText() : "");
        Request request = Request.of(new Change.Put(id, document, new Condition.Absent()), ask.dryRun())
                .on(access.terms());
        Optional<String> key = ask.idempotencyKey().filter(_ -> !ask.dryRun());
        return replies.created(
                resources.apply(
                        key.map(told -> request.with(repeatable(told, bytes))).orElse(request)),
                stored -> at(stored.id().name()));
    }

    private URI at(String name) {
        return UriBuilder.fromUri(ask.uri().getAbsolutePath()).path("{name}").build(name);
    }

    private IdempotencyTable.Key repeatable(String key, byte[] bytes) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(ask.uri().getPath().getBytes(StandardCharsets.UTF_8));
            hash.update((byte) 0);
            return new IdempotencyTable.Key(access.name(), key, HexFormat.of().formatHex(hash.digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    public Response replace(ResourceId id, InputStream body) {
        ObjectNode document = object(body);
        return change(new Change.Put(writableOrInvalid(id), document, condition()));
    }

    public Response patch(ResourceId id, InputStream body) {
        ObjectNode patch = object(body);
        return change(new Change.Patch(writableOrUnknown(id), patch, condition()));
    }

    /** Changes what no document from outside can change; whether the caller may is the caller's to ask. */
    public Response amend(ResourceId id, ObjectNode patch) {
        return change(new Change.Amend(writableOrUnknown(id), patch, condition()));
    }

    /** The JSON object that a request brings. */
    public ObjectNode object(InputStream body) {
        return bodies.object(bodies.bytes(body));
    }

    /** The one of a tenant can be patched before anybody has made it. */
    Response patchOnly(String tenant, Kind<?> kind, InputStream body) {
        ResourceId id = Replies.only(tenant, kind);
        return resources.find(id).isPresent() ? patch(id, body) : replace(id, body);
    }

    public Response delete(ResourceId id) {
        return change(new Change.Delete(writableOrUnknown(id), condition()));
    }

    private Condition condition() {
        return Preconditions.of(ask.ifMatch(), ask.ifNoneMatch());
    }

    private Response change(Change change) {
        ask.knowsOnly(DRY_RUN);
        return replies.changed(
                resources.apply(Request.of(change, ask.dryRun()).on(access.terms())),
                ask.uri().getAbsolutePath());
    }

    private static Optional<ResourceId> writable(ResourceId id) {
        return Bodies.isUnwritable(id.name()) ? Optional.empty() : Optional.of(id);
    }

    private static ResourceId writableOrUnknown(ResourceId id) {
        return writable(id).orElseThrow(() -> new Refused(Problem.notFound()));
    }

    private static ResourceId writableOrInvalid(ResourceId id) {
        return writable(id)
                .orElseThrow(() -> Bodies.malformed("There is a character in the path that no text can have"));
    }
}

package dev.parley.directory.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.directory.resource.Answer;
import dev.parley.directory.resource.Documents;
import dev.parley.directory.resource.Kind;
import dev.parley.directory.resource.Kinds;
import dev.parley.directory.resource.ResourceId;
import dev.parley.directory.resource.Stored;
import dev.parley.directory.rest.Problem.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** How documents and what became of them are told over HTTP. */
@ApplicationScoped
public class Replies {
    private static final int UNPROCESSABLE = 422;

    private final Documents documents;
    private final Kinds kinds;

    Replies(Documents documents, Kinds kinds) {
        this.documents = documents;
        this.kinds = kinds;
    }

    /** The document as it is shown. */
    public ObjectNode shown(Stored stored) {
        Kind<?> kind = kinds.of(stored.id());
        ObjectNode shown = stored.body().deepCopy();
        Set<String> held = stored.secretFields();
        kind.secretFields(shown).forEach(field -> shown.put("has_" + field, held.contains(field)));
        shown.put("created", stored.created().toString());
        shown.put("updated", stored.updated().toString());
        return shown;
    }

    Response document(Stored stored) {
        return json(200, shown(stored)).header("ETag", etag(stored)).build();
    }

    Response list(List<Stored> page, Optional<URI> next) {
        ObjectNode list = documents.object();
        ArrayNode items = list.putArray("items");
        page.forEach(stored -> items.add(shown(stored)));
        Response.ResponseBuilder reply = json(200, list);
        next.ifPresent(uri -> reply.header("Link", "<" + uri + ">; rel=\"next\""));
        return reply.build();
    }

    /** What became of a change; a problem where nothing did. */
    Response changed(Answer answer, URI location) {
        return switch (answer) {
            case Answer.Done(Answer.Outcome outcome, Stored stored) -> done(outcome, stored, location);
            case Answer.Repeated(Stored stored) ->
                json(201, shown(stored))
                        .header("ETag", etag(stored))
                        .header("Idempotency-Replayed", "true")
                        .location(location)
                        .build();
            case Answer.Unknown _ -> problem(Problem.notFound());
            case Answer.Stale stale -> problem(stale(stale));
            case Answer.Refused refused -> problem(Problem.invalid(refused.violations()));
            case Answer.Taken taken -> problem(taken(taken));
            case Answer.Needed needed -> problem(needed(needed));
            case Answer.Running _ ->
                problem(Problem.of(
                        409, "request_running", "Request running", "The first request of this key is not done yet"));
            case Answer.OtherRequest _ ->
                problem(Problem.of(
                        UNPROCESSABLE,
                        "idempotency_key_reused",
                        "Idempotency key reused",
                        "The key was used for another request"));
        };
    }

    /** The same, where the change was to make something new. */
    Response created(Answer answer, Function<Stored, URI> location) {
        return switch (answer) {
            case Answer.Done(Answer.Outcome _, Stored stored) -> changed(answer, location.apply(stored));
            case Answer.Repeated(Stored stored) -> changed(answer, location.apply(stored));
            case Answer.Stale(ResourceId id, Optional<Stored> _) ->
                problem(Problem.of(409, "already_exists", "Already there", id.name() + " is there already"));
            case Answer.Unknown _,
                    Answer.Refused _,
                    Answer.Taken _,
                    Answer.Needed _,
                    Answer.Running _,
                    Answer.OtherRequest _ -> changed(answer, URI.create(""));
        };
    }

    private Response done(Answer.Outcome outcome, Stored stored, URI location) {
        return switch (outcome) {
            case CREATED ->
                json(201, shown(stored))
                        .header("ETag", etag(stored))
                        .location(location)
                        .build();
            case CHANGED, UNCHANGED -> document(stored);
            case DELETED -> Response.noContent().build();
        };
    }

    private static Problem stale(Answer.Stale stale) {
        return Problem.of(
                412,
                "precondition_failed",
                "Precondition failed",
                stale.found()
                        .map(found -> "It is at " + etag(found) + " by now; read it, and decide anew")
                        .orElse("It is not there"));
    }

    private static Problem taken(Answer.Taken taken) {
        return Problem.of(
                409,
                taken.violation().code(),
                "Already there",
                taken.violation().detail(),
                List.of(Fault.of(taken.violation())));
    }

    private static Problem needed(Answer.Needed needed) {
        List<Fault> by = needed.by().stream()
                .map(need -> new Fault(
                        need.by().pointer() + need.pointer(),
                        null,
                        "refers",
                        need.by().name() + " of " + need.by().kind() + " needs it"))
                .toList();
        return Problem.of(409, "in_use", "In use", needed.id().name() + " cannot go while others need it", by);
    }

    Response problem(Problem problem) {
        return Response.status(problem.status())
                .type(Problems.MEDIA_TYPE)
                .entity(documents.text(documents.tree(problem)))
                .build();
    }

    Response.ResponseBuilder json(int status, ObjectNode body) {
        return Response.status(status).type(MediaType.APPLICATION_JSON).entity(documents.text(body));
    }

    static String etag(Stored stored) {
        return etag(stored.revision());
    }

    static String etag(long revision) {
        return "\"" + revision + "\"";
    }

    /** A document that nobody has made yet is as its defaults are. */
    public <T> ObjectNode defaults(Kind<T> kind) {
        return switch (documents.read(kind, documents.object())) {
            case Documents.Reading.Right<T>(T document) -> (ObjectNode) documents.tree(document);
            case Documents.Reading.Wrong<T> wrong ->
                throw new IllegalStateException("Expected " + kind.noun() + " to have defaults: " + wrong);
        };
    }

    static ResourceId only(String tenant, Kind<?> kind) {
        return new ResourceId(tenant, kind.collection(), ResourceId.ONLY);
    }
}

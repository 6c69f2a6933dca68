package dev.parley.directory.prompt;

import dev.parley.contracts.id.TenantId;
import dev.parley.directory.resource.Documents;
import dev.parley.directory.rest.Ask;
import dev.parley.directory.rest.Bodies;
import dev.parley.directory.rest.Listings;
import dev.parley.directory.rest.Problem;
import dev.parley.directory.rest.Problem.Fault;
import dev.parley.directory.rest.Refused;
import dev.parley.directory.rule.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Does for prompts what HTTP asks. Whether the caller may is asked before. */
@ApplicationScoped
class PromptDesk {
    static final String WAV = "audio/wav";
    static final int MOST_BYTES = 10_000_000;

    private final Prompts prompts;
    private final Bodies bodies;
    private final Documents documents;
    private final Ask ask;

    PromptDesk(Prompts prompts, Bodies bodies, Documents documents, Ask ask) {
        this.prompts = prompts;
        this.bodies = bodies;
        this.documents = documents;
        this.ask = ask;
    }

    Response list(TenantId tenant) {
        int limit = Listings.limit(ask.uri().getQueryParameters());
        String[] after = Listings.cursorText(ask.uri()).orElse("/").split("/", 2);
        if (after.length < 2) {
            throw Listings.invalidCursor();
        }
        List<Prompt> found = prompts.list(tenant, after[0], after[1], limit + 1);
        List<Prompt> page = found.size() > limit ? found.subList(0, limit) : found;
        Response.ResponseBuilder reply =
                json(200, new PromptView.Page(page.stream().map(PromptView::of).toList()));
        if (found.size() > limit) {
            PromptId last = page.getLast().id();
            reply.header("Link", Listings.link(ask.uri(), Listings.cursor(last.language() + "/" + last.name())));
        }
        return reply.build();
    }

    /** Its sound. */
    Response play(PromptId id) {
        Prompt prompt = find(id);
        if (ask.knows(prompt.revision())) {
            return Response.notModified().header("ETag", etag(prompt)).build();
        }
        // It may have gone in the meantime.
        byte[] wav = prompts.wav(id).orElseThrow(PromptDesk::unknown);
        return Response.ok(wav, WAV).header("ETag", etag(prompt)).build();
    }

    Response put(PromptId id, InputStream body) {
        if (!id.isPlain()) {
            throw new Refused(Problem.invalid(List.of(new Violation(
                    "", "invalid_name", "Expected language and name to be 1 to 64 letters, digits, - and _"))));
        }
        return switch (prompts.convert(bodies.bytes(body, MOST_BYTES))) {
            case Prompts.Conversion.Unfit(Violation violation) ->
                throw new Refused(Problem.invalid(List.of(violation)));
            case Prompts.Conversion.Fit(byte[] wav) -> reply(prompts.put(id, wav, ask.condition(), ask.dryRun()));
        };
    }

    Response delete(PromptId id) {
        return reply(prompts.remove(find(id).id(), ask.condition(), ask.dryRun()));
    }

    private Response reply(Prompts.Outcome outcome) {
        return switch (outcome) {
            case Prompts.Outcome.Kept(Prompt prompt, boolean fresh) ->
                json(fresh ? 201 : 200, PromptView.of(prompt))
                        .header("ETag", etag(prompt))
                        .location(ask.uri().getAbsolutePath())
                        .build();
            case Prompts.Outcome.Removed() -> Response.noContent().build();
            case Prompts.Outcome.Unknown() -> throw unknown();
            case Prompts.Outcome.Stale(Optional<Prompt> found) -> throw new Refused(stale(found));
            case Prompts.Outcome.Needed(PromptId id, List<PromptTable.Use> by) -> throw new Refused(needed(id, by));
        };
    }

    private Prompt find(PromptId id) {
        return Optional.of(id).filter(PromptId::isPlain).flatMap(prompts::find).orElseThrow(PromptDesk::unknown);
    }

    private Response.ResponseBuilder json(int status, Object view) {
        return Response.status(status).type(MediaType.APPLICATION_JSON).entity(documents.text(documents.tree(view)));
    }

    private static Problem stale(Optional<Prompt> found) {
        return Problem.of(
                412,
                "precondition_failed",
                "Precondition failed",
                found.map(prompt -> "It is at " + etag(prompt) + " by now; read it, and decide anew")
                        .orElse("It is not there"));
    }

    private static Problem needed(PromptId id, List<PromptTable.Use> by) {
        return Problem.of(
                409,
                "in_use",
                "In use",
                id.name() + " cannot go while others play it",
                by.stream()
                        .map(use -> new Fault(
                                use.document().pointer() + use.pointer(),
                                null,
                                "refers",
                                use.document().name() + " of " + use.document().kind() + " plays it"))
                        .toList());
    }

    private static Refused unknown() {
        return new Refused(Problem.notFound());
    }

    private static String etag(Prompt prompt) {
        return "\"" + prompt.revision() + "\"";
    }
}

package dev.parley.directory.security;

import dev.parley.access.http.CurrentGrant;
import dev.parley.contracts.id.TenantId;
import dev.parley.directory.resource.Documents;
import dev.parley.directory.rest.Ask;
import dev.parley.directory.rest.Bodies;
import dev.parley.directory.rest.Listings;
import dev.parley.directory.rest.Problem;
import dev.parley.directory.rest.Refused;
import dev.parley.directory.rule.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Does for keys what HTTP asks. Whether the caller may is asked before. */
@ApplicationScoped
class KeyDesk {
    private final ApiKeys keys;
    private final CurrentGrant grant;
    private final Bodies bodies;
    private final Documents documents;
    private final Ask ask;

    KeyDesk(ApiKeys keys, CurrentGrant grant, Bodies bodies, Documents documents, Ask ask) {
        this.keys = keys;
        this.grant = grant;
        this.bodies = bodies;
        this.documents = documents;
        this.ask = ask;
    }

    Response list(Optional<TenantId> owner) {
        int limit = Listings.limit(ask.uri().getQueryParameters());
        String after = Listings.cursorText(ask.uri()).orElse("");
        List<ApiKey> found = keys.list(owner, after, limit + 1);
        List<ApiKey> page = found.size() > limit ? found.subList(0, limit) : found;
        Response.ResponseBuilder reply =
                json(200, new KeyView.Page(page.stream().map(KeyView::of).toList()));
        if (found.size() > limit) {
            reply.header(
                    "Link",
                    Listings.link(ask.uri(), Listings.cursor(page.getLast().id())));
        }
        return reply.build();
    }

    Response read(Optional<TenantId> owner, String id) {
        return find(owner, id).map(key -> json(200, KeyView.of(key)).build()).orElseThrow(KeyDesk::unknown);
    }

    Response create(Optional<TenantId> owner, InputStream body) {
        WishForm form = new WishForm(bodies.object(bodies.bytes(body)));
        KeyWish wish = form.wish();
        if (!form.violations().isEmpty()) {
            throw invalid(form.violations());
        }
        return switch (keys.make(owner, wish, grant.get().orElseThrow(), ask.dryRun())) {
            case ApiKeys.Outcome.Refused(List<Violation> violations) -> throw invalid(violations);
            case ApiKeys.Outcome.Checked(ApiKey key) ->
                json(201, KeyView.of(key)).build();
            case ApiKeys.Outcome.Made(ApiKey key, var text) ->
                json(201, KeyView.once(key, text))
                        .location(ask.uri()
                                .getAbsolutePathBuilder()
                                .path(key.id())
                                .build())
                        // Nobody but who asked may keep it.
                        .header("Cache-Control", "no-store")
                        .build();
        };
    }

    Response revoke(Optional<TenantId> owner, String id) {
        if (find(owner, id).isEmpty() || !(ask.dryRun() || keys.revoke(owner, id))) {
            throw unknown();
        }
        return Response.noContent().build();
    }

    private Optional<ApiKey> find(Optional<TenantId> owner, String id) {
        return Bodies.isUnwritable(id) ? Optional.empty() : keys.find(owner, id);
    }

    private Response.ResponseBuilder json(int status, Object view) {
        return Response.status(status).type(MediaType.APPLICATION_JSON).entity(documents.text(documents.tree(view)));
    }

    private static Refused invalid(List<Violation> violations) {
        return new Refused(Problem.invalid(violations));
    }

    private static Refused unknown() {
        return new Refused(Problem.notFound());
    }
}

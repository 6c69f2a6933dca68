package dev.parley.directory.audit;

import dev.parley.directory.resource.AuditTable;
import dev.parley.directory.rest.Ask;
import dev.parley.directory.rest.Replies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Pages of the audit log, as they are asked for. */
@ApplicationScoped
class AuditPages {
    private final AuditTable audit;
    private final Replies replies;
    private final Ask ask;

    AuditPages(AuditTable audit, Replies replies, Ask ask) {
        this.audit = audit;
        this.replies = replies;
        this.ask = ask;
    }

    Response page(String tenant) {
        ask.knowsOnly("limit", "cursor");
        int limit = ask.limit();
        List<AuditNote> found = audit.newest(tenant, ask.numericCursor().orElse(Long.MAX_VALUE), limit + 1).stream()
                .map(AuditNote::of)
                .toList();
        boolean more = found.size() > limit;
        List<AuditNote> page = more ? found.subList(0, limit) : found;
        Optional<URI> next =
                more ? Optional.of(ask.further(String.valueOf(page.getLast().id()))) : Optional.empty();
        return replies.values(page, next);
    }
}

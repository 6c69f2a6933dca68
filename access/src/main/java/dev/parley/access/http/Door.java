package dev.parley.access.http;

import dev.parley.access.Area;
import dev.parley.access.Bucket;
import dev.parley.access.Buckets;
import dev.parley.access.Grant;
import dev.parley.access.Right;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * All that is served as REST is behind it, whatever its path; health and metrics are not. Refuses before anything of the
 * request's body is read.
 */
@ApplicationScoped
public class Door {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String TAKEN = "dev.parley.taken";

    private final CurrentIdentityAssociation identities;
    private final CurrentGrant current;
    private final Area area;
    private final Buckets requests;
    private final Buckets guesses;

    Door(CurrentIdentityAssociation identities, CurrentGrant current, AccessConfig config) {
        this.identities = identities;
        this.current = current;
        this.area = config.area();
        this.requests = new Buckets(
                new Bucket.Limit(config.limit().rate(), config.limit().burst()), System::nanoTime);
        this.guesses = new Buckets(
                new Bucket.Limit(config.guesses().rate(), config.guesses().burst()), System::nanoTime);
    }

    /** Answers those who may not come in; says nothing to the others. */
    @ServerRequestFilter(preMatching = true, priority = Priorities.AUTHENTICATION)
    public Uni<Response> pass(ContainerRequestContext request, RoutingContext http) {
        if (!ApiKeyMechanism.hasCredentials(http)) {
            return refuse(Refusal.NO_CREDENTIALS);
        }
        String source = http.request().remoteAddress().hostAddress();
        Bucket.Taken tries = guesses.look(source);
        if (!tries.allowed()) {
            return Uni.createFrom().item(wait(Refusal.TOO_MANY_GUESSES, tries));
        }
        return identities
                .getDeferredIdentity()
                .map(identity -> answer(request, identity, source))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithItem(() -> wrong(source));
    }

    /** Tells everybody how much they have left. */
    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(TAKEN) instanceof Bucket.Taken taken) {
            Bucket.Limit limit = requests.limit();
            response.getHeaders().putSingle("RateLimit-Policy", "\"key\";q=" + limit.burst() + ";w=" + limit.window());
            response.getHeaders().putSingle("RateLimit", "\"key\";r=" + taken.left() + ";t=" + taken.full());
        }
    }

    @Nullable
    private Response answer(ContainerRequestContext request, SecurityIdentity identity, String source) {
        if (identity.isAnonymous()) {
            return wrong(source);
        }
        Optional<Grant> granted = Optional.ofNullable(identity.getAttribute(TokenGrants.GRANT));
        Bucket.Taken taken = requests.take(granted.map(Grant::name)
                .orElseGet(() -> "user:" + identity.getPrincipal().getName()));
        request.setProperty(TAKEN, taken);
        if (!taken.allowed()) {
            return wait(Refusal.TOO_MANY_REQUESTS, taken);
        }
        if (granted.isEmpty()) {
            return Refusal.NO_ROLE.response().build();
        }
        Right right = READING.contains(request.getMethod()) ? Right.READ : Right.WRITE;
        if (!granted.get().has(area, right)) {
            return Refusal.NO_SCOPE.response().build();
        }
        current.set(granted.get());
        return null;
    }

    private Response wrong(String source) {
        guesses.take(source);
        return Refusal.WRONG_CREDENTIALS.response().build();
    }

    private static Response wait(Refusal refusal, Bucket.Taken taken) {
        return refusal.response().header("Retry-After", taken.retryAfter()).build();
    }

    private static Uni<Response> refuse(Refusal refusal) {
        return Uni.createFrom().item(refusal.response().build());
    }
}

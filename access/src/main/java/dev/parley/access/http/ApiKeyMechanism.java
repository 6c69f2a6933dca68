package dev.parley.access.http;

import dev.parley.access.KeyText;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * Finds an API key in {@code Authorization: Bearer} or {@code X-API-Key}. Asked before the issuer's tokens: those share the
 * first header, but none starts as a key does.
 */
@ApplicationScoped
public class ApiKeyMechanism implements HttpAuthenticationMechanism {
    static final String HEADER = "X-API-Key";

    private static final String AUTHORIZATION = "Authorization";
    private static final String BEARER = "Bearer ";
    private static final int BEFORE_TOKENS = 3000;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        return presented(context)
                .map(text -> KeyText.of(text)
                        .map(key -> identities.authenticate(new ApiKeyRequest(key)))
                        .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException("Not a key"))))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private static Optional<String> presented(RoutingContext context) {
        String authorization = context.request().getHeader(AUTHORIZATION);
        if (authorization == null) {
            return Optional.ofNullable(context.request().getHeader(HEADER));
        }
        return Optional.of(authorization)
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).trim())
                .filter(token -> token.startsWith(KeyText.PREFIX));
    }

    /** Whether the request comes with anything that could be wrong. */
    static boolean hasCredentials(RoutingContext context) {
        return context.request().getHeader(AUTHORIZATION) != null
                || context.request().getHeader(HEADER) != null;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", Refusal.CHALLENGE));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(ApiKeyRequest.class);
    }

    @Override
    public int getPriority() {
        return BEFORE_TOKENS;
    }
}

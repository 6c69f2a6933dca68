package dev.parley.access.http;

import dev.parley.access.Grant;
import dev.parley.access.KeyCheck;
import dev.parley.access.KeyRing;
import dev.parley.access.KeyText;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Knows the holders of keys. */
@ApplicationScoped
public class ApiKeyProvider implements IdentityProvider<ApiKeyRequest> {
    private final KeyRing ring;

    ApiKeyProvider(KeyRing ring) {
        this.ring = ring;
    }

    @Override
    public Class<ApiKeyRequest> getRequestType() {
        return ApiKeyRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(ApiKeyRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(request.key()));
    }

    private SecurityIdentity identity(KeyText key) {
        Instant now = Instant.now();
        Grant grant = KeyCheck.grant(key, ring.find(key.id()), now)
                .orElseThrow(() -> new AuthenticationFailedException("No such key"));
        ring.used(key.id(), now);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(grant.name()))
                .addAttribute(TokenGrants.GRANT, grant)
                .build();
    }
}

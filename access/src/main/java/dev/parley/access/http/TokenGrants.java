package dev.parley.access.http;

import dev.parley.access.TokenRole;
import dev.parley.contracts.id.TenantId;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Makes of an issuer's token what it grants here. */
@ApplicationScoped
public class TokenGrants implements SecurityIdentityAugmentor {
    static final String GRANT = "dev.parley.grant";

    private final AccessConfig config;

    TokenGrants(AccessConfig config) {
        this.config = config;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom()
                .item(identity.getPrincipal() instanceof JsonWebToken token ? with(identity, token) : identity);
    }

    private SecurityIdentity with(SecurityIdentity identity, JsonWebToken token) {
        Optional<TenantId> tenant = Optional.ofNullable(token.<Object>getClaim(config.tenantClaim()))
                .map(Object::toString)
                .map(claim -> claim.replaceAll("^\"|\"$", ""))
                .filter(claim -> !claim.isBlank())
                .map(TenantId::new);
        Instant expires = Instant.ofEpochSecond(token.getExpirationTime());
        return TokenRole.grant(token.getName(), identity.getRoles(), tenant, Optional.of(expires))
                .<SecurityIdentity>map(grant -> QuarkusSecurityIdentity.builder(identity)
                        .addAttribute(GRANT, grant)
                        .build())
                .orElse(identity);
    }
}

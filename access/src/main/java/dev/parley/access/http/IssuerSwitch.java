package dev.parley.access.http;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Where no issuer of tokens is named there is none; Quarkus by itself would not start then. */
public final class IssuerSwitch implements ConfigSourceFactory {
    private static final String ISSUER = "quarkus.oidc.auth-server-url";
    private static final String SWITCH = "quarkus.oidc.tenant-enabled";
    private static final int BELOW_ALL_THAT_IS_SET = 50;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean named = Optional.ofNullable(context.getValue(ISSUER))
                .map(ConfigValue::getValue)
                .filter(url -> !url.isBlank())
                .isPresent();
        return List.of(new PropertiesConfigSource(
                Map.of(SWITCH, String.valueOf(named)), "issuer of tokens", BELOW_ALL_THAT_IS_SET));
    }
}

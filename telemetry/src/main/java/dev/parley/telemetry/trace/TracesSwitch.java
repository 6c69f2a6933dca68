package dev.parley.telemetry.trace;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Where traces are sent, in OpenTelemetry's own words for it; {@link Sampling} says which. */
public final class TracesSwitch implements ConfigSourceFactory {
    static final String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
    static final String SHARE = "OTEL_TRACES_SAMPLER_ARG";

    private static final String PROTOCOL = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private static final int BELOW_ALL_THAT_IS_SET = 50;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Map<String, String> settings = new HashMap<>();
        value(context, ENDPOINT).ifPresent(url -> settings.put("quarkus.otel.exporter.otlp.endpoint", url));
        value(context, PROTOCOL).ifPresent(name -> settings.put("quarkus.otel.exporter.otlp.protocol", name));
        return List.of(new PropertiesConfigSource(settings, "where traces go", BELOW_ALL_THAT_IS_SET));
    }

    private static Optional<String> value(ConfigSourceContext context, String name) {
        return Optional.ofNullable(context.getValue(name))
                .map(ConfigValue::getValue)
                .filter(text -> !text.isBlank());
    }
}

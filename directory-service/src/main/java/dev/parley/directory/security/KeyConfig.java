package dev.parley.directory.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** API keys. */
@ConfigMapping(prefix = "parley.directory.keys")
public interface KeyConfig {
    /** How often it is written down when each key was last used. More often costs writes; less often loses more in a crash. */
    @WithDefault("60s")
    Duration writeUsesEvery();

    /**
     * Keys to make sure of at every start of the demo world, by what they are for: {@code operator}, or the tenant whose
     * administrator's key it is. They may do everything there. None by default; they are secrets.
     */
    Map<String, Optional<String>> demo();
}

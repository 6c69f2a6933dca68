package dev.parley.directory.seed;

import dev.parley.directory.security.DemoKeys;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;

/** Makes the configured world at the start, before anything is published. */
@ApplicationScoped
public class Seeding {
    private static final int BEFORE_PUBLICATION = 2000;

    private final SeedConfig config;
    private final Instance<DemoWorld> demo;
    private final DemoKeys keys;

    Seeding(SeedConfig config, Instance<DemoWorld> demo, DemoKeys keys) {
        this.config = config;
        this.demo = demo;
        this.keys = keys;
    }

    void seed(@Observes @Priority(BEFORE_PUBLICATION) StartupEvent started) {
        switch (config.seed()) {
            case NONE -> {}
            case DEMO -> {
                demo.get().create();
                keys.create();
            }
        }
    }
}

package dev.parley.directory.prompt;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** The prompts that need not be uploaded: where a tenant has none of its own, these are played. */
@ApplicationScoped
class ComesWithParley {
    private static final String LIST = "/prompts/en/prompts.tsv";
    /** What is no speech, and so not in the list. */
    private static final Set<String> SOUNDS = Set.of("enter", "left", "music", "silence");

    private final Set<String> names = new HashSet<>(SOUNDS);

    ComesWithParley() {
        try (InputStream list = ComesWithParley.class.getResourceAsStream(LIST)) {
            if (list == null) {
                throw new IllegalStateException("Expected " + LIST + " on the class path");
            }
            new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> line.split("\t", 2)[0])
                    .forEach(names::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String name) {
        return names.contains(name);
    }
}

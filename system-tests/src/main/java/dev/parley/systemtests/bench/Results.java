package dev.parley.systemtests.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Keeps what was measured, as JSON. */
final class Results {
    private Results() {}

    static Path write(Path folder, String name, Instant began, Object report) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(name + "-" + began.getEpochSecond() + ".json");
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValue(file.toFile(), report);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

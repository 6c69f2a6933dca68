package dev.parley.media.prompt;

import dev.parley.contracts.id.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The prompts of tenants as files: {@code <tenant>/<language>/<name>.wav}. What a process before this one has left there
 * counts for nothing until it is put again. Thread-safe.
 */
public final class PromptFolder implements PromptFiles.OwnPrompts {
    private static final int KEY_PARTS = 3;

    private final Path folder;
    private final String seenAs;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /**
     * @param folder where they are written
     * @param seenAs the same folder as rtpengine finds it
     */
    public PromptFolder(Path folder, String seenAs) {
        this.folder = folder;
        this.seenAs = seenAs;
    }

    /**
     * The tenant has this prompt now. Whoever is being played the one before hears it to its end.
     *
     * @param key {@code tenant/language/name}; false when it could lead elsewhere
     */
    public boolean put(String key, byte[] wav) {
        if (!isPlain(key)) {
            return false;
        }
        Path file = folder.resolve(key + ".wav");
        try {
            Path directory = Files.createDirectories(file.getParent());
            Path whole = Files.createTempFile(directory, ".new", ".wav");
            Files.write(whole, wav);
            whole.toFile().setReadable(true, false);
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        known.add(key);
        return true;
    }

    /** The tenant has this prompt no more. */
    public void remove(String key) {
        if (known.remove(key)) {
            try {
                Files.deleteIfExists(folder.resolve(key + ".wav"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public Optional<String> file(TenantId tenant, String language, String name) {
        String key = tenant + "/" + language + "/" + name;
        return known.contains(key) ? Optional.of(seenAs + "/" + key + ".wav") : Optional.empty();
    }

    private static boolean isPlain(String key) {
        String[] parts = key.split("/", -1);
        return parts.length == KEY_PARTS && Arrays.stream(parts).allMatch(PromptFiles::isPlain);
    }
}

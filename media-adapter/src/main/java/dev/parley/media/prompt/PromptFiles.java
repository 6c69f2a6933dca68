package dev.parley.media.prompt;

import dev.parley.contracts.id.TenantId;
import dev.parley.contracts.media.AudioPlan.Ambience;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where rtpengine finds the files, in its own file system.
 *
 * @param directory of those that come with Parley
 * @param own those that tenants have recorded; one replaces the one of the same name
 */
public record PromptFiles(String directory, OwnPrompts own) {
    /** Prompts are spoken in this language when the wanted one lacks them. */
    public static final String DEFAULT_LANGUAGE = "en";

    /** A name and nothing that could lead out of the directory. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    /** The prompts of tenants. */
    @FunctionalInterface
    public interface OwnPrompts {
        OwnPrompts NONE = (tenant, language, name) -> Optional.empty();

        /** The file, as rtpengine finds it. */
        Optional<String> file(TenantId tenant, String language, String name);
    }

    /** Whether it can name a prompt or a language. */
    static boolean isPlain(String name) {
        return NAME.matcher(name).matches();
    }

    /** Only those that come with Parley. */
    public PromptFiles(String directory) {
        this(directory, OwnPrompts.NONE);
    }

    /**
     * The files in which a prompt may be, best first: the wanted language counts for more than whose it is. Empty when the
     * id or the language is no plain name.
     */
    public Optional<Prompt> prompt(TenantId tenant, String language, String id) {
        if (!isPlain(language) || !isPlain(id)) {
            return Optional.empty();
        }
        List<String> files = Stream.of(language, DEFAULT_LANGUAGE)
                .distinct()
                .flatMap(spoken -> Stream.concat(
                        own.file(tenant, spoken, id).stream(), Stream.of(directory + "/" + spoken + "/" + id + ".wav")))
                .toList();
        return Optional.of(new Prompt(files));
    }

    /** What a room sounds of while nobody speaks; best first. */
    public Prompt ambience(TenantId tenant, Ambience ambience) {
        return switch (ambience) {
            case SILENCE -> new Prompt(List.of(directory + "/" + DEFAULT_LANGUAGE + "/silence.wav"));
            case MUSIC -> prompt(tenant, DEFAULT_LANGUAGE, "music").orElseThrow();
        };
    }

    /** One prompt: the files in which it may be, best first. */
    public record Prompt(List<String> files) {
        public Prompt {
            files = List.copyOf(files);
        }
    }
}

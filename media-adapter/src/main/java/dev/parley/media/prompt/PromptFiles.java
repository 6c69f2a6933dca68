package dev.parley.media.prompt;

import dev.parley.contracts.media.AudioPlan.Ambience;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where rtpengine finds the files, in its own file system. */
public record PromptFiles(String directory) {
    /** Prompts are spoken in this language when the wanted one lacks them. */
    public static final String DEFAULT_LANGUAGE = "en";

    /** A name and nothing that could lead out of the directory. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    /** The file of a prompt; empty when the id or the language is no plain name. */
    public Optional<String> prompt(String language, String id) {
        return NAME.matcher(language).matches() && NAME.matcher(id).matches()
                ? Optional.of(directory + "/" + language + "/" + id + ".wav")
                : Optional.empty();
    }

    /** The same prompt in the default language. */
    public String inDefaultLanguage(String file) {
        return directory + "/" + DEFAULT_LANGUAGE + file.substring(file.lastIndexOf('/'));
    }

    public String ambience(Ambience ambience) {
        return directory + "/" + DEFAULT_LANGUAGE
                + switch (ambience) {
                    case SILENCE -> "/silence.wav";
                    case MUSIC -> "/music.wav";
                };
    }
}

package dev.parley.directory.prompt;

import dev.parley.contracts.id.TenantId;
import java.util.regex.Pattern;

/** Which prompt. */
record PromptId(TenantId tenant, String language, String name) {
    /** A name and nothing that could lead out of a directory. */
    static final String PLAIN = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}";

    private static final Pattern PLAIN_PATTERN = Pattern.compile(PLAIN);

    /** Whether there can be such a prompt at all. */
    boolean isPlain() {
        return PLAIN_PATTERN.matcher(language).matches()
                && PLAIN_PATTERN.matcher(name).matches();
    }

    /** Its key on the topic. */
    String key() {
        return tenant + "/" + language + "/" + name;
    }
}

package dev.parley.access;

import java.util.Locale;

/** Parts of the API that a key can be limited to. */
public enum Area {
    /** Tenants and what is set up for them. */
    DIRECTORY,
    /** Live conferences. */
    CONFERENCES;

    /** As scopes write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}

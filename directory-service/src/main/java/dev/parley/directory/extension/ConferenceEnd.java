package dev.parley.directory.extension;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When a conference is over. */
public enum ConferenceEnd {
    @JsonProperty("last_leaves")
    LAST_LEAVES,
    @JsonProperty("moderator_leaves")
    MODERATOR_LEAVES
}

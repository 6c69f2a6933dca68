package dev.parley.conference.adapter.in.rest;

import io.smallrye.config.ConfigMapping;

/** Where recordings lie. */
@ConfigMapping(prefix = "parley.recordings")
public interface RecordingConfig {
    /**
     * The folder into which media-adapter writes recordings, as this service sees it. To be deleted by the API, what is
     * in it has to be writable for this service.
     */
    String dir();
}

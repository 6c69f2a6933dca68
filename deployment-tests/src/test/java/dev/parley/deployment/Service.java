package dev.parley.deployment;

/** One of our own programs: what the chart calls it, and the folder of its sources. */
enum Service {
    CALL_CONTROL("call-control", "call-control-service"),
    CONFERENCE("conference", "conference-service"),
    DIRECTORY("directory", "directory-service"),
    MEDIA_ADAPTER("media-adapter", "media-adapter");

    private final String component;
    private final String module;

    Service(String component, String module) {
        this.component = component;
        this.module = module;
    }

    String component() {
        return component;
    }

    ServiceSources sources() {
        return new ServiceSources(module);
    }
}

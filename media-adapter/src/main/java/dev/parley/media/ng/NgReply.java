package dev.parley.media.ng;

import dev.parley.media.ng.NgValue.Dictionary;

/** What became of a command. */
public sealed interface NgReply {

    /** rtpengine did it; {@code fields} is its whole reply. */
    record Done(Dictionary fields) implements NgReply {}

    /** rtpengine refused, in its own words. */
    record Refused(String reason) implements NgReply {}

    /** No reply in the time allowed: it may or may not have been done. */
    record Silent() implements NgReply {}

    static NgReply of(Dictionary fields) {
        return switch (fields.text("result").orElse("")) {
            case "ok", "pong" -> new Done(fields);
            default -> new Refused(fields.text("error-reason").orElse("no reason given"));
        };
    }
}

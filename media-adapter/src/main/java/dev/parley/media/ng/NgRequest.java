package dev.parley.media.ng;

import dev.parley.media.ng.NgValue.Dictionary;

/** One ng command with its arguments. */
public record NgRequest(String command, Dictionary arguments) {

    public static NgRequest of(String command) {
        return new NgRequest(command, Dictionary.EMPTY);
    }

    Dictionary encoded() {
        return arguments.with("command", command);
    }

    /** Whether the reply may outgrow a datagram: these describe a whole call, or all that rtpengine has counted. */
    public boolean hasLargeReply() {
        return switch (command) {
            case "query", "list", "delete", "statistics" -> true;
            default -> false;
        };
    }
}

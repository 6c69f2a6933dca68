package dev.parley.telemetry.log;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a log line is about, read from its message: every message that is about something says so as {@code roomId=…},
 * {@code legId=…} and so on.
 */
public final class LogFields {
    public static final String TRACE = "trace_id";
    public static final String SPAN = "span_id";

    private static final String TENANT = "tenant";
    private static final String ROOM = "room";

    /** By the key in the message. */
    private static final Map<String, String> NAMES = Map.of(
            "tenantId", TENANT,
            "roomId", ROOM,
            "legId", "leg",
            "callId", "call_id",
            "sipCallId", "sip_call_id",
            "conferenceId", "conference_id",
            "recordingId", "recording_id",
            "webhookId", "webhook_id");

    private static final Pattern PAIR = Pattern.compile("\\b(" + String.join("|", NAMES.keySet()) + ")=(\\S+)");

    private LogFields() {}

    /** The fields of a message, by name. A room says whose it is. */
    public static Map<String, String> of(String message) {
        Map<String, String> fields = new TreeMap<>();
        Matcher pairs = PAIR.matcher(message);
        while (pairs.find()) {
            Optional.ofNullable(NAMES.get(pairs.group(1))).ifPresent(name -> fields.put(name, pairs.group(2)));
        }
        Optional.ofNullable(fields.get(ROOM))
                .filter(room -> room.indexOf(':') > 0)
                .ifPresent(room -> fields.putIfAbsent(TENANT, room.substring(0, room.indexOf(':'))));
        return fields;
    }
}

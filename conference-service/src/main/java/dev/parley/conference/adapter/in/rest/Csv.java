package dev.parley.conference.adapter.in.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Tables as text (RFC 4180), for whoever opens them in a spreadsheet. */
final class Csv {
    static final String MEDIA_TYPE = "text/csv";
    static final MediaType TYPE = new MediaType("text", "csv", "utf-8");

    private static final String LINE_END = "\r\n";

    private final StringBuilder text = new StringBuilder();

    Csv(String... heading) {
        row((Object[]) heading);
    }

    /** Whether a table is preferred to JSON. */
    static boolean isWanted(HttpHeaders headers) {
        for (MediaType wanted : headers.getAcceptableMediaTypes()) {
            if (wanted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
                return false;
            }
            if (wanted.isCompatible(TYPE)) {
                return true;
            }
        }
        return false;
    }

    Csv row(Object... cells) {
        for (int at = 0; at < cells.length; at++) {
            text.append(at == 0 ? "" : ",").append(quoted(text(cells[at])));
        }
        text.append(LINE_END);
        return this;
    }

    private static String text(Object cell) {
        return switch (cell) {
            case Optional<?> some -> some.map(Object::toString).orElse("");
            case OptionalInt some -> some.isPresent() ? String.valueOf(some.getAsInt()) : "";
            case List<?> many ->
                String.join(" ", many.stream().map(Object::toString).toList());
            default -> cell.toString();
        };
    }

    /** A text that somebody outside has chosen, which no spreadsheet must take for a formula. */
    static String foreign(String text) {
        return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

package dev.parley.media.sdp;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One {@code m=} line and the lines that belong to it, unknown ones included. */
public record MediaLine(String type, int port, String protocol, List<String> formats, List<String> attributes) {

    public MediaLine {
        formats = List.copyOf(formats);
        attributes = List.copyOf(attributes);
    }

    static MediaLine parse(String line, List<String> attributes) throws BadSdp {
        String[] fields = line.substring(2).strip().split(" +", -1);
        if (fields.length < 4) {
            throw new BadSdp("Expected four fields in '" + line + "'");
        }
        String[] ports = fields[1].split("/", 2);
        int port = number(ports[0], line);
        if (port > 65_535) {
            throw new BadSdp("No such port in '" + line + "'");
        }
        return new MediaLine(fields[0], port, fields[2], Arrays.asList(fields).subList(3, fields.length), attributes);
    }

    /** The value of the first attribute of that name, such as {@code 20} of {@code a=ptime:20}. */
    Optional<String> attribute(String name) {
        String start = "a=" + name + ":";
        return attributes.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst();
    }

    /** Refused in an answer: port 0, everything else as it was offered (RFC 3264 §6). */
    String refused() {
        return "m=" + type + " 0 " + protocol + " " + String.join(" ", formats);
    }

    static int number(String digits, String where) throws BadSdp {
        try {
            int number = Integer.parseInt(digits);
            if (number < 0) {
                throw new BadSdp("Negative number in '" + where + "'");
            }
            return number;
        } catch (NumberFormatException e) {
            throw new BadSdp("Expected a number in '" + where + "'");
        }
    }
}

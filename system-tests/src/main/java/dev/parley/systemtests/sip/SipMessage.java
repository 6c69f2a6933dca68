package dev.parley.systemtests.sip;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request or response, as text in order of appearance; nothing is checked, so that a test can send nonsense too.
 *
 * @param start request line or status line
 */
public record SipMessage(String start, List<Header> headers, String body) {
    private static final String VERSION = "SIP/2.0";
    private static final Map<String, String> LONG_NAMES = Map.of(
            "v",
            "Via",
            "f",
            "From",
            "t",
            "To",
            "i",
            "Call-ID",
            "m",
            "Contact",
            "c",
            "Content-Type",
            "l",
            "Content-Length",
            "k",
            "Supported");

    /** One header line. */
    public record Header(String name, String value) {
        boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    public SipMessage {
        headers = List.copyOf(headers);
    }

    public static SipMessage request(String method, String uri) {
        return new SipMessage(method + " " + uri + " " + VERSION, List.of(), "");
    }

    /** An answer with what RFC 3261 §8.2.6 copies from the request; the To tag is the caller's business. */
    public static SipMessage response(SipMessage request, int status, String reason) {
        SipMessage response = new SipMessage(VERSION + " " + status + " " + reason, List.of(), "");
        for (String copied : List.of("Via", "Record-Route", "From", "To", "Call-ID", "CSeq")) {
            for (String value : request.all(copied)) {
                response = response.with(copied, value);
            }
        }
        return response;
    }

    /** Reads one message; empty when it is none (a keep-alive, garbage). */
    public static Optional<SipMessage> parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return Optional.empty();
        }
        List<String> lines = text.substring(0, end).lines().toList();
        if (lines.isEmpty() || !lines.getFirst().contains(VERSION)) {
            return Optional.empty();
        }
        List<Header> headers = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).strip();
                headers.add(new Header(
                        LONG_NAMES.getOrDefault(name.toLowerCase(Locale.ROOT), name),
                        line.substring(colon + 1).strip()));
            }
        }
        return Optional.of(new SipMessage(lines.getFirst(), headers, text.substring(end + 4)));
    }

    public byte[] bytes() {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        String lines = headers.stream()
                .filter(header -> !header.is("Content-Length"))
                .map(header -> header.name + ": " + header.value + "\r\n")
                .collect(joining());
        return (start + "\r\n" + lines + "Content-Length: " + length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    public boolean isRequest() {
        return !start.startsWith(VERSION);
    }

    /** The method of a request, or of the request that this answers. */
    public String method() {
        return isRequest() ? word(start, 0) : word(require("CSeq"), 1);
    }

    public String requestUri() {
        return word(start, 1);
    }

    public int status() {
        return Integer.parseInt(word(start, 1));
    }

    public long cseq() {
        return Long.parseLong(word(require("CSeq"), 0));
    }

    public String callId() {
        return require("Call-ID");
    }

    public String branch() {
        return first("Via").flatMap(via -> parameter(via, "branch")).orElse("");
    }

    public Optional<String> first(String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(Header::value)
                .findFirst();
    }

    public String require(String name) {
        return first(name).orElseThrow(() -> new IllegalArgumentException("No " + name + " in: " + start));
    }

    /** All values of a header, also when several stand on one line. */
    public List<String> all(String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .flatMap(header -> split(header.value).stream())
                .toList();
    }

    public SipMessage with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new SipMessage(start, more, body);
    }

    /** Puts a header on top of all others. */
    public SipMessage topped(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.addFirst(new Header(name, value));
        return new SipMessage(start, more, body);
    }

    public SipMessage without(String name) {
        return new SipMessage(
                start, headers.stream().filter(header -> !header.is(name)).toList(), body);
    }

    public SipMessage replacing(String name, String value) {
        return without(name).with(name, value);
    }

    public SipMessage carrying(String contentType, String content) {
        return new SipMessage(start, replacing("Content-Type", contentType).headers, content);
    }

    /** The value of {@code ;name=value} behind an address. */
    public static Optional<String> parameter(String value, String name) {
        int from = value.indexOf('>');
        for (String part : value.substring(Math.max(from, 0)).split(";", -1)) {
            String[] pair = part.strip().split("=", 2);
            if (pair[0].equalsIgnoreCase(name)) {
                return Optional.of(pair.length == 2 ? pair[1] : "");
            }
        }
        return Optional.empty();
    }

    /** The bare URI of {@code "Name" <uri>;parameters}. */
    public static String uri(String address) {
        int open = address.indexOf('<');
        return open < 0 ? address.split(";", 2)[0].strip() : address.substring(open + 1, address.indexOf('>', open));
    }

    private static String word(String line, int index) {
        String[] words = line.split(" ", 3);
        return words.length > index ? words[index] : "";
    }

    private static List<String> split(String value) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            switch (value.charAt(i)) {
                case '"' -> quoted = !quoted;
                case '<' -> depth++;
                case '>' -> depth--;
                case ',' -> {
                    if (!quoted && depth == 0) {
                        parts.add(value.substring(from, i).strip());
                        from = i + 1;
                    }
                }
                default -> {}
            }
        }
        parts.add(value.substring(from).strip());
        return parts;
    }

    @Override
    public String toString() {
        return start;
    }
}

package dev.parley.systemtests.torture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Changes a message at one to three places, at random: bytes, header lines, values, numbers, line ends, the body. The same
 * seed makes the same of the same message. Text is ISO 8859-1 here, so that characters are bytes.
 */
final class Mutator {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final String LINE = "\r\n";
    private static final String END = "\r\n\r\n";
    private static final int LONG = 3_000;

    private static final List<String> ODDITIES = List.of(
            "\"",
            "\\",
            "<",
            ">",
            ";",
            ",",
            ":",
            "@",
            "=",
            "?",
            "%",
            "%00",
            "%2A",
            "%zz",
            " ",
            "\t",
            "\0",
            "\u0007",
            "\u00e4",
            "\u00c3\u00a4",
            "\u00ff",
            "\r",
            "\n",
            LINE,
            LINE + " ",
            END,
            "\"\"",
            "<>",
            ";;",
            ";x=\"y\"",
            ";tag=",
            "sip:",
            "tel:+1",
            "*",
            "[::1]",
            "-1",
            "\"Sam\\ \"",
            "SIP/2.0",
            "(comment)",
            "\u0130");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1",
            "007",
            "65536",
            "2147483647",
            "2147483648",
            "4294967295",
            "4294967296",
            "99999999999999999999",
            "");
    private static final List<String> METHODS = List.of(
            "invite",
            "Invite",
            "OPTIONS",
            "CANCEL",
            "UPDATE",
            "INFO",
            "PRACK",
            "REFER",
            "NOTIFY",
            "SUBSCRIBE",
            "MESSAGE",
            "X",
            "BYE");
    private static final Map<String, String> COMPACT = Map.of(
            "via",
            "v",
            "from",
            "f",
            "to",
            "t",
            "call-id",
            "i",
            "contact",
            "m",
            "content-type",
            "c",
            "content-length",
            "l",
            "supported",
            "k");

    private final Random random;

    Mutator(long seed) {
        random = new Random(seed);
    }

    byte[] mutate(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        for (int places = 1 + random.nextInt(3); places > 0; places--) {
            text = random.nextInt(3) == 0 ? bytes(text) : lines(text);
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String bytes(String text) {
        int at = random.nextInt(Math.max(1, text.length()));
        int to = Math.min(text.length(), at + 1 + random.nextInt(20));
        return switch (random.nextInt(7)) {
            case 0 ->
                text.substring(0, at) + (char) random.nextInt(256) + text.substring(Math.min(text.length(), at + 1));
            case 1 -> text.substring(0, at) + text.substring(to);
            case 2 -> text.substring(0, to) + text.substring(at);
            case 3 -> text.substring(0, at) + oneOf(ODDITIES) + text.substring(at);
            case 4 -> text.substring(0, at);
            case 5 -> text + oneOf(ODDITIES) + text.substring(at, to);
            default -> number(text);
        };
    }

    private String lines(String text) {
        int head = text.indexOf(END);
        if (head < 0) {
            return bytes(text);
        }
        List<String> lines = new ArrayList<>(List.of(text.substring(0, head).split(LINE, -1)));
        String body = text.substring(head + END.length());
        if (lines.size() < 2 || random.nextInt(12) == 0) {
            return String.join(LINE, startLine(lines)) + END + body;
        }
        int at = 1 + random.nextInt(lines.size() - 1);
        String line = lines.get(at);
        switch (random.nextInt(14)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(1 + random.nextInt(lines.size() - 1), line);
            case 2 -> lines.set(at, compacted(line));
            case 3 -> lines.set(at, cased(line));
            case 4 -> lines.set(at, folded(line));
            case 5 -> lines.set(at, line.substring(0, line.indexOf(':') + 1));
            case 6 -> lines.set(at, line + oneOf(ODDITIES));
            case 7 -> lines.set(at, number(line));
            case 8 -> lines.set(at, inserted(line));
            case 9 -> lines.set(at, line + ";x=" + "a".repeat(random.nextInt(LONG)));
            case 10 -> lines.add(at, "X-" + "Y".repeat(1 + random.nextInt(200)) + ": " + oneOf(ODDITIES));
            case 11 -> lines.set(at, line.replaceFirst(":", " : "));
            case 12 -> lines.set(at, line + ", " + line.substring(line.indexOf(':') + 1));
            default -> body = random.nextBoolean() ? bytes(body + " ") : body + "a=x" + LINE.repeat(random.nextInt(3));
        }
        String end = random.nextInt(25) == 0 ? "\n" : LINE;
        return String.join(end, lines) + end + end + body;
    }

    private List<String> startLine(List<String> lines) {
        String start = lines.getFirst();
        lines.set(
                0,
                switch (random.nextInt(6)) {
                    case 0 -> start.replaceFirst("^\\S+", oneOf(METHODS));
                    case 1 -> start.replaceFirst(" ", "  ");
                    case 2 ->
                        start.replace("SIP/2.0", oneOf(List.of("SIP/7.0", "sip/2.0", "SIP/2", "HTTP/1.1", "SIP/2.0 ")));
                    case 3 -> number(start);
                    case 4 ->
                        start.replaceFirst("@", oneOf(List.of(";npdi@", "%2A@", "%00@", "@@", ":pw@", "?X=y@", "")));
                    default -> inserted(start);
                });
        return lines;
    }

    private String inserted(String text) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + oneOf(ODDITIES) + text.substring(at);
    }

    private String number(String text) {
        List<MatchResult> numbers = NUMBER.matcher(text).results().toList();
        if (numbers.isEmpty()) {
            return inserted(text);
        }
        MatchResult one = oneOf(numbers);
        return text.substring(0, one.start()) + oneOf(NUMBERS) + text.substring(one.end());
    }

    private static String compacted(String line) {
        String name = line.split(":", 2)[0];
        return COMPACT.getOrDefault(name.toLowerCase(Locale.ROOT), name) + line.substring(name.length());
    }

    private String cased(String line) {
        String name = line.split(":", 2)[0];
        return (random.nextBoolean() ? name.toLowerCase(Locale.ROOT) : name.toUpperCase(Locale.ROOT))
                + line.substring(name.length());
    }

    private String folded(String line) {
        int space = line.indexOf(' ', random.nextInt(line.length() + 1));
        int at = space < 0 ? line.indexOf(':') + 1 : space;
        return line.substring(0, at) + LINE + " " + line.substring(at);
    }

    private <T> T oneOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}

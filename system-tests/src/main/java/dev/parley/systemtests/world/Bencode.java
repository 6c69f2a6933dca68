package dev.parley.systemtests.world;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What rtpengine says: dictionaries ({@link Map}), lists, numbers ({@link Long}) and texts, read from a stream. */
final class Bencode {
    private static final int END = 'e';

    private final InputStream in;

    private Bencode(InputStream in) {
        this.in = in;
    }

    /** Reads one value and nothing behind it. */
    static Object read(InputStream in) throws IOException {
        Bencode reader = new Bencode(in);
        return reader.value(reader.octet());
    }

    /** The dictionary of that name; an empty one where there is none. */
    static Map<?, ?> dictionary(Object value, String name) {
        return value instanceof Map<?, ?> map && map.get(name) instanceof Map<?, ?> found ? found : Map.of();
    }

    static List<?> list(Object value, String name) {
        return value instanceof Map<?, ?> map && map.get(name) instanceof List<?> found ? found : List.of();
    }

    private Object value(int first) throws IOException {
        return switch (first) {
            case 'd' -> dictionary();
            case 'l' -> list();
            case 'i' -> Long.valueOf(digits("", END));
            default -> text(first);
        };
    }

    private Map<String, Object> dictionary() throws IOException {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (int octet = octet(); octet != END; octet = octet()) {
            String name = text(octet);
            entries.put(name, value(octet()));
        }
        return entries;
    }

    private List<Object> list() throws IOException {
        List<Object> items = new ArrayList<>();
        for (int octet = octet(); octet != END; octet = octet()) {
            items.add(value(octet));
        }
        return items;
    }

    private String text(int firstDigit) throws IOException {
        int length = Integer.parseInt(digits(Character.toString(firstDigit), ':'));
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private String digits(String begun, int end) throws IOException {
        StringBuilder digits = new StringBuilder(begun);
        for (int octet = octet(); octet != end; octet = octet()) {
            digits.append((char) octet);
        }
        return digits.toString();
    }

    private int octet() throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw new EOFException("The reply ends early");
        }
        return octet;
    }
}

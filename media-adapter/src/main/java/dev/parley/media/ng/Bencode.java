package dev.parley.media.ng;

import dev.parley.media.ng.NgValue.Dictionary;
import dev.parley.media.ng.NgValue.Sequence;
import dev.parley.media.ng.NgValue.Text;
import dev.parley.media.ng.NgValue.Whole;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Bencode as rtpengine speaks it: byte strings (UTF-8 here), integers, lists, dictionaries. */
public final class Bencode {

    /** Deeper than any reply of rtpengine; a deeper one is garbage and must not exhaust the stack. */
    private static final int DEEPEST = 64;

    private Bencode() {}

    public static byte[] encode(NgValue value) {
        var out = new ByteArrayOutputStream(512);
        write(value, out);
        return out.toByteArray();
    }

    /** Reads one value that fills the bytes from {@code offset} to the end. */
    public static NgValue decode(byte[] bytes, int offset) throws BencodeException {
        var reader = new Reader(bytes, offset, bytes.length);
        NgValue value = reader.value(0);
        if (reader.position != bytes.length) {
            throw new BencodeException("Expected the end at byte " + reader.position);
        }
        return value;
    }

    private static void write(NgValue value, ByteArrayOutputStream out) {
        switch (value) {
            case Text(String text) -> writeText(text, out);
            case Whole(long number) -> out.writeBytes(("i" + number + "e").getBytes(StandardCharsets.US_ASCII));
            case Sequence(List<NgValue> items) -> {
                out.write('l');
                items.forEach(item -> write(item, out));
                out.write('e');
            }
            case Dictionary(Map<String, NgValue> entries) -> {
                out.write('d');
                entries.forEach((key, item) -> {
                    writeText(key, out);
                    write(item, out);
                });
                out.write('e');
            }
        }
    }

    private static void writeText(String text, ByteArrayOutputStream out) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeBytes((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(bytes);
    }

    /** The bytes are not bencode. */
    public static final class BencodeException extends Exception {
        private static final long serialVersionUID = 1L;

        BencodeException(String message) {
            super(message);
        }
    }

    private static final class Reader {
        private final byte[] bytes;
        private final int end;
        private int position;

        Reader(byte[] bytes, int offset, int end) {
            this.bytes = bytes;
            this.position = offset;
            this.end = end;
        }

        NgValue value(int depth) throws BencodeException {
            if (depth > DEEPEST) {
                throw new BencodeException("Nested deeper than " + DEEPEST);
            }
            return switch (peek()) {
                case 'i' -> {
                    position++;
                    yield new Whole(number('e'));
                }
                case 'l' -> sequence(depth);
                case 'd' -> dictionary(depth);
                default -> new Text(text());
            };
        }

        private Sequence sequence(int depth) throws BencodeException {
            position++;
            var items = new ArrayList<NgValue>();
            while (peek() != 'e') {
                items.add(value(depth + 1));
            }
            position++;
            return new Sequence(items);
        }

        private Dictionary dictionary(int depth) throws BencodeException {
            position++;
            var entries = new TreeMap<String, NgValue>();
            while (peek() != 'e') {
                String key = text();
                entries.put(key, value(depth + 1));
            }
            position++;
            return new Dictionary(entries);
        }

        private String text() throws BencodeException {
            long length = number(':');
            if (length < 0 || length > end - position) {
                throw new BencodeException("A string of " + length + " bytes does not fit at byte " + position);
            }
            var text = new String(bytes, position, (int) length, StandardCharsets.UTF_8);
            position += (int) length;
            return text;
        }

        private long number(char terminator) throws BencodeException {
            int start = position;
            while (peek() != terminator) {
                position++;
            }
            var digits = new String(bytes, start, position - start, StandardCharsets.US_ASCII);
            position++;
            try {
                return Long.parseLong(digits);
            } catch (NumberFormatException e) {
                throw new BencodeException("Not a number at byte " + start);
            }
        }

        private byte peek() throws BencodeException {
            if (position >= end) {
                throw new BencodeException("Ends early at byte " + position);
            }
            return bytes[position];
        }
    }
}

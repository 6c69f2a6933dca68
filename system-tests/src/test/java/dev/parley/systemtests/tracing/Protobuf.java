package dev.parley.systemtests.tracing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The fields of a message in protobuf's wire format, in the order in which they were written. */
record Protobuf(List<Field> fields) {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED32 = 5;

    /** Either a number or bytes, by its kind. */
    record Field(int number, long value, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    static Protobuf parse(byte[] message) {
        ByteBuffer buffer = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        List<Field> fields = new ArrayList<>();
        while (buffer.hasRemaining()) {
            long key = varint(buffer);
            int number = (int) (key >>> 3);
            fields.add(
                    switch ((int) (key & 7)) {
                        case VARINT -> new Field(number, varint(buffer), new byte[0]);
                        case FIXED64 -> new Field(number, buffer.getLong(), new byte[0]);
                        case FIXED32 -> new Field(number, buffer.getInt(), new byte[0]);
                        case BYTES -> {
                            byte[] bytes = new byte[(int) varint(buffer)];
                            buffer.get(bytes);
                            yield new Field(number, 0, bytes);
                        }
                        default -> throw new IllegalArgumentException("No such wire type: " + (key & 7));
                    });
        }
        return new Protobuf(fields);
    }

    private static long varint(ByteBuffer buffer) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = buffer.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    Stream<Field> all(int number) {
        return fields.stream().filter(field -> field.number == number);
    }

    Stream<Protobuf> messages(int number) {
        return all(number).map(field -> parse(field.bytes));
    }

    Field one(int number) {
        return all(number).findFirst().orElse(new Field(number, 0, new byte[0]));
    }
}

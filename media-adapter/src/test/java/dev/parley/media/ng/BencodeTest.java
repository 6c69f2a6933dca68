package dev.parley.media.ng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.media.ng.Bencode.BencodeException;
import dev.parley.media.ng.NgValue.Dictionary;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BencodeTest {

    @Test
    void writesKeysInOrderAndLengthsInBytes() {
        var value = Dictionary.EMPTY
                .with("to-tag", "ä")
                .with("command", "connect")
                .with("flags", List.of("directional"))
                .with("repeat-times", -3);

        assertThat(new String(Bencode.encode(value), StandardCharsets.UTF_8))
                .isEqualTo("d7:command7:connect5:flagsl11:directionale12:repeat-timesi-3e6:to-tag2:äe");
    }

    @RepeatedTest(200)
    void whatIsWrittenIsRead(RepetitionInfo repetition) throws BencodeException {
        NgValue value = random(new Random(repetition.getCurrentRepetition()), 4);

        assertThat(Bencode.decode(Bencode.encode(value), 0)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "d", "i12", "ixe", "5:abc", "-1:", "l1:ae1:b", "d1:a", "99999999999:a", "di1ei2ee"})
    void garbageIsRefused(String garbage) {
        assertThatThrownBy(() -> Bencode.decode(garbage.getBytes(StandardCharsets.UTF_8), 0))
                .isInstanceOf(BencodeException.class);
    }

    @Test
    void endlessNestingIsRefused() {
        assertThatThrownBy(() -> Bencode.decode("l".repeat(100_000).getBytes(StandardCharsets.UTF_8), 0))
                .isInstanceOf(BencodeException.class);
    }

    private static NgValue random(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 4 : 2)) {
            case 0 -> new NgValue.Text("x".repeat(random.nextInt(30)) + (char) (random.nextInt(500) + 32));
            case 1 -> new NgValue.Whole(random.nextLong());
            case 2 ->
                new NgValue.Sequence(random.ints(random.nextInt(4))
                        .mapToObj(i -> random(random, depth - 1))
                        .toList());
            default -> {
                Map<String, NgValue> entries = new TreeMap<>();
                random.ints(random.nextInt(4)).forEach(i -> entries.put("k" + i, random(random, depth - 1)));
                yield new Dictionary(entries);
            }
        };
    }
}

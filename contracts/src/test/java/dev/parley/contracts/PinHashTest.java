package dev.parley.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.directory.PinHash;
import dev.parley.contracts.id.RoomId;
import org.junit.jupiter.api.Test;

class PinHashTest {
    private static final RoomId ROOM = new RoomId("demo:901");
    private final PinHash hash = new PinHash("000102030405060708090a0b0c0d0e0f");

    @Test
    void thePinMatchesItsOwnHashAndNoOtherDoes() {
        String written = hash.of(ROOM, "1234");

        assertThat(hash.matches(ROOM, "1234", written)).isTrue();
        assertThat(hash.matches(ROOM, "1235", written)).isFalse();
        assertThat(hash.matches(ROOM, "", written)).isFalse();
    }

    @Test
    void theSamePinLooksDifferentInEveryRoomAndUnderEveryKey() {
        assertThat(hash.of(new RoomId("acme:901"), "1234")).isNotEqualTo(hash.of(ROOM, "1234"));
        assertThat(new PinHash("ff0102030405060708090a0b0c0d0e0f").of(ROOM, "1234"))
                .isNotEqualTo(hash.of(ROOM, "1234"));
    }

    @Test
    void theHashIsTheSameForEver() {
        // HMAC-SHA-256 of "demo:901|1234", worked out with another implementation.
        assertThat(hash.of(ROOM, "1234")).isEqualTo("d0880487abdee48f04b5c4f88f6ecea47bc94d1c58ac16aab85b7b7447cce47c");
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> new PinHash("0001")).hasMessageContaining("16 bytes");
    }
}

package dev.parley.contracts.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DigitSealTest {
    private static final String KEY = "000102030405060708090a0b0c0d0e0f";
    private final DigitSeal seal = new DigitSeal(KEY);

    @Test
    @DisplayName("R3 what was sealed for a leg opens for it")
    void opens() {
        assertThat(seal.open("leg-1", seal.seal("leg-1", "7"))).isEqualTo("7");
        assertThat(new DigitSeal(KEY).open("leg-1", seal.seal("leg-1", "1234#")))
                .isEqualTo("1234#");
    }

    @Test
    @DisplayName("R3 the same digit never looks the same twice, so that digits cannot be told apart by comparing")
    void looksDifferentEachTime() {
        assertThat(seal.seal("leg-1", "7"))
                .isNotEqualTo(seal.seal("leg-1", "7"))
                .hasSameSizeAs(seal.seal("x", "*"));
    }

    @Test
    void opensForNobodyElse() {
        String sealed = seal.seal("leg-1", "7");
        assertThatThrownBy(() -> seal.open("leg-2", sealed)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new DigitSeal("ff" + KEY.substring(2)).open("leg-1", sealed))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNotSealedDoesNotOpen() {
        assertThatThrownBy(() -> seal.open("leg-1", "7")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> seal.open("leg-1", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> seal.open("leg-1", "####")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyHasTheLengthThatAesNeeds() {
        assertThatThrownBy(() -> new DigitSeal("00112233"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has 4");
    }
}

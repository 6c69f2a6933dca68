package dev.parley.directory.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuessingPinsTest {
    @ParameterizedTest
    @CsvSource({
        "123, fewer than the 4 digits",
        "1111, one digit repeated",
        "000000, one digit repeated",
        "1234, run of digits",
        "4321, run of digits",
        "7890, run of digits",
        "3210, run of digits",
        "98765432, run of digits",
        "9100, own number"
    })
    void easyOnesAreRefused(String pin, String why) {
        assertThat(PinRules.DEFAULT.check("/pin", pin, "9100")).anySatisfy(violation -> {
            assertThat(violation.pointer()).isEqualTo("/pin");
            assertThat(violation.code()).isEqualTo("weak_pin");
            assertThat(violation.detail()).contains(why).doesNotContain("'" + pin + "'");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2580", "1357", "112233", "1243", "9101"})
    void othersAreTaken(String pin) {
        assertThat(PinRules.DEFAULT.check("/pin", pin, "9100")).isEmpty();
    }

    @Test
    void whatIsWrongIsToldAtOnce() {
        assertThat(PinRules.DEFAULT.check("/pin", "11", "11")).hasSize(3);
    }

    @Test
    void aTenantMayTakeAnything() {
        assertThat(PinRules.NONE.check("/pin", "1", "1")).isEmpty();
    }

    @Test
    void eachRuleCanBeSwitchedOffByItself() {
        assertThat(new PinRules(4, false, true, true).check("/pin", "1111", "1"))
                .isEmpty();
        assertThat(new PinRules(4, true, false, true).check("/pin", "1234", "1"))
                .isEmpty();
        assertThat(new PinRules(4, true, true, false).check("/pin", "9100", "9100"))
                .isEmpty();
        assertThat(new PinRules(2, true, true, true).check("/pin", "13", "1")).isEmpty();
    }
}

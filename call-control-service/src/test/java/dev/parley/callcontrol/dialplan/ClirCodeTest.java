package dev.parley.callcontrol.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClirCodeTest {
    @ParameterizedTest
    @ValueSource(strings = {"*31*+4930123", "#31#+4930123", "*31#+4930123"})
    void codesOfFixedAndOfMobileNetworksWithhold(String dialled) {
        assertThat(ClirCode.read(dialled)).isEqualTo(new ClirCode(Optional.of(true), "+4930123"));
    }

    @Test
    void codeOfPresentationShows() {
        assertThat(ClirCode.read("*30*802")).isEqualTo(new ClirCode(Optional.of(false), "802"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"802", "*8802", "*31", "31*802", "+4930123", "", "*310*802"})
    void anythingElseIsTheNumberItself(String dialled) {
        assertThat(ClirCode.read(dialled)).isEqualTo(new ClirCode(Optional.empty(), dialled));
    }
}

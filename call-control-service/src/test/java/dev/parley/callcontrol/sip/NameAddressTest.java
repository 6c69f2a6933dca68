package dev.parley.callcontrol.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a<b> \\\"c\\\" \\\\\" <sip:801@demo.parley.test>;tag=1",
                "\"Sam\\ \" <sip:801@demo.parley.test>;tag=1",
                "\"a;tag=2\" <sip:801@demo.parley.test>;tag=1",
                "\"Jürgen, der <Große>\" <sip:801@demo.parley.test> ; tag = 1 ; x=\"y\"",
                "Sam Smith <sip:801@demo.parley.test>;tag=1",
                "sip:801@demo.parley.test;tag=1"
            })
    void namesMayHoldAnything(String value) {
        NameAddress read = NameAddress.parse(value);

        assertThat(read.uri()).isEqualTo("sip:801@demo.parley.test");
        assertThat(read.tag()).isEqualTo("1");
        assertThat(NameAddress.parse(read.address() + ";tag=1")).isEqualTo(read);
    }

    @Test
    void nameIsWithoutQuotesAndEscapes() {
        assertThat(NameAddress.parse("\"a<b> \\\"c\\\" \\\\\" <sip:801@d>").display())
                .contains("a<b> \"c\" \\");
    }

    @Test
    void whatBreaksTheGrammarHasNoUri() {
        assertThat(NameAddress.parse("\"Ada <sip:801@d>").uri()).isEmpty();
        assertThat(NameAddress.parse("").uri()).isEmpty();
    }
}

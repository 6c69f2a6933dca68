package dev.parley.callcontrol.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was dialled, however it is written. */
class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "sip:910@demo.parley.test, 910",
        "sip:910@demo.parley.test:5060;transport=tcp, 910",
        "sip:%2A8801@demo.parley.test, *8801",
        "sip:*8801@demo.parley.test, *8801",
        "sip:%2B4930123@demo.parley.test, +4930123",
        "sip:%2331%23030123@demo.parley.test, #31#030123",
        "sip:+4930123;npdi;rn=+493099@demo.parley.test;user=phone, +4930123",
        "sip:+4930123;npdi@demo.parley.test, +4930123",
        "sip:+4930123;isub=1411@demo.parley.test, +4930123",
        "sip:+4930123;cpc=ordinary@demo.parley.test, +4930123",
        "sip:030123;phone-context=+49@demo.parley.test;user=phone, 030123",
        "sip:+49-30-(12)3.4@demo.parley.test;user=phone, +49301234",
        "sip:ada:secret@demo.parley.test, ada",
        "sip:ada.love-lace@demo.parley.test, ada.love-lace",
        "sips:910@demo.parley.test, 910",
        "tel:+49-30-(12)3.4, +49301234",
        "tel:+4930123;isub=1411;cpc=ordinary, +4930123",
        "tel:910;phone-context=demo.parley.test, 910"
    })
    void isRead(String uri, String number) {
        assertThat(NameAddress.user(uri)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sip:demo.parley.test",
                "mailto:ada@demo.parley.test",
                "sip:",
                "910",
                "",
                "sip:9%1@x",
                "sip:9%0D%0AX-Parley-Key:%20k@x",
                "sip:9%40evil.test@x",
                "sip:9%3E;tag=1@x",
                "sip:9%20SIP@x",
                "sip:9%00@x"
            })
    void isNone(String uri) {
        assertThat(NameAddress.user(uri)).isEmpty();
    }

    @Test
    void userOfADomainIsToldFromOthers() {
        assertThat(NameAddress.userAt("sip:802@Demo.parley.test:5060;x", "demo.parley.test"))
                .contains("802");
        assertThat(NameAddress.userAt("sip:802@other.test", "demo.parley.test")).isEmpty();
        assertThat(NameAddress.userAt("802", "demo.parley.test")).isEmpty();
    }
}

package dev.parley.callcontrol.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.directory.NumberFormat;
import dev.parley.contracts.directory.NumberFormat.Style;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrunkNumbersTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            # dialled,      with plus,     without,       national
            +4930123456,    +4930123456,   4930123456,    030123456
            004930123456,   +4930123456,   4930123456,    030123456
            030123456,      +4930123456,   4930123456,    030123456
            +33140000000,   +33140000000,  33140000000,   0033140000000
            +493,           +493,          493,           03
            110,            110,           110,           110
            801,            801,           801,           801
            0,              0,             0,             0
            """)
    void numberIsWrittenAsTheProviderWritesIt(String number, String e164, String withoutPlus, String national) {
        assertThat(german(Style.E164).write(number)).isEqualTo(e164);
        assertThat(german(Style.E164_WITHOUT_PLUS).write(number)).isEqualTo(withoutPlus);
        assertThat(german(Style.NATIONAL).write(number)).isEqualTo(national);
    }

    @ParameterizedTest
    @CsvSource({"+12125550100, 12125550100", "+442071234567, 011442071234567"})
    void prefixesAreThoseOfTheCountry(String number, String written) {
        NumberFormat american = new NumberFormat(Style.NATIONAL, Optional.of("1"), "1", "011");

        assertThat(new TrunkNumbers(american).write(number)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"+4930123456, +4930123456", "07123, 07123", "004930123456, +4930123456"})
    void withoutACountryOnlyTheInternationalPrefixIsKnown(String number, String written) {
        assertThat(new TrunkNumbers(NumberFormat.DEFAULT).write(number)).isEqualTo(written);
    }

    private static TrunkNumbers german(Style style) {
        return new TrunkNumbers(new NumberFormat(style, Optional.of("49"), "0", "00"));
    }
}

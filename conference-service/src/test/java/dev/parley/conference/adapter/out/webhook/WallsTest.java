package dev.parley.conference.adapter.out.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WallsTest {
    private final Walls strict = new Walls(false, false);
    private final Walls open = new Walls(true, true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/hook",
                "https://localhost/hook",
                "https://[::1]/hook",
                "https://0.0.0.0/",
                "https://10.1.2.3/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://[fd00::1]/",
                "https://[fe80::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "https://2130706433/",
                "http://192.0.2.1/hook",
                "ftp://192.0.2.1/hook",
                "https://anna:secret@192.0.2.1/",
                "https://192.0.2.1/#part",
                "https:///hook",
                "hook",
                "https://192.0.2.1:0/"
            })
    void nothingWithinTheWallsAndNothingElseThanHttps(String url) {
        assertThat(strict.objection(url)).as(url).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://203.0.113.7/hook?x=1", "https://[2001:db8::1]:8443/", "https://nobody.invalid/"})
    void whatIsOnTheInternetMayBe(String url) {
        assertThat(strict.objection(url)).as(url).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:18400/hook", "https://localhost/"})
    void whereItIsConfiguredAnythingMayBe(String url) {
        assertThat(open.objection(url)).as(url).isEmpty();
        assertThat(new Walls(true, false).objection("http://203.0.113.7/")).isEmpty();
    }
}

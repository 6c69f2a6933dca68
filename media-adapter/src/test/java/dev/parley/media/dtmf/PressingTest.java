package dev.parley.media.dtmf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PressingTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 0", "9, 9", "10, *", "11, #", "12, A", "15, D"})
    void everyKeyHasItsName(int event, String digit) {
        assertThat(KeyReport.of(report(event)))
                .contains(new KeyReport(new RoomId("demo:910"), new LegId("leg"), digit, Duration.ofMillis(80)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "[]",
                "{\"type\":\"DTMF\"}",
                "{\"callid\":\"demo:910\",\"source_tag\":\"leg\",\"type\":\"DTMF\",\"event\":16}",
                "{\"callid\":\"demo:910\",\"source_tag\":\"leg~out\",\"type\":\"DTMF\",\"event\":1}",
                "{\"callid\":\"other\",\"source_tag\":\"leg\",\"type\":\"DTMF\",\"event\":1}"
            })
    void whatIsNoKeyOfOursIsIgnored(String datagram) {
        assertThat(KeyReport.of(datagram.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void theSameReportTwiceIsOnePressAndALaterOneAnother() {
        var once = new OncePerKey();
        KeyReport key = KeyReport.of(report(5)).orElseThrow();

        assertThat(once.isNew(key, NOON)).isTrue();
        assertThat(once.isNew(key, NOON.plusMillis(5))).isFalse();
        assertThat(once.isNew(key, NOON.plusMillis(150))).isTrue();
        assertThat(once.isNew(KeyReport.of(report(6)).orElseThrow(), NOON.plusMillis(151)))
                .isTrue();
    }

    private static byte[] report(int event) {
        return ("{\"callid\":\"demo:910\",\"source_tag\":\"leg\",\"tags\":[\"leg\"],\"type\":\"DTMF\",\"timestamp\":1,"
                        + "\"source_ip\":\"127.0.0.1\",\"event\":" + event + ",\"duration\":80,\"volume\":10}")
                .getBytes(StandardCharsets.UTF_8);
    }
}

package dev.parley.access.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InternalAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "2130706433",
                "0x7f000001",
                "0x7F.1",
                "0177.0.0.1",
                "017700000001",
                "127.1",
                "10.65535",
                "0",
                "[::]",
                "[::1]",
                "[fe80::1]",
                "[fec0::1]",
                "[fd00::1]",
                "[fc00::1]",
                "[ff02::1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:a00:1]",
                "[::127.0.0.1]",
                "[::a00:1]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b:1::cb00:7107]",
                "[2002:7f00:1::]",
                "fd00::1"
            })
    void anInsideAddressIsKnownInAnyNotation(String host) {
        assertThat(InternalAddress.isInternalHost(host)).as(host).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "localhost.",
                "a.localhost",
                "kafka",
                "parley-postgres",
                "printer.local",
                "db.internal",
                "metadata.google.internal",
                "parley-directory.parley.svc",
                "kafka.parley.svc.cluster.local",
                "pbx.lan",
                "pbx.home.arpa",
                "1.0.0.127.in-addr.arpa",
                "Server.Corp",
                "nothing.invalid"
            })
    void aNameThatOnlyTheInsideKnowsIsInside(String host) {
        assertThat(InternalAddress.isInternalHost(host)).as(host).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.7",
                "192.0.2.10",
                "172.32.0.1",
                "100.128.0.1",
                "3405803783",
                "0xcb007107",
                "[2001:db8::1]",
                "[::ffff:203.0.113.7]",
                "[2002:cb00:7107::]",
                "[64:ff9b::cb00:7107]",
                "sip.carrier.example",
                "localhost.carrier.example",
                "mylocal.example",
                "xn--mnchen-3ya.example",
                "127.0.0.1.example"
            })
    void whatIsOnTheInternetIsNotInside(String host) {
        assertThat(InternalAddress.isInternalHost(host)).as(host).isFalse();
    }

    @Test
    void aNameIsNoLiteralAndIsNotLookedUp() {
        assertThat(InternalAddress.literal("sip.carrier.example")).isEmpty();
        assertThat(InternalAddress.literal("[:::::]")).isEmpty();
        assertThat(InternalAddress.literal("1.2.3.4")).contains(InetAddress.ofLiteral("1.2.3.4"));
    }
}

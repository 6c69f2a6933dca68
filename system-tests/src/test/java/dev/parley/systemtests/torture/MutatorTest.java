package dev.parley.systemtests.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MutatorTest {
    private static final byte[] INVITE = """
            INVITE sip:910@demo.parley.test SIP/2.0
            Via: SIP/2.0/UDP 127.0.0.1:5090;branch=z9hG4bK1
            From: <sip:801@demo.parley.test>;tag=1
            To: <sip:910@demo.parley.test>
            Call-ID: 1
            CSeq: 1 INVITE
            Contact: <sip:801@127.0.0.1:5090>
            Content-Length: 5

            v=0
            """.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);

    @Test
    void theSameSeedMakesTheSame() {
        for (long seed = 0; seed < 500; seed++) {
            assertThat(new Mutator(seed).mutate(INVITE))
                    .as("seed %d", seed)
                    .isEqualTo(new Mutator(seed).mutate(INVITE));
        }
    }

    @Test
    void anotherSeedMakesAnother() {
        long different = LongStream.range(0, 500)
                .mapToObj(seed -> new String(new Mutator(seed).mutate(INVITE), StandardCharsets.ISO_8859_1))
                .distinct()
                .count();

        assertThat(different).isGreaterThan(450);
    }

    @Test
    void whatIsAlreadyBrokenIsChangedAsWell() {
        for (long seed = 0; seed < 500; seed++) {
            byte[] changed = INVITE;
            for (int again = 0; again < 10; again++) {
                changed = new Mutator(seed + again).mutate(changed);
            }
            assertThat(changed).as("seed %d", seed).isNotEqualTo(INVITE);
        }
    }
}

package dev.parley.conference.adapter.out.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private static final String PAYLOAD = "{\"test\": 2432232314}";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final long TIMESTAMP = 1614265330L;

    private final Secrets secrets = new Secrets("000102030405060708090a0b0c0d0e0f");

    @Test
    void itSignsAsTheSchemeDoes() {
        byte[] secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(Secrets.sign(secret, ID, TIMESTAMP, PAYLOAD))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void eachNonceHasItsSecretAndItsSignature() {
        byte[] shown = Base64.getDecoder().decode(secrets.secret("one").substring("whsec_".length()));

        assertThat(shown).hasSize(32);
        assertThat(secrets.secret("one")).isNotEqualTo(secrets.secret("two"));
        assertThat(secrets.sign(List.of("one", "two"), ID, TIMESTAMP, PAYLOAD).split(" "))
                .hasSize(2)
                .startsWith(Secrets.sign(shown, ID, TIMESTAMP, PAYLOAD));
    }
}

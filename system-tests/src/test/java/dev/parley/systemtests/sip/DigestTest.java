package dev.parley.systemtests.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigestTest {
    /** The example of RFC 2617 §3.5. */
    @Test
    void answersAsTheExampleOfTheRfc() {
        String challenge = "Digest realm=\"testrealm@host.com\", qop=\"auth,auth-int\", "
                + "nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"";

        String answer = Digest.answer(challenge, "GET", "/dir/index.html", "Mufasa", "Circle Of Life", "0a4f113b");

        assertThat(answer)
                .contains("response=\"6629fae49393a05397450978507c4ef1\"")
                .contains("opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"")
                .contains("qop=auth, nc=00000001, cnonce=\"0a4f113b\"");
    }

    @Test
    void withoutQopAnswersInTheOldWay() {
        String answer = Digest.answer("Digest realm=\"r\", nonce=\"n\"", "REGISTER", "sip:r", "u", "p", "unused");

        // MD5(MD5("u:r:p"):n:MD5("REGISTER:sip:r")), computed with md5sum.
        assertThat(answer).doesNotContain("qop").contains("response=\"5790559ba44538767b07fb5adb649909\"");
    }
}

package dev.parley.directory.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Ha1Test {
    /** User, realm and password of RFC 7616 §3.9.1; the hashes as md5sum and sha256sum make them. */
    @Test
    void hashesNameRealmAndPassword() {
        Ha1 ha1 = Ha1.of("Mufasa", "http-auth@example.org", "Circle of Life");

        assertThat(ha1.md5()).isEqualTo("3d78807defe7de2157e2b0b6573a855f");
        assertThat(ha1.sha256()).isEqualTo("7987c64c30e25f1b74be53f966b49b90f2808aa92faf9a00262392d7b4794232");
    }

    @Test
    void doesNotShowItself() {
        Ha1 ha1 = Ha1.of("801", "demo.parley.test", "secret");

        assertThat(ha1.toString()).doesNotContain(ha1.md5()).doesNotContain(ha1.sha256());
    }
}

package dev.parley.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.directory.DirectoryEntry.ApiKeyEntry;
import dev.parley.contracts.id.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrantingTest {
    private static final TenantId DEMO = new TenantId("demo");
    private static final TenantId ACME = new TenantId("acme");
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final KeyText KEY = KeyText.random(new Random(1));

    @ParameterizedTest
    @CsvSource({
        "read, directory:read",
        "write, read",
        "write, directory:write",
        "write, conferences:read",
        "directory:write, directory:read",
    })
    void aScopeCoversWhatIsSmaller(String wide, String narrow) {
        assertThat(scope(wide).covers(scope(narrow))).isTrue();
        assertThat(scope(narrow).covers(scope(wide))).isFalse();
    }

    @Test
    void areasAreApart() {
        assertThat(scope("directory:write").covers(scope("conferences:read"))).isFalse();
        assertThat(scope("directory:write").covers(scope("read"))).isFalse();
    }

    @Test
    void everyScopeReadsAsItIsWritten() {
        assertThat(Scope.all().map(Scope::text).toList())
                .containsExactly(
                        "read", "write", "directory:read", "directory:write", "conferences:read", "conferences:write");
        assertThat(Scope.all()).allMatch(scope -> Scope.of(scope.text()).equals(Optional.of(scope)));
    }

    @Test
    void aTenantsGrantOpensNothingOfAnother() {
        Grant grant = granted(Optional.of(DEMO), "write");

        assertThat(grant.allows(DEMO, Area.DIRECTORY, Right.WRITE)).isTrue();
        assertThat(grant.allows(ACME, Area.DIRECTORY, Right.READ)).isFalse();
        assertThat(grant.operator()).isFalse();
    }

    @Test
    void anOperatorsScopesHoldForAllTenantsButGoNoFurther() {
        Grant grant = granted(Optional.empty(), "directory:read");

        assertThat(grant.allows(ACME, Area.DIRECTORY, Right.READ)).isTrue();
        assertThat(grant.allows(ACME, Area.DIRECTORY, Right.WRITE)).isFalse();
        assertThat(grant.allows(ACME, Area.CONFERENCES, Right.READ)).isFalse();
    }

    @Test
    void scopesOfANewerVersionGrantNothing() {
        assertThat(granted(Optional.of(DEMO), "billing:write").scopes()).isEmpty();
    }

    @Test
    void aWrongSecretIsRefusedHoweverRightTheId() {
        KeyText forged = KeyText.of("pk_" + KEY.id() + "_" + "0".repeat(40)).orElseThrow();

        assertThat(KeyCheck.grant(forged, Optional.of(entry(Optional.empty(), "read")), NOW))
                .isEmpty();
        assertThat(KeyCheck.grant(KEY, Optional.empty(), NOW)).isEmpty();
    }

    @Test
    void aKeyIsGoodUntilItExpires() {
        Optional<ApiKeyEntry> known = Optional.of(
                new ApiKeyEntry(KEY.id(), KEY.hash(), Optional.of(DEMO), List.of("read"), Optional.of(NOW)));

        assertThat(KeyCheck.grant(KEY, known, NOW.minusMillis(1))).isPresent();
        assertThat(KeyCheck.grant(KEY, known, NOW)).isEmpty();
    }

    @Test
    void whatExpiresIsOutlivedByWhatDoesSoLaterOrNever() {
        Grant grant = new Grant("api-key:x", Optional.of(DEMO), Set.of(Scope.WRITE), Optional.of(NOW));

        assertThat(grant.isOutlivedBy(Optional.empty())).isTrue();
        assertThat(grant.isOutlivedBy(Optional.of(NOW.plusSeconds(1)))).isTrue();
        assertThat(grant.isOutlivedBy(Optional.of(NOW))).isFalse();
        assertThat(granted(Optional.of(DEMO), "write").isOutlivedBy(Optional.empty()))
                .isFalse();
    }

    @Test
    void theMightiestRoleCounts() {
        assertThat(TokenRole.grant(
                        "anna", Set.of("tenant_reader", "tenant_admin"), Optional.of(DEMO), Optional.empty()))
                .contains(new Grant("user:anna", Optional.of(DEMO), Set.of(Scope.WRITE), Optional.empty()));
        assertThat(TokenRole.grant("olga", Set.of("operator", "tenant_reader"), Optional.of(DEMO), Optional.empty()))
                .contains(new Grant("user:olga", Optional.empty(), Set.of(Scope.WRITE), Optional.empty()));
    }

    @Test
    void aTenantsRoleWithoutATenantIsNoOperators() {
        assertThat(TokenRole.grant("anna", Set.of("tenant_admin"), Optional.empty(), Optional.empty()))
                .isEmpty();
        assertThat(TokenRole.grant("anna", Set.of("janitor"), Optional.of(DEMO), Optional.empty()))
                .isEmpty();
    }

    @Test
    void aNewKeyReadsAsItIsWrittenAndDoesNotShowItself() {
        assertThat(KeyText.of(KEY.reveal()).orElseThrow().matches(KEY.hash())).isTrue();
        assertThat(KEY.reveal()).matches("pk_[0-9A-Za-z]{8}_[0-9A-Za-z]{40}");
        assertThat(KEY.toString()).doesNotContain(KEY.reveal().substring(12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pk_",
                "pk_a1B2c3D4_short",
                "sk_a1B2c3D4_0123456789012345678901234567890123456789",
                "pk_a1B2c3D4_01234567890123456789012345678901234567 9",
                "pk_a1B2c3_0123456789012345678901234567890123456789"
            })
    void whatLooksDifferentIsNoKey(String text) {
        assertThat(KeyText.of(text)).isEmpty();
    }

    private static Scope scope(String text) {
        return Scope.of(text).orElseThrow();
    }

    private static Grant granted(Optional<TenantId> tenant, String... scopes) {
        return KeyCheck.grant(KEY, Optional.of(entry(tenant, scopes)), NOW).orElseThrow();
    }

    private static ApiKeyEntry entry(Optional<TenantId> tenant, String... scopes) {
        return new ApiKeyEntry(KEY.id(), KEY.hash(), tenant, List.of(scopes), Optional.empty());
    }
}

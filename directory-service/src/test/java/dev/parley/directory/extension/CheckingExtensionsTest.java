package dev.parley.directory.extension;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.directory.extension.Extension.Conference;
import dev.parley.directory.extension.Extension.Ivr;
import dev.parley.directory.extension.Extension.Phone;
import dev.parley.directory.extension.Forwarding.When;
import dev.parley.directory.resource.Kind;
import dev.parley.directory.resource.ResourceId;
import dev.parley.directory.resource.Situation;
import dev.parley.directory.resource.World;
import dev.parley.directory.rule.PinRules;
import dev.parley.directory.rule.Reference;
import dev.parley.directory.rule.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CheckingExtensionsTest {
    private static final Map<String, String> NO_SECRETS = Map.of();

    @Test
    void aPhoneNeedsWhereItIsForwardedToAndItsClassOfService() {
        Phone phone = phone("801", "national", rule(When.BUSY, "802"), rule(When.ALWAYS, "+4930123456"));

        assertThat(ExtensionRules.references(phone))
                .containsExactly(
                        new Reference("/forwarding/0/destination", "extensions", "802"),
                        new Reference("/class_of_service", "classes-of-service", "national"));
    }

    @Test
    void aMenuNeedsWhereItsKeysLead() {
        Ivr menu = ivr("700", "801", Map.of("1", "910", "#", "+4930123456"));

        assertThat(ExtensionRules.references(menu))
                .containsExactlyInAnyOrder(
                        new Reference("/menu/choices/1", "extensions", "910"),
                        new Reference("/menu/otherwise", "extensions", "801"));
    }

    @Test
    void aRoomNeedsItsKeyMapUnlessItIsAPreset() {
        assertThat(ExtensionRules.references(room(null, null, false, "ours")))
                .containsExactly(new Reference("/key_map", "key-maps", "ours"));
        assertThat(ExtensionRules.references(room(null, null, false, "coovox"))).isEmpty();
    }

    @Test
    @DisplayName("R4 a moderator PIN is allowed only where a PIN is set")
    void moderatorPinNeedsPin() {
        assertThat(check(room(null, "8642", false, "default"), Map.of("moderator_pin", "h")))
                .extracting(Violation::code)
                .containsExactly("moderator_pin_needs_pin");
        assertThat(check(room("2580", "8642", false, "default"), Map.of("pin", "g", "moderator_pin", "h")))
                .isEmpty();
    }

    @Test
    void theTwoPinsMustDifferEvenWhenOneOfThemWasSetBefore() {
        assertThat(check(room(null, "2580", false, "default"), Map.of("pin", "same", "moderator_pin", "same")))
                .extracting(Violation::code)
                .containsExactly("same_pin");
    }

    @Test
    @DisplayName("R15 a dynamic room needs both passwords")
    void dynamicNeedsBoth() {
        assertThat(check(room(null, null, true, "default"), NO_SECRETS))
                .extracting(Violation::code)
                .containsExactly("dynamic_needs_pins");
        assertThat(check(room("2580", null, true, "default"), Map.of("pin", "h")))
                .extracting(Violation::pointer)
                .containsExactly("/dynamic");
    }

    @Test
    void everyPinIsHeldAgainstThePolicy() {
        assertThat(check(room("1111", "1234", false, "default"), Map.of("pin", "g", "moderator_pin", "h")))
                .extracting(Violation::pointer)
                .containsExactly("/pin", "/moderator_pin");
        Phone phone = new Phone("801", "Phone", List.of(), null, "0000", false, false, null, false);
        assertThat(check(phone, Map.of("conference_pin", "h")))
                .extracting(Violation::pointer)
                .containsExactly("/conference_pin");
    }

    @Test
    void theTypeIsFixed() {
        Extension before = ivr("910", null, Map.of());
        assertThat(ExtensionRules.check(
                        room(null, null, false, "default"),
                        situation(Optional.of(before), NO_SECRETS),
                        _ -> Optional.empty()))
                .extracting(Violation::pointer)
                .containsExactly("/type");
    }

    @Test
    void phonesThatAlwaysForwardToEachOtherAreRefused() {
        Phone one = phone("801", null, rule(When.ALWAYS, "802"));
        Phone two = phone("802", null, rule(When.BUSY, "803"), rule(When.ALWAYS, "801"));

        List<Violation> violations = check(one, one, two);

        assertThat(violations).hasSize(1);
        assertThat(violations.getFirst().pointer()).isEqualTo("/forwarding/0/destination");
        assertThat(violations.getFirst().detail()).contains("801 → 802 → 801");
    }

    @Test
    void forwardingThatDependsOnSomethingMayLeadBack() {
        Phone one = phone("801", null, rule(When.NO_ANSWER, "802"));
        Phone two = phone("802", null, rule(When.NO_ANSWER, "801"));

        assertThat(check(one, one, two)).isEmpty();
    }

    @Test
    void butNotToThePhoneItself() {
        Phone phone = phone("801", null, rule(When.NO_ANSWER, "801"));

        assertThat(check(phone, phone)).extracting(Violation::code).containsExactly("circle");
    }

    @Test
    void aKeyMayLeadBackToAnEarlierMenu() {
        Ivr first = ivr("700", null, Map.of("1", "701"));
        Ivr second = ivr("701", null, Map.of("0", "700"));

        assertThat(check(first, first, second)).isEmpty();
    }

    @Test
    void menusThatGoOnToEachOtherUnaskedAreRefused() {
        Ivr menu = ivr("700", "801", Map.of());
        Phone phone = phone("801", null, rule(When.ALWAYS, "700"));

        assertThat(check(menu, menu, phone)).extracting(Violation::pointer).containsExactly("/menu/otherwise");
        assertThat(check(phone, menu, phone))
                .extracting(Violation::pointer)
                .containsExactly("/forwarding/0/destination");
    }

    private static List<Violation> check(Extension extension, Extension... all) {
        return ExtensionRules.check(
                extension,
                situation(Optional.empty(), NO_SECRETS),
                number -> Arrays.stream(all)
                        .filter(found -> found.extension().equals(number))
                        .findFirst());
    }

    private static List<Violation> check(Extension extension, Map<String, String> secrets) {
        return ExtensionRules.check(extension, situation(Optional.empty(), secrets), _ -> Optional.empty());
    }

    private static Situation<Extension> situation(Optional<Extension> before, Map<String, String> secrets) {
        return new Situation<>(
                new ResourceId("demo", "extensions", "910"),
                before,
                secrets,
                PinRules.DEFAULT,
                new EmptyWorld(),
                false);
    }

    private static Phone phone(String number, @Nullable String classOfService, Forwarding... rules) {
        return new Phone(number, "Phone", List.of(rules), classOfService, null, false, false, null, false);
    }

    private static Forwarding rule(When when, String destination) {
        return new Forwarding(when, List.of(), destination, 20);
    }

    private static Ivr ivr(String number, @Nullable String otherwise, Map<String, String> choices) {
        return new Ivr(number, "Menu", new Menu("menu", choices, 5, 3, otherwise));
    }

    private static Conference room(
            @Nullable String pin, @Nullable String moderatorPin, boolean dynamic, String keyMap) {
        return new Conference(
                "910",
                "Room",
                pin,
                moderatorPin,
                100,
                false,
                "enter",
                "none",
                false,
                false,
                ConferenceEnd.LAST_LEAVES,
                false,
                keyMap,
                dynamic);
    }

    private static final class EmptyWorld implements World {
        @Override
        public <T> Optional<T> find(Kind<T> kind, String name) {
            return Optional.empty();
        }

        @Override
        public String domain() {
            return "demo.parley.test";
        }
    }
}

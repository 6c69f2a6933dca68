package dev.parley.directory.extension;

import static dev.parley.directory.extension.ExtensionKind.CONFERENCE_PIN;
import static dev.parley.directory.extension.ExtensionKind.MODERATOR_PIN;
import static dev.parley.directory.extension.ExtensionKind.PIN;

import dev.parley.directory.classofservice.ClassOfServiceKind;
import dev.parley.directory.extension.Extension.Conference;
import dev.parley.directory.extension.Extension.Ivr;
import dev.parley.directory.extension.Extension.Phone;
import dev.parley.directory.keymap.KeyMapKind;
import dev.parley.directory.resource.Situation;
import dev.parley.directory.rule.Detours;
import dev.parley.directory.rule.Form;
import dev.parley.directory.rule.Reference;
import dev.parley.directory.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What makes an extension right or wrong, beyond its fields each by itself. Pure. */
final class ExtensionRules {
    private static final String NUMBERS = "numbers";

    private ExtensionRules() {}

    /** Which other documents the extension needs. */
    static List<Reference> references(Extension extension) {
        List<Reference> references = new ArrayList<>();
        switch (extension) {
            case Phone phone -> {
                for (int at = 0; at < phone.forwarding().size(); at++) {
                    inside(
                            references,
                            "/forwarding/" + at + "/destination",
                            phone.forwarding().get(at).destination());
                }
                if (phone.classOfService() != null) {
                    references.add(
                            new Reference("/class_of_service", ClassOfServiceKind.COLLECTION, phone.classOfService()));
                }
                if (phone.presentedNumber() != null) {
                    references.add(new Reference("/presented_number", NUMBERS, phone.presentedNumber()));
                }
            }
            case Conference room -> {
                if (!KeyMapKind.PRESETS.contains(room.keyMap())) {
                    references.add(new Reference("/key_map", KeyMapKind.COLLECTION, room.keyMap()));
                }
            }
            case Ivr(String _, String _, Menu menu) -> {
                menu.choices()
                        .forEach((key, destination) ->
                                inside(references, "/menu/choices" + Violation.step(key), destination));
                if (menu.otherwise() != null) {
                    inside(references, "/menu/otherwise", menu.otherwise());
                }
            }
        }
        return references;
    }

    private static void inside(List<Reference> references, String pointer, String destination) {
        if (Form.isInside(destination)) {
            references.add(new Reference(pointer, ExtensionKind.COLLECTION, destination));
        }
    }

    /**
     * What is wrong with the extension.
     *
     * @param others the tenant's extensions by their numbers, this one included
     */
    static List<Violation> check(
            Extension extension, Situation<Extension> situation, Function<String, Optional<Extension>> others) {
        List<Violation> violations = new ArrayList<>();
        situation
                .before()
                .filter(before -> before.getClass() != extension.getClass())
                .ifPresent(before -> violations.add(new Violation(
                        "/type", "fixed", "The type of an extension cannot change; delete it and make it anew")));
        switch (extension) {
            case Phone phone -> {
                pin(violations, "/" + CONFERENCE_PIN, phone.conferencePin(), phone, situation);
                selfForwarding(violations, phone);
            }
            case Conference room -> {
                pin(violations, "/" + PIN, room.pin(), room, situation);
                pin(violations, "/" + MODERATOR_PIN, room.moderatorPin(), room, situation);
                pinsTogether(violations, room, situation.secrets());
            }
            case Ivr _ -> {}
        }
        Detours.circle(
                        extension.extension(),
                        number -> others.apply(number)
                                .map(ExtensionRules::unasked)
                                .orElse(List.of()))
                .ifPresent(way -> violations.add(circle(extension, way)));
        return violations;
    }

    private static void pin(
            List<Violation> violations,
            String pointer,
            @Nullable String pin,
            Extension extension,
            Situation<Extension> situation) {
        if (pin != null) {
            violations.addAll(situation.pins().check(pointer, pin, extension.extension()));
        }
    }

    /** R4, R15. Both PINs are hashed with the room, so that the same PIN has the same hash. */
    private static void pinsTogether(List<Violation> violations, Conference room, Map<String, String> secrets) {
        String pin = secrets.get(PIN);
        String moderatorPin = secrets.get(MODERATOR_PIN);
        if (moderatorPin != null && pin == null) {
            violations.add(new Violation(
                    "/" + MODERATOR_PIN,
                    "moderator_pin_needs_pin",
                    "Expected a 'pin', since there is a 'moderator_pin': it is entered in place of the pin"));
        }
        if (moderatorPin != null && moderatorPin.equals(pin)) {
            violations.add(new Violation(
                    "/" + MODERATOR_PIN, "same_pin", "Expected the 'moderator_pin' to be another than the 'pin'"));
        }
        if (room.dynamic() && (pin == null || moderatorPin == null)) {
            violations.add(new Violation(
                    "/dynamic",
                    "dynamic_needs_pins",
                    "Expected a 'pin' and a 'moderator_pin', since the administrator opens a dynamic room with the one"
                            + " and guests enter with the other"));
        }
    }

    private static void selfForwarding(List<Violation> violations, Phone phone) {
        for (int at = 0; at < phone.forwarding().size(); at++) {
            Forwarding rule = phone.forwarding().get(at);
            // Where it is always so, it is a circle like any other.
            if (rule.when() != Forwarding.When.ALWAYS && rule.destination().equals(phone.extension())) {
                violations.add(new Violation(
                        "/forwarding/" + at + "/destination", "circle", "The extension would be forwarded to itself"));
            }
        }
    }

    /** Where a call for the extension may go on without anybody choosing so. */
    private static List<String> unasked(Extension extension) {
        return switch (extension) {
            case Phone phone ->
                phone.forwarding().stream()
                        .filter(rule -> rule.when() == Forwarding.When.ALWAYS)
                        .map(Forwarding::destination)
                        .filter(Form::isInside)
                        .toList();
            case Conference _ -> List.of();
            case Ivr(String _, String _, Menu menu) ->
                Optional.ofNullable(menu.otherwise()).filter(Form::isInside).stream()
                        .toList();
        };
    }

    private static Violation circle(Extension extension, List<String> way) {
        String pointer = switch (extension) {
            case Phone phone -> "/forwarding/" + firstTo(phone, way.get(1)) + "/destination";
            case Conference _ -> "";
            case Ivr _ -> "/menu/otherwise";
        };
        return new Violation(pointer, "circle", "Calls would go in a circle: " + String.join(" → ", way));
    }

    private static int firstTo(Phone phone, String destination) {
        for (int at = 0; at < phone.forwarding().size(); at++) {
            Forwarding rule = phone.forwarding().get(at);
            if (rule.when() == Forwarding.When.ALWAYS && rule.destination().equals(destination)) {
                return at;
            }
        }
        throw new IllegalStateException("A circle begins with a rule");
    }
}

package dev.parley.callcontrol.call;

import dev.parley.callcontrol.dialplan.DialPlan;
import dev.parley.callcontrol.dialplan.Directory;
import dev.parley.contracts.directory.Callback;
import dev.parley.contracts.directory.Callback.Manner;
import dev.parley.contracts.directory.ConferenceOptions;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.DirectoryEntry.ClassOfServiceEntry;
import dev.parley.contracts.directory.DirectoryEntry.ConferenceEntry;
import dev.parley.contracts.directory.DirectoryEntry.IvrEntry;
import dev.parley.contracts.directory.DirectoryEntry.NumberEntry;
import dev.parley.contracts.directory.DirectoryEntry.PhoneEntry;
import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.contracts.directory.DirectoryEntry.TrunkEntry;
import dev.parley.contracts.directory.IvrMenu;
import dev.parley.contracts.directory.NumberFormat;
import dev.parley.contracts.directory.NumberFormat.Style;
import dev.parley.contracts.directory.PhoneOptions;
import dev.parley.contracts.directory.PhoneOptions.Condition;
import dev.parley.contracts.directory.PhoneOptions.Forwarding;
import dev.parley.contracts.id.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** A tenant in which every kind of destination leads to every other. */
final class DemoDirectory {
    static final TenantId DEMO = new TenantId("demo");
    static final String RETURNING = "+4930900911";
    static final String TELLING = "+4930900912";

    private DemoDirectory() {}

    static DialPlan plan() {
        Map<String, DirectoryEntry> entries = new ConcurrentHashMap<>();
        List.of(
                        new TenantEntry(DEMO, "demo.parley.test", "Demo", "en"),
                        new PhoneEntry(DEMO, "801", "Ada"),
                        new PhoneEntry(DEMO, "802", "Ben"),
                        phone("805", rule(Condition.ALWAYS, "910")),
                        phone(
                                "806",
                                rule(Condition.BUSY, "802"),
                                rule(Condition.NO_ANSWER, "910"),
                                rule(Condition.UNREACHABLE, "+4930123")),
                        phone("807", rule(Condition.BUSY, "806"), rule(Condition.NO_ANSWER, "700")),
                        phone("808", rule(Condition.BUSY, "910"), rule(Condition.UNREACHABLE, "808")),
                        service("inland", "+49"),
                        new PhoneEntry(
                                DEMO,
                                "809",
                                "Inland",
                                Optional.of(new PhoneOptions(
                                        List.of(), Optional.of("inland"), PhoneOptions.DEFAULT.localConference()))),
                        presenting("811", false, rule(Condition.BUSY, "802")),
                        presenting("812", true, rule(Condition.BUSY, "802")),
                        new NumberEntry("+4930900811", DEMO, "811"),
                        new TrunkEntry(
                                "national",
                                Optional.empty(),
                                List.of("+43"),
                                true,
                                Optional.of(new NumberFormat(Style.NATIONAL, Optional.of("49"), "0", "00"))),
                        conference("910"),
                        dynamic("901"),
                        dynamic("900"),
                        menu("700", Optional.empty(), Map.of("1", "910", "2", "802", "3", "+4930123", "9", "700")),
                        menu("701", Optional.of("910"), Map.of("1", "806")),
                        menu("702", Optional.of("703"), Map.of()),
                        menu("703", Optional.of("702"), Map.of()),
                        new TrunkEntry("pstn", Optional.empty(), List.of("+"), true),
                        new NumberEntry("+4930900910", DEMO, "910"),
                        new NumberEntry("+4930900700", DEMO, "700"),
                        callback(RETURNING, Manner.REFUSE, "910"),
                        callback(TELLING, Manner.HANG_UP, "700"))
                .forEach(entry -> entries.put(entry.key(), entry));
        return new DialPlan(Directory.live(entries), "00");
    }

    private static Forwarding rule(Condition when, String destination) {
        return new Forwarding(when, List.of(), destination, 20);
    }

    private static DirectoryEntry phone(String extension, Forwarding... rules) {
        return new PhoneEntry(
                DEMO,
                extension,
                "Phone",
                Optional.of(
                        new PhoneOptions(List.of(rules), Optional.empty(), PhoneOptions.DEFAULT.localConference())));
    }

    private static DirectoryEntry presenting(String extension, boolean withholds, Forwarding rule) {
        return new PhoneEntry(
                DEMO,
                extension,
                "Presenting",
                Optional.of(new PhoneOptions(
                        List.of(rule),
                        Optional.empty(),
                        PhoneOptions.DEFAULT.localConference(),
                        Optional.of("+4930900811"),
                        Optional.of(withholds))));
    }

    private static DirectoryEntry conference(String extension) {
        return new ConferenceEntry(
                DEMO, extension, "Open", new ConferenceOptions(Optional.empty(), Optional.empty(), 5, false));
    }

    /** Its administrator's password is nobody's business here. */
    private static DirectoryEntry dynamic(String extension) {
        return new ConferenceEntry(
                DEMO, extension, "Dynamic", new ConferenceOptions(Optional.of("pin"), Optional.of("admin"), 5, true));
    }

    private static DirectoryEntry menu(String extension, Optional<String> otherwise, Map<String, String> choices) {
        return new IvrEntry(DEMO, extension, "Menu", new IvrMenu("main-menu", choices, 5, 2, otherwise));
    }

    private static DirectoryEntry callback(String number, Manner manner, String destination) {
        return new NumberEntry(number, DEMO, destination, Optional.of(new Callback(manner, 5, List.of())));
    }

    private static DirectoryEntry service(String name, String prefix) {
        return new ClassOfServiceEntry(
                DEMO, name, true, List.of(prefix), List.of(), OptionalInt.of(1), OptionalInt.empty());
    }
}

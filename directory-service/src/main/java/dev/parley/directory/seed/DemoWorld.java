package dev.parley.directory.seed;

import dev.parley.contracts.directory.ConferenceOptions;
import dev.parley.contracts.directory.DirectoryEntry.ConferenceEntry;
import dev.parley.contracts.directory.DirectoryEntry.NumberEntry;
import dev.parley.contracts.directory.DirectoryEntry.PhoneEntry;
import dev.parley.contracts.directory.DirectoryEntry.TenantEntry;
import dev.parley.contracts.directory.DirectoryEntry.TrunkEntry;
import dev.parley.contracts.directory.PinHash;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import dev.parley.directory.credential.Credentials;
import dev.parley.directory.credential.Ha1;
import dev.parley.directory.extension.Extensions;
import dev.parley.directory.number.Numbers;
import dev.parley.directory.tenant.Tenants;
import dev.parley.directory.trunk.Trunk;
import dev.parley.directory.trunk.Trunks;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The world that the demo, the tests and the README speak of: two tenants with the same numbers, so that anybody can see
 * that they are apart. Its passwords and PINs are public; it is no world for production.
 */
@ApplicationScoped
public class DemoWorld {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int FIRST_PHONE = 801;
    private static final int LAST_PHONE = 806;
    // 910 is the one that everybody knows; the others are for measurements over many rooms.
    private static final int FIRST_OPEN_ROOM = 910;
    private static final int LAST_OPEN_ROOM = 919;

    private final Tenants tenants;
    private final Extensions extensions;
    private final Credentials credentials;
    private final Trunks trunks;
    private final Numbers numbers;
    private final PinHash pins;

    DemoWorld(
            Tenants tenants,
            Extensions extensions,
            Credentials credentials,
            Trunks trunks,
            Numbers numbers,
            @ConfigProperty(name = "parley.pin-key") String pinKey) {
        this.tenants = tenants;
        this.extensions = extensions;
        this.credentials = credentials;
        this.trunks = trunks;
        this.numbers = numbers;
        this.pins = new PinHash(pinKey);
    }

    /** Makes sure of all of it; what else there is stays as it is. */
    void create() {
        tenant("demo", "Demo");
        tenant("acme", "Acme");
        trunk("pstn", 5090, List.of("+", "00"), true);
        trunk("gsm", 5091, List.of("07"), false);
        numbers.put(new NumberEntry("+4930900910", new TenantId("demo"), "910"));
    }

    private void tenant(String slug, String name) {
        TenantId tenant = new TenantId(slug);
        String domain = slug + ".parley.test";
        tenants.put(new TenantEntry(tenant, domain, name, "en"));
        for (int number = FIRST_PHONE; number <= LAST_PHONE; number++) {
            phone(tenant, domain, String.valueOf(number));
        }
        for (int number = FIRST_OPEN_ROOM; number <= LAST_OPEN_ROOM; number++) {
            conference(tenant, String.valueOf(number), "Open room", Optional.empty(), Optional.empty(), false);
        }
        conference(tenant, "901", "Room with PIN", Optional.of("1234"), Optional.of("4321"), false);
        conference(tenant, "900", "Dynamic room", Optional.of("1111"), Optional.of("9999"), true);
    }

    private void phone(TenantId tenant, String domain, String number) {
        extensions.put(new PhoneEntry(tenant, number, "Phone " + number));
        String password = "parley-" + tenant + "-" + number;
        credentials.put(tenant, number, number, Ha1.of(number, domain, password));
    }

    private void conference(
            TenantId tenant,
            String number,
            String name,
            Optional<String> pin,
            Optional<String> moderatorPin,
            boolean dynamic) {
        RoomId room = RoomId.ofExtension(tenant, number);
        ConferenceOptions options = new ConferenceOptions(
                pin.map(digits -> pins.of(room, digits)),
                moderatorPin.map(digits -> pins.of(room, digits)),
                ConferenceOptions.DEFAULT_MAX_MEMBERS,
                dynamic);
        extensions.put(new ConferenceEntry(tenant, number, name, options));
    }

    private void trunk(String name, int port, List<String> prefixes, boolean answerSupervision) {
        trunks.put(new Trunk(
                new TrunkEntry(name, Optional.empty(), prefixes, answerSupervision),
                new Trunk.Gateway(LOOPBACK, port, "udp"),
                new Trunk.Source(LOOPBACK, port)));
    }
}

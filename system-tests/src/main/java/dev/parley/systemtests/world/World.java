package dev.parley.systemtests.world;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.systemtests.net.Address;
import dev.parley.systemtests.sip.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The demo world, as {@code ./parley up} has written it down: all that a client needs to know. */
public record World(
        Sip sip,
        List<Tenant> tenants,
        List<Trunk> trunks,
        List<Did> numbers,
        Map<String, String> services,
        Kafka kafka,
        Database database,
        Rtpengine rtpengine,
        Map<String, String> apiKeys,
        Map<String, String> urls) {
    public record Sip(String host, int port) {
        public InetSocketAddress address() {
            return Address.of(host, port);
        }
    }

    public record Tenant(String id, String domain, List<Login> accounts, List<Room> rooms) {
        public Account account(String user) {
            return accounts.stream()
                    .filter(login -> login.user.equals(user))
                    .map(login -> new Account(login.user, domain, login.password))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No account " + user + " in tenant " + id));
        }
    }

    public record Login(String user, String password) {}

    public record Room(
            String number,
            boolean dynamic,
            @Nullable String pin,
            @Nullable String moderatorPin) {
        /** Anybody may come in at any time. */
        public boolean isOpen() {
            return !dynamic && pin == null;
        }
    }

    public record Trunk(String name, String host, int port, List<String> prefixes, boolean answerSupervision) {
        public InetSocketAddress address() {
            return Address.of(host, port);
        }
    }

    public record Did(String number, String tenant, String destination) {}

    public record Kafka(String bootstrapServers) {}

    public record Database(String url, String user, String password) {}

    public record Rtpengine(String host, int port) {
        public InetSocketAddress address() {
            return Address.of(host, port);
        }
    }

    /** For telephones alone: nothing else of the system is known. */
    public static World nothingBut(Sip sip) {
        return new World(
                sip,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                new Kafka(""),
                new Database("", "", ""),
                new Rtpengine("", 0),
                Map.of(),
                Map.of());
    }

    public static World read(Path file) {
        if (!Files.isReadable(file)) {
            throw new IllegalStateException("There is no " + file + ": ./parley up writes it");
        }
        try {
            return JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(file.toFile(), World.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file, e);
        }
    }

    public Tenant tenant(String id) {
        return tenants.stream()
                .filter(tenant -> tenant.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No tenant " + id));
    }

    public Trunk trunk(String name) {
        return trunks.stream()
                .filter(trunk -> trunk.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No trunk " + name));
    }
}

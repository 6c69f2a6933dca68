package dev.parley.systemtests.bench.media;

import dev.parley.systemtests.bench.CpuTimes;
import dev.parley.systemtests.net.Address;
import dev.parley.systemtests.net.Loop;
import dev.parley.systemtests.net.Pause;
import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.sip.SipMessage;
import dev.parley.systemtests.sip.UserAgent;
import dev.parley.systemtests.world.MetricsPage;
import dev.parley.systemtests.world.RestApi;
import dev.parley.systemtests.world.World;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The whole of Parley. Callers come by a trunk, as that needs no password, to numbers of rooms, or for calls of two to the number of a phone. Rooms and
 * numbers are the measurement's own and stay for the next one.
 */
final class ParleySystem implements ConferenceSystem {
    private static final String TENANT = "demo";
    private static final String CALLEE = "806";
    private static final String TRUNK = "pstn";
    private static final String CALLER = "+4930111222";
    private static final int FIRST_ROOM = 95_000;
    private static final String FIRST_NUMBER = "+49309";
    private static final String CALLEES_NUMBER = "+4930900806";
    /** Of each room: more than any load wants. */
    private static final int SEATS = 1000;

    private static final int REGISTRATION_SECONDS = 3600;
    /** The edge remembers for a while that a number leads nowhere. */
    private static final Duration KNOWN_EVERYWHERE = Duration.ofSeconds(5);

    private final World world;
    // Not upgraded to HTTP/2 by the way: the pages are large.
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> prepared = new HashSet<>();
    private final List<Runnable> farewells = new ArrayList<>();

    ParleySystem(World world) {
        this.world = world;
    }

    @Override
    public String name() {
        return "Parley";
    }

    @Override
    public List<String> soundParts() {
        return List.of("rtpengine", "media-adapter");
    }

    @Override
    public List<String> allParts() {
        return CpuTimes.PARTS;
    }

    @Override
    public boolean callsTwoParties() {
        return true;
    }

    @Override
    public UserAgent caller(Loop loop) {
        World.Trunk trunk = world.trunk(TRUNK);
        Account account = new Account(CALLER, trunk.host() + ":" + trunk.port(), "");
        return UserAgent.udp(loop, account, world.sip().address(), trunk.address(), incoming -> {});
    }

    @Override
    public UserAgent callee(Loop loop, Consumer<UserAgent.IncomingInvite> ringing) {
        Account account = world.tenant(TENANT).account(CALLEE);
        UserAgent phone = UserAgent.udp(
                loop,
                account,
                world.sip().address(),
                Address.towards(world.sip().address()),
                ringing);
        register(phone, REGISTRATION_SECONDS);
        farewells.add(() -> register(phone, 0));
        return phone;
    }

    private static void register(UserAgent phone, int seconds) {
        CompletableFuture<SipMessage> answer = new CompletableFuture<>();
        phone.loop().execute(() -> phone.register(seconds, answer::complete));
        int status = answer.orTimeout(40, TimeUnit.SECONDS).join().status();
        if (status != 200) {
            throw new IllegalStateException("The phone could not register: " + status);
        }
    }

    @Override
    public void prepare(MediaLoad load) {
        if (!prepared.add(load.name())) {
            return;
        }
        try (RestApi directory = RestApi.directory(world, TENANT)) {
            if (load.twoParty()) {
                put(directory, "numbers/" + CALLEES_NUMBER, "{\"destination\": \"%s\"}".formatted(CALLEE));
            } else {
                for (int room = 0; room < load.rooms(); room++) {
                    int extension = FIRST_ROOM + room;
                    put(
                            directory,
                            "extensions/" + extension,
                            "{\"type\": \"conference\", \"extension\": \"%d\", \"max_members\": %d}"
                                    .formatted(extension, SEATS));
                    put(
                            directory,
                            "numbers/" + FIRST_NUMBER + extension,
                            "{\"destination\": \"%d\"}".formatted(extension));
                }
            }
        }
        Pause.of(KNOWN_EVERYWHERE);
    }

    private static void put(RestApi directory, String what, String json) {
        HttpResponse<String> made = directory.put("/tenants/" + TENANT + "/" + what, json);
        if (made.statusCode() / 100 != 2) {
            throw new IllegalStateException("No " + what + ": " + made.statusCode() + " " + made.body());
        }
    }

    @Override
    public String room(MediaLoad load, int room) {
        String number = load.twoParty() ? CALLEES_NUMBER : FIRST_NUMBER + (FIRST_ROOM + room);
        return "sip:%s@%s:%d".formatted(number, world.sip().host(), world.sip().port());
    }

    @Override
    public boolean isEmpty() {
        try {
            return legs("call-control-service") + legs("media-adapter") == 0;
        } catch (UncheckedIOException e) {
            // After too much it may not even say how much it has.
            return false;
        }
    }

    private double legs(String service) {
        return MetricsPage.of(http, Objects.requireNonNull(world.services().get(service)))
                .sum("parley_load_used", "limit=\"legs\"");
    }

    @Override
    public void close() {
        farewells.forEach(Runnable::run);
        http.close();
    }
}

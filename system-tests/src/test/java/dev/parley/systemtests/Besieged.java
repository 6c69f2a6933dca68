package dev.parley.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.world.RestApi;
import dev.parley.systemtests.world.World;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A tenant of a test's own, with rooms that have PINs and outside numbers, and trunks from other addresses: whom guessing
 * shuts out is nobody whom another test needs.
 */
final class Besieged implements AutoCloseable {
    static final String PIN = "2580";
    private static final String PASSWORD = "open-or-not-open";
    private static final String SOURCE = "127.0.0.";

    private final RunningSystem system;
    private final RestApi operator;
    private final List<String> made = new ArrayList<>();
    private final int seed = ThreadLocalRandom.current().nextInt(1000, 10_000);
    private final String tenant = "besieged-" + seed;
    private int callers;

    Besieged(RunningSystem system) {
        this.system = system;
        operator = RestApi.directory(system.world(), "operator");
        put("/tenants/" + tenant, "{\"domain\": \"%s.parley.test\"}".formatted(tenant));
        put(path("extensions/801"), "{\"type\": \"phone\", \"extension\": \"801\"}");
        put(path("credentials/801"), "{\"extension\": \"801\", \"password\": \"%s\"}".formatted(PASSWORD));
    }

    private String room(int index) {
        String room = String.valueOf(950 + index);
        put(
                path("extensions/" + room),
                "{\"type\": \"conference\", \"extension\": \"%s\", \"pin\": \"%s\"}".formatted(room, PIN));
        put(path("numbers/" + outsideNumber(room)), "{\"destination\": \"%s\"}".formatted(room));
        return room;
    }

    /** Conference extensions that have the PIN, and an outside number each; waits until all are reached, from within and from outside. */
    List<String> rooms(int count) {
        List<String> rooms = IntStream.range(0, count).mapToObj(this::room).toList();
        TestPhone extension = extension();
        TestPhone stranger = stranger(trunk(9));
        Stream.concat(
                        rooms.stream()
                                .map(room -> CompletableFuture.runAsync(() -> Reaching.awaitAnswer(extension, room))),
                        rooms.stream()
                                .map(this::outsideNumber)
                                .map(number ->
                                        CompletableFuture.runAsync(() -> Reaching.awaitAnswer(stranger, number))))
                .toList()
                .forEach(CompletableFuture::join);
        return rooms;
    }

    String outsideNumber(String room) {
        return "+493091" + seed + room;
    }

    /** The trunk whose calls come from that address, which ends so. */
    World.Trunk trunk(int address) {
        String name = tenant + "-" + address;
        String host = SOURCE + address;
        put(
                "/trunks/" + name,
                "{\"host\": \"%s\", \"source_address\": \"%s\", \"source_port\": 0, \"prefixes\": [\"%s\"]}"
                        .formatted(host, host, "999" + seed));
        return new World.Trunk(name, host, 0, List.of(), true);
    }

    /** Somebody who has not called before. */
    TestPhone stranger(World.Trunk trunk) {
        return system.phones().carrier(trunk, "+4989" + seed + callers++);
    }

    /** The tenant's own telephone. */
    TestPhone extension() {
        return system.phones().phone(new Account("801", tenant + ".parley.test", PASSWORD));
    }

    String tenant() {
        return tenant;
    }

    private String path(String rest) {
        return "/tenants/" + tenant + "/" + rest;
    }

    private void put(String path, String document) {
        HttpResponse<String> answer = operator.put(path, document);
        assertThat(answer.statusCode()).as("PUT %s: %s", path, answer.body()).isIn(200, 201);
        made.add(path);
    }

    /** Takes away all that was made, the last first: what is needed stays. */
    @Override
    public void close() {
        made.reversed().forEach(path -> {
            HttpResponse<String> answer = operator.delete(path);
            assertThat(answer.statusCode())
                    .as("DELETE %s: %s", path, answer.body())
                    .isIn(204, 404);
        });
        operator.close();
    }
}

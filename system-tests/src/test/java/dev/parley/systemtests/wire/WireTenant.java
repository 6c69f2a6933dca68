package dev.parley.systemtests.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.phone.CallFailed;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.phone.TestPhones;
import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.world.RestApi;
import dev.parley.systemtests.world.World;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A tenant and a trunk of a test's own: phones, a conference, an outside number. What is refused or shut out here
 * concerns nobody else.
 */
public final class WireTenant implements AutoCloseable {
    public static final String DOMAIN = "torture.parley.test";
    public static final String ROOM = "910";
    public static final String NUMBER = "+4930911910";
    /** Where the trunk's calls come from, and go to. */
    public static final String GATEWAY = "127.0.0.78";

    public static final int GATEWAY_PORT = 5096;
    public static final String PREFIX = "+4988";
    private static final String TENANT = "torture";
    private static final String PASSWORD = "open-or-not-open";
    private static final Duration PUBLISHED = Duration.ofSeconds(40);

    private final RestApi operator;
    private final List<String> made = new ArrayList<>();

    /** @param phones their extensions, the first of which has to be {@link #user user(0)} */
    public WireTenant(World world, List<String> phones) {
        operator = RestApi.directory(world, "operator");
        put("/tenants/" + TENANT, "{\"domain\": \"%s\"}".formatted(DOMAIN));
        for (String user : phones) {
            put(path("extensions/" + user), "{\"type\": \"phone\", \"extension\": \"%s\"}".formatted(user));
            put(path("credentials/" + user), "{\"extension\": \"%s\", \"password\": \"%s\"}".formatted(user, PASSWORD));
        }
        put(path("extensions/" + ROOM), "{\"type\": \"conference\", \"extension\": \"%s\"}".formatted(ROOM));
        put(path("numbers/" + NUMBER), "{\"destination\": \"%s\"}".formatted(ROOM));
        put(
                "/trunks/" + TENANT,
                "{\"host\": \"%s\", \"port\": %d, \"source_address\": \"%s\", \"source_port\": 0, \"prefixes\": [\"%s\"]}"
                        .formatted(GATEWAY, GATEWAY_PORT, GATEWAY, PREFIX));
        awaitKnown(world);
    }

    /** Changes of the directory take a moment to come to everybody. */
    private void awaitKnown(World world) {
        try (TestPhones phones = new TestPhones(world)) {
            TestPhone extension = phones.phone(account(0));
            World.Trunk trunk = new World.Trunk(TENANT, GATEWAY, 0, List.of(), true);
            TestPhone outside = phones.carrier(trunk, "+49891234567");
            await("the tenant is known").atMost(PUBLISHED).until(() -> answers(extension, ROOM));
            await("the trunk is known").atMost(PUBLISHED).until(() -> answers(outside, NUMBER));
        }
    }

    /** Whether somebody answers; whoever does is hung up on. */
    public static boolean answers(TestPhone phone, String number) {
        try {
            phone.calls(number).awaitAnswered().hangsUp();
            return true;
        } catch (CallFailed e) {
            return false;
        }
    }

    public static String user(int index) {
        return String.valueOf(801 + index);
    }

    public static Account account(int index) {
        return account(user(index));
    }

    public static Account account(String user) {
        return new Account(user, DOMAIN, PASSWORD);
    }

    public static String path(String rest) {
        return "/tenants/" + TENANT + "/" + rest;
    }

    /** Any other document, by the operator; it goes with the rest. */
    public void put(String path, String document) {
        HttpResponse<String> answer = operator.put(path, document);
        assertThat(answer.statusCode()).as("PUT %s: %s", path, answer.body()).isIn(200, 201);
        made.add(path);
    }

    @Override
    public void close() {
        made.reversed().forEach(operator::delete);
        operator.close();
    }
}

package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.assertAllHearEachOther;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.sip.Account;
import dev.parley.systemtests.world.RestApi;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs after all the others, so that it looks at what they have left, too. */
@Order(Integer.MAX_VALUE)
@DisplayName("R3, must show 6: no PIN and no password in any log, topic, event or table")
class KeepingSecretsIT {
    private static final Duration HANGING_UP = Duration.ofSeconds(60);
    // Long enough that no time stamp, port or id contains them by chance.
    private static final String PIN = "739158462073";
    private static final String MODERATOR_PIN = "918273645001";
    private static final String WRONG_PIN = "564738291008";
    private static final String HALF = PIN.substring(0, 8);
    private static final String PASSWORD = "nobody-may-read-7391";

    @TempDir
    private Path folder;

    private RunningSystem system;
    private Rooms rooms;
    private Entrance entrance;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        rooms = new Rooms(system.world());
        entrance = new Entrance(system);
    }

    @AfterEach
    void part() {
        rooms.close();
        system.close();
    }

    @Test
    void nothingThatOpensADoorIsWrittenDown() {
        String room = rooms.room("883", Entrance.pins(PIN, MODERATOR_PIN));
        List<Call> calls = List.of(
                entrance.enters("801", room, MODERATOR_PIN, Call.Keys.EVENTS),
                entrance.enters("802", room, PIN, Call.Keys.INFO),
                entrance.enters("803", room, PIN, Call.Keys.IN_BAND));
        assertAllHearEachOther(calls);
        String guesses = (WRONG_PIN + "#").repeat(3);
        entrance.calls("804", room).awaitAnswered().presses(guesses).awaitHungUp(HANGING_UP);
        registersWithANewPassword();
        Call halfway = entrance.calls("805", room).awaitAnswered();
        halfway.pressesAndReleases(HALF);

        Map<String, Pattern> doors = doors();
        Map<String, Pattern> wanted = new HashMap<>(doors);
        // Proof that the search finds what is there.
        wanted.put("the room", Pattern.compile("demo:" + room));
        var found = new Traces(system.world(), system.home()).of(wanted);

        assertThat(found.get("the room"))
                .contains("topic parley.media.events.v1", "topic parley.conference.events.v1", "table conference.room")
                .anyMatch(place -> place.startsWith("log "));
        assertThat(found).doesNotContainKeys(doors.keySet().toArray(String[]::new));
        halfway.hangsUp();
        calls.forEach(Call::hangsUp);
    }

    private Map<String, Pattern> doors() {
        Map<String, Pattern> doors = new HashMap<>();
        for (String secret : List.of(PIN, MODERATOR_PIN, WRONG_PIN, HALF, PASSWORD)) {
            doors.put(secret, Pattern.compile(Pattern.quote(secret)));
        }
        // The same, spelled: one key in each message.
        doors.put("a key in the clear", Pattern.compile("\"digits?\" ?: ?\"[0-9A-D*#]+\""));
        system.world()
                .apiKeys()
                .forEach((holder, key) -> doors.put("the API key of " + holder, Pattern.compile(Pattern.quote(key))));
        system.world()
                .tenants()
                .forEach(tenant -> tenant.accounts()
                        .forEach(login -> doors.put(
                                "the password of " + login.user() + " of " + tenant.id(),
                                Pattern.compile(Pattern.quote(login.password())))));
        return doors;
    }

    private void registersWithANewPassword() {
        List<String> made = new ArrayList<>();
        try (RestApi demo = RestApi.directory(system.world(), "demo")) {
            made.add(put(demo, "/tenants/demo/extensions/884", "{\"type\": \"phone\", \"extension\": \"884\"}"));
            made.add(put(
                    demo,
                    "/tenants/demo/credentials/884",
                    "{\"username\": \"884\", \"extension\": \"884\", \"password\": \"%s\"}".formatted(PASSWORD)));
            TestPhone phone = system.phones().phone(new Account("884", "demo.parley.test", PASSWORD));
            assertThat(phone.triesToRegister()).isEqualTo(200);
            phone.unregisters();
            made.reversed().forEach(demo::delete);
        }
    }

    private static String put(RestApi api, String path, String json) {
        assertThat(api.put(path, json).statusCode()).isIn(200, 201);
        return path;
    }
}

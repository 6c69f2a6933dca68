package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.assertAllHearEachOther;
import static dev.parley.systemtests.RunningSystem.assertHearing;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.TestPhone;
import dev.parley.systemtests.world.RestApi;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("R23: what a key can do, REST can do")
class ControllingIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOM = "/tenants/demo/conferences/910";
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private RunningSystem system;
    private RestApi api;
    private Call one;
    private Call other;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        api = RestApi.conferences(system.world(), "demo");
        one = phone("801").calls("910").awaitAnswered();
        other = phone("802").calls("910").awaitAnswered();
        assertAllHearEachOther(List.of(one, other));
    }

    @AfterEach
    void part() {
        api.close();
        system.close();
    }

    private TestPhone phone(String user) {
        return system.phones().phone("demo", user).registers();
    }

    @Test
    void whoIsInIsSaid() throws Exception {
        JsonNode participants = items(api.get(ROOM + "/participants"));

        assertThat(participants).extracting(one -> one.path("number").asText()).containsExactly("801", "802");
        assertThat(RestApi.conferences(system.world(), "acme").get(ROOM).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aModeratorsMuteAndItsEnd() throws Exception {
        String mute = participant("801") + "/mutes/moderator";

        done(api.put(mute, ""));
        assertHearing(List.of(one, other), (_, speaker) -> speaker.equals(other.name()));

        done(api.delete(mute));
        assertAllHearEachOther(List.of(one, other));
    }

    @Test
    void aLockedRoomLetsNobodyIn() {
        done(api.put(ROOM + "/lock", ""));
        assertThat(phone("803").calls("910").awaitRefused(A_WHILE)).isEqualTo(403);

        done(api.delete(ROOM + "/lock"));
        assertAllHearEachOther(List.of(one, other, phone("803").calls("910").awaitAnswered()));
    }

    @Test
    void somebodyIsCalledIn() {
        TestPhone wanted = phone("803");

        done(api.post(ROOM + "/invitations", "{\"number\": \"803\"}"));

        assertAllHearEachOther(List.of(one, other, wanted.awaitCall(A_WHILE).answers()));
    }

    @Test
    void oneIsSentAwayAndThenAll() throws Exception {
        done(api.delete(participant("802")));
        other.awaitHungUp(A_WHILE);
        assertThat(one.isUp()).isTrue();

        done(api.delete(ROOM));
        one.awaitHungUp(A_WHILE);
    }

    private String participant(String number) throws JsonProcessingException {
        for (JsonNode candidate : items(api.get(ROOM + "/participants"))) {
            if (candidate.path("number").asText().equals(number)) {
                return ROOM + "/participants/" + candidate.path("id").asText();
            }
        }
        throw new AssertionError(number + " is not in");
    }

    private static JsonNode items(HttpResponse<String> response) throws JsonProcessingException {
        done(response);
        return JSON.readTree(response.body()).path("items");
    }

    private static void done(HttpResponse<String> response) {
        assertThat(response.statusCode())
                .as("%s %s: %s", response.request().method(), response.uri().getPath(), response.body())
                .isBetween(200, 299);
    }
}

package dev.parley.conference.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.parley.testsupport.KafkaResource;
import dev.parley.testsupport.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What happens, as server-sent events: each once, in order, and on from where one was. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(PostgresResource.class)
class EventStreamIT extends RestClient {
    private record Event(String id, String name, JsonPath data) {
        int sequence() {
            return data.getInt("data.sequence");
        }
    }

    /** One open stream, and what came of it. */
    private static final class Listener implements AutoCloseable {
        private final HttpClient client = HttpClient.newHttpClient();
        private final List<Event> events = new CopyOnWriteArrayList<>();
        private final List<String> comments = new CopyOnWriteArrayList<>();
        private final HttpResponse<Stream<String>> response;

        Listener(String url, String key, Optional<String> last) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                    .header("Authorization", "Bearer " + key)
                    .header("Accept", "text/event-stream");
            last.ifPresent(id -> request.header("Last-Event-ID", id));
            response = client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
            assertThat(response.statusCode()).isEqualTo(200);
            Thread.ofPlatform().daemon().start(this::listen);
            // A sign of life may come before anybody listens to what happens.
            eventually(() -> assertThat(comments)
                    .anySatisfy(comment -> assertThat(comment).contains("following")));
        }

        private void listen() {
            List<String> lines = new ArrayList<>();
            try {
                response.body().forEach(line -> {
                    if (line.isEmpty()) {
                        hear(List.copyOf(lines));
                        lines.clear();
                    } else {
                        lines.add(line);
                    }
                });
            } catch (RuntimeException closed) {
                comments.add("closed");
            }
        }

        private void hear(List<String> lines) {
            if (lines.stream().anyMatch(line -> line.startsWith("data:"))) {
                events.add(
                        new Event(field(lines, "id:"), field(lines, "event:"), JsonPath.from(field(lines, "data:"))));
            } else {
                comments.addAll(lines);
            }
        }

        private static String field(List<String> lines, String name) {
            return lines.stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(name.length()).trim())
                    .findFirst()
                    .orElse("");
        }

        List<Event> of(String room) {
            return events.stream()
                    .filter(event -> event.data().getString("data.room").equals(room))
                    .toList();
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }

    private Listener listen(String path, Optional<String> last) throws IOException, InterruptedException {
        return new Listener(url.replaceAll("/$", "") + path, key.reveal(), last);
    }

    private static List<Integer> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    void aRoomTellsEachChangeOnceAndGoesOnFromTheLastOneHeard() throws Exception {
        openRoom(5);
        String conference;
        try (Listener listener = listen(path + "/events", Optional.empty())) {
            join(anna);
            put("/lock").statusCode(200);
            delete("/lock").statusCode(200);

            eventually(() -> assertThat(listener.events).hasSize(4));
            assertThat(listener.events)
                    .extracting(Event::name)
                    .containsExactly(
                            "ConferenceStarted", "ParticipantJoined", "ConferenceLocked", "ConferenceUnlocked");
            assertThat(listener.events).extracting(Event::sequence).isEqualTo(numbers(1, 4));
            JsonPath event = listener.events.get(2).data();
            assertThat(event.getString("specversion")).isEqualTo("1.0");
            assertThat(event.getString("type")).isEqualTo("dev.parley.ConferenceLocked");
            assertThat(event.getString("subject")).isEqualTo(room.value());
            assertThat(event.getString("data.cause")).isEqualTo("API");
            conference = get("").extract().path("conference_id");
            assertThat(listener.events).extracting(Event::id).startsWith(conference + ":1", conference + ":2");
        }
        put("/mute").statusCode(200).body("as_of_sequence", equalTo(5));

        try (Listener again = listen(path + "/events", Optional.of(conference + ":2"));
                Listener bySnapshot = listen(path + "/events", Optional.of("4"))) {
            eventually(
                    () -> assertThat(again.events).extracting(Event::sequence).isEqualTo(numbers(3, 5)));
            delete("").statusCode(204);
            eventually(
                    () -> assertThat(again.events).extracting(Event::sequence).isEqualTo(numbers(3, 7)));
            eventually(() ->
                    assertThat(bySnapshot.events).extracting(Event::sequence).isEqualTo(numbers(5, 7)));
            assertThat(again.events.getLast().name()).isEqualTo("ConferenceEnded");
        }
        try (Listener afterwards = listen(path + "/events", Optional.of(conference + ":5"))) {
            eventually(() ->
                    assertThat(afterwards.events).extracting(Event::sequence).isEqualTo(numbers(6, 7)));
        }
    }

    @Test
    void aTenantTellsOfAllItsRoomsAndGoesOnFromTheLastOneHeard() throws Exception {
        openRoom(5);
        String last;
        try (Listener listener = listen("/v1/tenants/demo/events", Optional.empty())) {
            join(anna);
            eventually(() -> assertThat(listener.of(room.value())).hasSize(2));
            last = listener.of(room.value()).getFirst().id();
        }
        put("/lock").statusCode(200);

        try (Listener again = listen("/v1/tenants/demo/events", Optional.of(last))) {
            delete("/lock").statusCode(200);

            eventually(() -> assertThat(again.of(room.value()))
                    .extracting(Event::sequence)
                    .isEqualTo(numbers(2, 4)));
        }
    }

    @Test
    void aPlaceThatNoEventHasIsRefused() {
        openRoom(5);

        as(key).header("Last-Event-ID", "what?")
                .get(path + "/events")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].parameter", equalTo("Last-Event-ID"));
        as(key).header("Last-Event-ID", "nobody:3").get(path + "/events").then().statusCode(400);
    }
}

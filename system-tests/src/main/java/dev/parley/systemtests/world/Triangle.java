package dev.parley.systemtests.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.contracts.id.RoomId;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Three accounts of one room held against each other: what the API says, what its public events come to, and whom
 * rtpengine connects with whom. Opened before the conference begins, so that no event is missed.
 */
public final class Triangle implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOT_FOUND = 404;

    private final RoomId room;
    private final RestApi api;
    private final ConferenceStory story;
    private final MediaProbe media;

    public Triangle(World world, String room) {
        this.room = new RoomId(room);
        api = RestApi.conferences(world, "operator");
        media = new MediaProbe(world);
        story = new ConferenceStory(world.kafka(), this.room, _ -> {});
    }

    public ConferenceStory story() {
        return story;
    }

    /** By the API's account. */
    public Attendance attendance() {
        HttpResponse<String> answer = api.get("/tenants/" + room.tenant() + "/conferences/" + room.name());
        if (answer.statusCode() == NOT_FOUND) {
            return Attendance.NOBODY;
        }
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException("The API says " + answer.statusCode() + " " + answer.body());
        }
        try {
            return Attendance.of(JSON.readTree(answer.body()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The API does not speak JSON: " + answer.body(), e);
        }
    }

    /** By rtpengine's. */
    public RoomMix mix() {
        return media.mix(room.value());
    }

    /** What one account says and another does not; empty when they agree. Changes take a moment to arrive everywhere. */
    public List<String> disagreements() {
        Attendance told = FoldedStory.of(story.told());
        Attendance said = attendance();
        RoomMix mixed = mix();
        List<String> disagreements = new ArrayList<>();
        compare(disagreements, "last event", said, told, Attendance::sequence);
        compare(disagreements, "members", said, told, Attendance::members);
        compare(disagreements, "invited", said, told, Attendance::invited);
        compare(disagreements, "locked", said, told, Attendance::locked);
        compare(disagreements, "muted", said, told, Attendance::muted);
        compare(disagreements, "legs in rtpengine", said.legs(), mixed.legs());
        compare(disagreements, "hearing in rtpengine", said.hearing(), mixed.hearing());
        return disagreements;
    }

    private static void compare(
            List<String> disagreements,
            String what,
            Attendance said,
            Attendance told,
            Function<Attendance, Object> part) {
        if (!part.apply(said).equals(part.apply(told))) {
            disagreements.add("%s: API %s, events %s".formatted(what, part.apply(said), part.apply(told)));
        }
    }

    private static void compare(List<String> disagreements, String what, Set<?> said, Set<?> mixed) {
        if (!said.equals(mixed)) {
            disagreements.add(
                    "%s: missing %s, too many %s".formatted(what, without(said, mixed), without(mixed, said)));
        }
    }

    private static Set<String> without(Set<?> some, Set<?> others) {
        return some.stream()
                .filter(one -> !others.contains(one))
                .map(Object::toString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        story.close();
        api.close();
    }
}

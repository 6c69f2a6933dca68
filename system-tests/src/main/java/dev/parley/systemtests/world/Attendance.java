package dev.parley.systemtests.world;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.systemtests.world.RoomMix.Hearing;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is in a conference, and how, by one account of it.
 *
 * @param sequence of the last event that the account knows; 0: there is no conference
 * @param members by their legs
 * @param invited those who are being called, by their legs
 * @param locked whether nobody is let in
 * @param muted whether all who are no moderators are muted
 */
public record Attendance(
        long sequence, Map<String, Member> members, Map<String, Guest> invited, boolean locked, boolean muted) {
    public static final Attendance NOBODY = new Attendance(0, Map.of(), Map.of(), false, false);

    /**
     * Somebody who is in.
     *
     * @param mutedBy of self, moderator, policy
     * @param heldBy of phone, moderator
     */
    public record Member(String number, String role, Set<String> mutedBy, boolean deaf, Set<String> heldBy) {
        public Member {
            mutedBy = Set.copyOf(mutedBy);
            heldBy = Set.copyOf(heldBy);
        }
    }

    /** Somebody who is being called; {@code stage} is dialling, ringing or early_media. */
    public record Guest(String number, String role, String stage) {}

    public Attendance {
        members = Map.copyOf(members);
        invited = Map.copyOf(invited);
    }

    /** As the API says it. */
    static Attendance of(JsonNode conference) {
        Map<String, Member> members = new HashMap<>();
        conference
                .path("participants")
                .forEach(one -> members.put(
                        one.path("leg_id").asText(),
                        new Member(
                                one.path("number").asText(),
                                one.path("role").asText(),
                                texts(one.path("muted_by")),
                                one.path("deaf").asBoolean(),
                                texts(one.path("held_by")))));
        Map<String, Guest> invited = new HashMap<>();
        conference
                .path("invitations")
                .forEach(one -> invited.put(
                        one.path("leg_id").asText(),
                        new Guest(
                                one.path("number").asText(),
                                one.path("role").asText(),
                                one.path("state").asText())));
        return new Attendance(
                conference.path("as_of_sequence").asLong(),
                members,
                invited,
                conference.path("locked").asBoolean(),
                conference.path("muted").asBoolean());
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    /** Whose telephones rtpengine must have. */
    Set<String> legs() {
        return Stream.concat(members.keySet().stream(), invited.keySet().stream())
                .collect(Collectors.toSet());
    }

    /** Who hears whom if all of that is true, and nobody waits for a moderator. */
    Set<Hearing> hearing() {
        Set<String> speakers = Stream.concat(
                        members.entrySet().stream()
                                .filter(one -> one.getValue().mutedBy().isEmpty()
                                        && one.getValue().heldBy().isEmpty())
                                .map(Map.Entry::getKey),
                        heardEarly()
                                .filter(one -> !muted || one.getValue().role().equals("moderator"))
                                .map(Map.Entry::getKey))
                .collect(Collectors.toSet());
        return Stream.concat(
                        members.entrySet().stream()
                                .filter(one -> !one.getValue().deaf()
                                        && !one.getValue().heldBy().contains("moderator"))
                                .map(Map.Entry::getKey),
                        heardEarly().map(Map.Entry::getKey))
                .flatMap(listener -> speakers.stream()
                        .filter(speaker -> !speaker.equals(listener))
                        .map(speaker -> new Hearing(listener, speaker)))
                .collect(Collectors.toSet());
    }

    private Stream<Map.Entry<String, Guest>> heardEarly() {
        return invited.entrySet().stream().filter(one -> one.getValue().stage().equals("early_media"));
    }
}

package dev.parley.media.room;

import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.AudioPlan.PlannedLeg;
import dev.parley.contracts.media.MediaEvent.NameRecorded;
import dev.parley.media.leg.LegParties;
import dev.parley.media.mix.Bus;
import dev.parley.media.mix.Edge;
import dev.parley.media.mix.MixGraph;
import dev.parley.media.mix.Seat;
import dev.parley.media.mix.Tap;
import dev.parley.media.prompt.PromptFiles.Prompt;
import dev.parley.media.recording.Take;
import dev.parley.media.rtpengine.CallId;
import dev.parley.media.rtpengine.ObservedRoom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A room with its legs, and what we believe rtpengine has of it. Belongs to the room's mailbox. */
final class Room {
    private final RoomId id;
    private final CallId call;
    private final Map<LegId, Leg> legs = new LinkedHashMap<>();
    private final Map<String, Prompt> playing = new HashMap<>();
    private final Map<String, NameRecorded> names = new HashMap<>();
    private final Map<String, Take> takes = new ConcurrentHashMap<>();
    private MixGraph graph = MixGraph.EMPTY;
    private Optional<AudioPlan> plan = Optional.empty();

    /** @param call where its audio is, as long as it has any */
    Room(RoomId id, CallId call) {
        this.id = id;
        this.call = call;
    }

    RoomId id() {
        return id;
    }

    CallId call() {
        return call;
    }

    /** The room that its audio is named after; as a rule itself. */
    RoomId former() {
        return new RoomId(call.value());
    }

    /** The room that goes on with this one's legs, as they are, in the same call; this one has none any more. */
    Room succeededBy(RoomId other) {
        var heir = new Room(other, call);
        legs.values().forEach(Leg::forgetsKeys);
        heir.legs.putAll(legs);
        heir.playing.putAll(playing);
        heir.graph = graph;
        legs.clear();
        playing.clear();
        return heir;
    }

    Collection<Leg> legs() {
        return legs.values();
    }

    Optional<Leg> leg(LegId leg) {
        return Optional.ofNullable(legs.get(leg));
    }

    boolean isEmpty() {
        return legs.isEmpty();
    }

    void add(Leg leg) {
        legs.put(leg.id(), leg);
    }

    void remove(Leg leg) {
        legs.remove(leg.id());
        graph = graph.withoutParty(leg.seat().ear()).withoutParty(leg.seat().voice());
    }

    List<Seat> seats() {
        return legs.values().stream().filter(Leg::isSeated).map(Leg::seat).toList();
    }

    Set<String> busParts() {
        return graph.parties().stream().filter(Bus::isPart).collect(Collectors.toSet());
    }

    MixGraph graph() {
        return graph;
    }

    void becomes(MixGraph newGraph) {
        graph = newGraph;
    }

    /** Who is to hear whom now: nobody hears a leg while it says its name. */
    Optional<AudioPlan> plan() {
        return plan.map(it -> new AudioPlan(
                it.room(),
                it.revision(),
                it.ambience(),
                it.legs().stream()
                        .map(leg -> isNaming(leg.leg()) ? unheard(leg) : leg)
                        .toList(),
                it.music(),
                it.recording(),
                it.call(),
                it.movedTo()));
    }

    private boolean isNaming(LegId leg) {
        return leg(leg).filter(Leg::isNaming).isPresent();
    }

    private static PlannedLeg unheard(PlannedLeg leg) {
        return new PlannedLeg(leg.leg(), leg.group(), false, leg.hears(), leg.ambience(), leg.recording());
    }

    void follow(Optional<AudioPlan> newPlan) {
        plan = newPlan;
    }

    /** Whether a bus part or a tap is there. */
    boolean has(String part) {
        return graph.parties().contains(part);
    }

    /** The taps that are wanted. */
    List<Tap> taps() {
        return Stream.concat(
                        Tap.wantedBy(plan()).stream(),
                        legs.keySet().stream()
                                .filter(leg -> takes.containsKey(Bus.name(leg)))
                                .map(Tap::ofName))
                .toList();
    }

    /** What is made of each tap, by its party. */
    Map<String, Take> takes() {
        return takes;
    }

    /** What was answered to a wish for a name. */
    Optional<NameRecorded> nameSaid(String request) {
        return Optional.ofNullable(names.get(request));
    }

    void said(NameRecorded name) {
        names.put(name.request(), name);
    }

    boolean isPlaying(String mouth, Prompt sound) {
        return sound.equals(playing.get(mouth));
    }

    void plays(String mouth, Prompt sound) {
        playing.put(mouth, sound);
    }

    void playsNothing(String mouth) {
        playing.remove(mouth);
    }

    /**
     * Believes what rtpengine says.
     *
     * @return legs that we knew and that are not there any more; they are no longer part of the room
     */
    List<Leg> believe(ObservedRoom observed) {
        var lost = new ArrayList<Leg>();
        for (Leg leg : List.copyOf(legs.values())) {
            String party = leg.id().value();
            leg.sits(observed.parties().keySet().containsAll(LegParties.of(party)));
            if (!observed.parties().containsKey(party)) {
                legs.remove(leg.id());
                lost.add(leg);
            }
        }
        graph = new MixGraph(
                observed.parties().keySet().stream().filter(LegParties::isMixed).collect(Collectors.toSet()),
                observed.edges().stream()
                        .filter(edge -> LegParties.isMixed(edge.from()) && LegParties.isMixed(edge.to()))
                        .collect(Collectors.toSet()));
        playing.keySet().retainAll(graph.parties());
        return lost;
    }

    /** Takes up the legs that rtpengine has and this process does not know. */
    void adopt(ObservedRoom observed) {
        for (String party : observed.parties().keySet()) {
            if (LegParties.isLeg(party) && !legs.containsKey(new LegId(party))) {
                boolean seated = observed.parties().keySet().containsAll(LegParties.of(party));
                legs.put(new LegId(party), Leg.adopted(new LegId(party), seated));
            }
        }
    }

    /** Parties that belong to no leg of the room. */
    Set<String> strays(ObservedRoom observed) {
        var strays = new HashSet<String>();
        observed.parties().keySet().stream()
                .filter(party -> !Bus.isPart(party) && !legs.containsKey(new LegId(LegParties.legOf(party))))
                .forEach(strays::add);
        return strays;
    }

    int edges() {
        return (int) graph.edges().stream().filter(Room::isBetweenLegs).count();
    }

    private static boolean isBetweenLegs(Edge edge) {
        return !Bus.isPart(edge.from()) && !Bus.isPart(edge.to());
    }
}

package dev.parley.systemtests.bench.media;

import java.util.List;

/**
 * How many are up, and how many of each room speak; the others send silence. All send 50 packets a second.
 *
 * @param name as it is given on the command line
 * @param members of each room
 * @param talking of each room, the first ones
 * @param twoParty whether the rooms of two are calls between two parties, where the system knows such
 */
record MediaLoad(String name, int rooms, int members, int talking, boolean twoParty) {
    static final List<MediaLoad> ALL = List.of(
            new MediaLoad("calls", 30, 2, 2, true),
            new MediaLoad("4", 15, 4, 4, false),
            new MediaLoad("8", 8, 8, 8, false),
            new MediaLoad("16", 4, 16, 4, false),
            new MediaLoad("30", 2, 30, 4, false),
            new MediaLoad("200", 1, 200, 5, false),
            new MediaLoad("townhall", 1, 508, 8, false));

    /** Those with these names, in the order of {@link #ALL}; without a name all. */
    static List<MediaLoad> named(List<String> names) {
        for (String name : names) {
            if (ALL.stream().noneMatch(load -> load.name.equals(name))) {
                throw new IllegalArgumentException("There is no load '" + name + "' among "
                        + ALL.stream().map(MediaLoad::name).toList());
            }
        }
        return ALL.stream()
                .filter(load -> names.isEmpty() || names.contains(load.name))
                .toList();
    }

    int legs() {
        return rooms * members;
    }

    /** More than everything here is known to carry. */
    boolean isLarge() {
        return legs() > 100;
    }

    /** Room of a leg: rooms fill side by side. */
    int room(int leg) {
        return leg % rooms;
    }

    boolean talks(int leg) {
        return leg / rooms < talking;
    }

    @Override
    public String toString() {
        if (twoParty) {
            return "%d legs in calls of 2".formatted(legs());
        }
        return "%d legs in %s, %s"
                .formatted(
                        legs(),
                        rooms == 1 ? "one room" : "rooms of " + members,
                        talking == members ? "all talking" : talking + " talking");
    }
}

package dev.parley.systemtests;

import dev.parley.systemtests.world.World;

/** Conference rooms of tenant demo for one test, made and removed over REST. */
final class Rooms implements AutoCloseable {
    private final Settings demo;

    Rooms(World world) {
        demo = new Settings(world, "demo");
    }

    /** @param options members of a JSON object; may be empty */
    String room(String number, String options) {
        String more = options.isEmpty() ? "" : ", " + options;
        demo.put(
                "/tenants/demo/extensions/" + number,
                "{\"type\": \"conference\", \"extension\": \"%s\"%s}".formatted(number, more));
        return number;
    }

    @Override
    public void close() {
        demo.close();
    }
}

package dev.parley.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.systemtests.world.RestApi;
import dev.parley.systemtests.world.World;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Conference rooms of tenant demo for one test, made and removed over REST. */
final class Rooms implements AutoCloseable {
    private final RestApi demo;
    private final List<String> made = new ArrayList<>();

    Rooms(World world) {
        demo = RestApi.directory(world, "demo");
    }

    /** @param options members of a JSON object; may be empty */
    String room(String number, String options) {
        String more = options.isEmpty() ? "" : ", " + options;
        HttpResponse<String> response =
                demo.put(path(number), "{\"type\": \"conference\", \"extension\": \"%s\"%s}".formatted(number, more));
        assertThat(response.statusCode()).as("%s", response.body()).isIn(200, 201);
        made.add(number);
        return number;
    }

    private static String path(String number) {
        return "/tenants/demo/extensions/" + number;
    }

    @Override
    public void close() {
        made.forEach(number -> demo.delete(path(number)));
        demo.close();
    }
}

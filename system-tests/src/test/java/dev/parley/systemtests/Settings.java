package dev.parley.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.Topics;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.systemtests.world.RestApi;
import dev.parley.systemtests.world.TopicTail;
import dev.parley.systemtests.world.World;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** Changes to the directory for one test, taken back when it is over. */
final class Settings implements AutoCloseable {
    private static final Duration PUBLISHED = Duration.ofSeconds(10);

    private final RestApi api;
    private final TopicTail<DirectoryEntry> entries;
    private final Deque<Runnable> undo = new ArrayDeque<>();

    /** @param holder of the key: {@code operator}, or a tenant of the demo world */
    Settings(World world, String holder) {
        api = RestApi.directory(world, holder);
        entries = TopicTail.of(world, Topics.DIRECTORY_ENTRIES, DirectoryEntry.class);
    }

    /** Makes a document that is deleted again. */
    void put(String path, String json) {
        change(() -> api.put(path, json));
        undo.push(() -> api.delete(path));
    }

    /** Makes a document that is made {@code back} again. */
    void replace(String path, String json, String back) {
        change(() -> api.put(path, json));
        undo.push(() -> api.put(path, back));
    }

    /** Changes a document that is changed {@code back} again. */
    void patch(String path, String json, String back) {
        change(() -> api.patch(path, json));
        undo.push(() -> api.patch(path, back));
    }

    /** Not waited for: sounds are published elsewhere. */
    void putSound(String path, byte[] wav) {
        done(api.putSound(path, wav));
        undo.push(() -> api.delete(path));
    }

    // Whatever reads the topic reads it as soon as this test does.
    private void change(Supplier<HttpResponse<String>> request) {
        int before = entries.noted().size();
        done(request.get());
        entries.await(DirectoryEntry.class, _ -> entries.noted().size() > before, PUBLISHED);
    }

    private static void done(HttpResponse<String> response) {
        assertThat(response.statusCode())
                .as("%s %s: %s", response.request().method(), response.uri().getPath(), response.body())
                .isBetween(200, 299);
    }

    @Override
    public void close() {
        undo.forEach(Runnable::run);
        entries.close();
        api.close();
    }
}

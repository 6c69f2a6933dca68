package dev.parley.systemtests.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One of the APIs, as one who holds a key. Thread-safe. */
public final class RestApi implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;
    private final String key;

    /** @param holder {@code operator}, or a tenant of the demo world */
    public static RestApi directory(World world, String holder) {
        return new RestApi(named(world.urls(), "directory"), named(world.apiKeys(), holder));
    }

    /** @param holder a tenant of the demo world */
    public static RestApi conferences(World world, String holder) {
        return new RestApi(named(world.urls(), "conferences"), named(world.apiKeys(), holder));
    }

    private RestApi(String url, String key) {
        this.url = url;
        this.key = key;
    }

    private static String named(Map<String, String> known, String name) {
        return Optional.ofNullable(known.get(name))
                .orElseThrow(() -> new IllegalStateException("demo.json does not say " + name));
    }

    /** The same for the holder of another key. */
    public RestApi withKey(String other) {
        return new RestApi(url, other);
    }

    /** @param path from the version on, such as {@code /tenants/demo/extensions/801} */
    public HttpResponse<String> get(String path) {
        return send("GET", path, "application/json", BodyPublishers.noBody());
    }

    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, "application/json", BodyPublishers.ofString(json));
    }

    public HttpResponse<String> put(String path, String json) {
        return send("PUT", path, "application/json", BodyPublishers.ofString(json));
    }

    public HttpResponse<String> putYaml(String path, String yaml) {
        return send("PUT", path, "application/yaml", BodyPublishers.ofString(yaml));
    }

    public HttpResponse<String> putSound(String path, byte[] wav) {
        return send("PUT", path, "audio/wav", BodyPublishers.ofByteArray(wav));
    }

    /** A merge patch (RFC 7396). */
    public HttpResponse<String> patch(String path, String json) {
        return send("PATCH", path, "application/merge-patch+json", BodyPublishers.ofString(json));
    }

    public HttpResponse<String> delete(String path) {
        return send("DELETE", path, "application/json", BodyPublishers.noBody());
    }

    private HttpResponse<String> send(String method, String path, String type, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type)
                .timeout(PATIENCE)
                .method(method, body)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + method + " " + path, e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

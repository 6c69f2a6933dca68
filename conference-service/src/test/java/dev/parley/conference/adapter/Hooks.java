package dev.parley.conference.adapter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Somebody's HTTP server, which takes messages, or fails, or keeps one waiting, as it is told. */
final class Hooks implements AutoCloseable {
    private static final int HARD_TO_REACH = 0;

    /** What has come, and how it was answered. */
    record Hit(String path, String id, long timestamp, String signature, String body, int answer) {
        JsonPath event() {
            return JsonPath.from(body);
        }
    }

    private final HttpServer server;
    private final Queue<Hit> hits = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> waits = new ConcurrentHashMap<>();

    Hooks() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), HARD_TO_REACH), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** From now on it answers so; 204 by itself. */
    void answer(String path, int status) {
        answers.put(path, status);
    }

    /** From now on it keeps everybody waiting until it is let go. */
    CountDownLatch keepWaiting(String path) {
        return waits.computeIfAbsent(path, _ -> new CountDownLatch(1));
    }

    private void take(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int status = answers.getOrDefault(path, 204);
            hits.add(new Hit(
                    path,
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    Long.parseLong(exchange.getRequestHeaders().getFirst("webhook-timestamp")),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    body,
                    status));
            CountDownLatch wait = waits.get(path);
            if (wait != null) {
                wait.await();
            }
            exchange.sendResponseHeaders(status, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All that has come there so far. */
    List<Hit> at(String path) {
        return hits.stream().filter(hit -> hit.path().equals(path)).toList();
    }

    /** What was taken there, in order. */
    List<Hit> taken(String path) {
        return at(path).stream().filter(hit -> hit.answer() < 300).toList();
    }

    @Override
    public void close() {
        waits.values().forEach(CountDownLatch::countDown);
        server.stop(0);
    }
}

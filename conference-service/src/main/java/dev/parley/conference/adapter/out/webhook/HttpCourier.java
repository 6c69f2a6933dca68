package dev.parley.conference.adapter.out.webhook;

import dev.parley.conference.application.Courier;
import dev.parley.conference.application.Deliveries.Attempt;
import dev.parley.conference.application.Deliveries.Delivery;
import dev.parley.conference.application.Webhook;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * {@link Courier} over HTTP, signed after the scheme of standardwebhooks.com. Connects to the very address that was
 * looked at, follows no redirection, and reads no more of the answer than its status. Thread-safe.
 */
public final class HttpCourier implements Courier {
    private static final String CLOUD_EVENT = "application/cloudevents+json; charset=utf-8";
    private static final String AGENT = "Parley-Webhooks";
    private static final int GONE = 410;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final HttpClient client;
    private final Secrets secrets;
    private final Walls walls;
    private final Duration timeout;
    private final InstantSource clock;

    public HttpCourier(HttpClient client, Secrets secrets, Walls walls, Duration timeout, InstantSource clock) {
        this.client = client;
        this.secrets = secrets;
        this.walls = walls;
        this.timeout = timeout;
        this.clock = clock;
    }

    @Override
    public Answer carry(Webhook webhook, Delivery delivery) {
        Optional<String> objection = walls.objection(webhook.url());
        if (objection.isPresent()) {
            return failed(objection.get());
        }
        URI uri = URI.create(webhook.url());
        try {
            Optional<InetAddress> address = walls.allowed(uri);
            return address.isPresent()
                    ? answer(send(uri, address.get(), webhook, delivery))
                    : failed("The address is not on the Internet");
        } catch (UnknownHostException e) {
            return failed("There is no host of that name");
        } catch (TimeoutException e) {
            return failed("There was no answer within " + timeout.toSeconds() + " s");
        } catch (ExecutionException e) {
            return failed("There was no answer: " + cause(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("The service stopped");
        }
    }

    private int send(URI uri, InetAddress address, Webhook webhook, Delivery delivery)
            throws InterruptedException, ExecutionException, TimeoutException {
        boolean secure = uri.getScheme().equalsIgnoreCase("https");
        int port = uri.getPort() > 0 ? uri.getPort() : secure ? HTTPS_PORT : HTTP_PORT;
        Instant now = clock.instant();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setSsl(secure)
                .setHost(uri.getHost())
                .setPort(port)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
                .setURI(path(uri))
                .setFollowRedirects(false)
                .setTimeout(timeout.toMillis())
                .putHeader("Content-Type", CLOUD_EVENT)
                .putHeader("User-Agent", AGENT)
                .putHeader("webhook-id", delivery.message())
                .putHeader("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                .putHeader(
                        "webhook-signature",
                        secrets.sign(
                                webhook.nonces(now), delivery.message(), now.getEpochSecond(), delivery.payload()));
        return client.request(options)
                .compose(request -> request.send(Buffer.buffer(delivery.payload())))
                .map(HttpCourier::status)
                .toCompletionStage()
                .toCompletableFuture()
                .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whatever else the other side has to say is not waited for. */
    private static int status(HttpClientResponse response) {
        response.request().connection().close();
        return response.statusCode();
    }

    private static String path(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static Answer answer(int status) {
        if (status >= 200 && status < 300) {
            return new Answer.Taken(status);
        }
        Attempt attempt = new Attempt(OptionalInt.of(status), "It answered " + status);
        return status == GONE ? new Answer.Gone(attempt) : new Answer.Failed(attempt);
    }

    private static Answer failed(String why) {
        return new Answer.Failed(new Attempt(OptionalInt.empty(), why));
    }

    private static String cause(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause.getClass()
                .getSimpleName()
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
    }
}

package dev.parley.systemtests;

import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.net.Address;
import dev.parley.systemtests.net.Loop;
import dev.parley.systemtests.sip.SipEndpoint;
import dev.parley.systemtests.sip.SipMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An edge with the running system's directory and key, whose call-controls are the test: so that it can be seen what
 * reaches them, and tried what becomes of their answers.
 */
final class LoneEdge implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    /** LONE_EDGE_PORT of etc/parley/world.sh. */
    private static final int PORT = 5160;

    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Loop loop = new Loop("call-control");
    private final List<CallControl> callControls;
    private final Process process;
    private final String key;

    LoneEdge(RunningSystem system, int instances) throws IOException {
        callControls = Stream.generate(CallControl::new).limit(instances).toList();
        Path folder = system.home().resolve(".parley");
        key = Files.readString(folder.resolve("secrets/sip-key")).strip();
        Files.writeString(
                folder.resolve("lone-edge.list"),
                callControls.stream()
                        .map(it -> "1 sip:" + HOST + ":" + it.endpoint.local().getPort() + ";transport=tcp\n")
                        .collect(Collectors.joining()));
        process = new ProcessBuilder(system.home().resolve("parley").toString(), "_exec", "lone-edge")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("logs/lone-edge.log").toFile())
                .start();
        await("all call-controls have been asked whether they are alive")
                .atMost(START)
                .until(() -> callControls.stream().allMatch(it -> it.probes > 1));
    }

    InetSocketAddress address() {
        return Address.of(HOST, PORT);
    }

    String key() {
        return key;
    }

    /** The status of a WebSocket's handshake (RFC 6455 §4.1), as a browser sends it for a page of this origin. */
    int handshake(String origin) throws IOException {
        try (Socket socket = new Socket(HOST, PORT + 1)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: edge\r\nUpgrade: websocket\r\n"
                                    + "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                                    + "Sec-WebSocket-Protocol: sip\r\nSec-WebSocket-Version: 13\r\nOrigin: " + origin
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 101".length());
            return Integer.parseInt(new String(start, StandardCharsets.US_ASCII).substring("HTTP/1.1 ".length()));
        }
    }

    CallControl callControl(int index) {
        return callControls.get(index);
    }

    /** What begins a dialog as call-control: it proves itself by the key. */
    SipMessage request(String uri) {
        return SipMessage.request("INVITE", uri)
                .with("Max-Forwards", "70")
                .with("From", "<sip:803@demo.parley.test>;tag=" + RawPhone.token())
                .with("To", "<" + uri + ">")
                .with("Call-ID", RawPhone.token() + "@parley")
                .with("CSeq", "1 INVITE")
                .with(
                        "Contact",
                        "<sip:leg@" + HOST + ":"
                                + callControl(0).endpoint.local().getPort() + ";transport=tcp>")
                .with("X-Parley-Key", key)
                .carrying("application/sdp", RawPhone.SDP);
    }

    /** A carrier's call, each one its own. */
    static SipMessage call(RawPhone from) {
        return from.request("INVITE", "sip:+4930900910@edge", "sip:+4930555@carrier", 1)
                .replacing("Call-ID", RawPhone.token())
                .carrying("application/sdp", RawPhone.SDP);
    }

    static SipMessage refusal(SipMessage request, int status) {
        return SipMessage.response(request, status, "Refused")
                .replacing("To", request.require("To") + ";tag=" + RawPhone.token());
    }

    /** The call that has come to a call-control, which refuses it. */
    SipMessage next() throws InterruptedException {
        CallControl one = whoHasIt();
        SipMessage told = one.receives();
        one.answers(told, refusal(told, 486));
        return told;
    }

    CallControl whoHasIt() {
        return await("a call-control has the call")
                .atMost(PATIENCE)
                .until(() -> callControl(0).hasReceived() ? callControl(0) : callControl(1), CallControl::hasReceived);
    }

    CallControl other(CallControl one) {
        return one == callControl(0) ? callControl(1) : callControl(0);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        loop.tell(() -> callControls.forEach(it -> it.endpoint.close()));
        loop.close();
    }

    /** One instance: it is alive, and says about calls what it is told to. */
    final class CallControl implements SipEndpoint.Owner {
        private final SipEndpoint endpoint = SipEndpoint.tcp(loop, Address.of(HOST, 0), this);
        private final BlockingQueue<SipMessage> received = new LinkedBlockingQueue<>();
        private volatile int probes;

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // On the loop only.
        public void requested(SipMessage request) {
            if (request.method().equals("OPTIONS")) {
                probes++;
                endpoint.respond(request, SipMessage.response(request, 200, "OK"));
            } else {
                received.add(request);
            }
        }

        @Override
        public void repeated(SipMessage response) {}

        Optional<SipMessage> receives(Duration patience) throws InterruptedException {
            return Optional.ofNullable(received.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
        }

        SipMessage receives() throws InterruptedException {
            return receives(PATIENCE).orElseThrow(() -> new AssertionError("Nothing has reached this call-control"));
        }

        boolean hasReceived() {
            return !received.isEmpty();
        }

        void answers(SipMessage request, SipMessage response) {
            loop.tell(() -> endpoint.respond(request, response));
        }

        /** Sends it to the edge and tells each response as it comes. */
        BlockingQueue<SipMessage> sends(SipMessage request) {
            BlockingQueue<SipMessage> answers = new LinkedBlockingQueue<>();
            loop.tell(() -> endpoint.send(request, address(), answers::add));
            return answers;
        }
    }
}

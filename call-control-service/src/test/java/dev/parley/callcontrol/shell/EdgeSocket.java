package dev.parley.callcontrol.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The SIP edge as call-control sees it: a raw TCP peer that speaks what a test tells it to. */
final class EdgeSocket implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;
    private static final String CALLED_TAG = "called";

    private final ServerSocket server;
    private final int serviceport;
    private final LinkedBlockingQueue<SipText> requests = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<SipText> responses = new LinkedBlockingQueue<>();
    private final Set<String> current = ConcurrentHashMap.newKeySet();
    private final Set<String> past = ConcurrentHashMap.newKeySet();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private Socket dialled;
    private volatile IOException heardLast;

    EdgeSocket(int port, int servicePort) throws IOException {
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.serviceport = servicePort;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                listen(server.accept());
            }
        } catch (IOException e) {
            assertThat(server.isClosed()).isTrue();
        }
    }

    private void listen(Socket socket) {
        sockets.add(socket);
        Thread.ofVirtual().start(() -> read(socket));
    }

    private void read(Socket socket) {
        try {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            StringBuilder head = new StringBuilder();
            for (int next = in.read(); next >= 0; next = in.read()) {
                head.append((char) next);
                if (head.toString().endsWith("\r\n\r\n")) {
                    SipText message = SipText.parse(head.toString().strip(), "");
                    int length =
                            Integer.parseInt(message.header("Content-Length").orElse("0"));
                    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
                    take(new SipText(message.firstLine(), message.fields(), body));
                    head.setLength(0);
                }
            }
        } catch (IOException e) {
            // The service is gone, or we are: what was heard stays in the queues.
            heardLast = e;
        } finally {
            lost(socket);
        }
    }

    private void take(SipText message) {
        String call = message.header("Call-ID").orElse("");
        current.add(call);
        if (!past.contains(call)) {
            (message.firstLine().startsWith("SIP/2.0") ? responses : requests).add(message);
        }
    }

    /** The service closed it: what is said next needs a new one. */
    private synchronized void lost(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says something to the service on a connection of our own. */
    synchronized void say(String head, String body) {
        try {
            if (dialled == null || dialled.isClosed()) {
                dialled = new Socket(InetAddress.getLoopbackAddress(), serviceport);
                listen(dialled);
            }
            byte[] bytes = (head.strip().replaceAll("\r?\n", "\r\n") + "\r\nContent-Length: "
                            + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body)
                    .getBytes(StandardCharsets.UTF_8);
            dialled.getOutputStream().write(bytes);
            dialled.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers an INVITE of the service as the called phone would. */
    void answer(SipText invite, int status, String sdp) {
        StringBuilder head = new StringBuilder("SIP/2.0 " + status + " Whatever\n");
        invite.headers("Via").forEach(via -> head.append("Via: ").append(via).append('\n'));
        for (String name : List.of("From", "Call-ID", "CSeq")) {
            head.append(name)
                    .append(": ")
                    .append(invite.header(name).orElseThrow())
                    .append('\n');
        }
        head.append("To: ")
                .append(invite.header("To").orElseThrow())
                .append(";tag=")
                .append(CALLED_TAG);
        head.append("\nContact: <sip:802@127.0.0.1:").append(port()).append(";transport=tcp>");
        say(head + (sdp.isEmpty() ? "" : "\nContent-Type: application/sdp"), sdp);
    }

    /** Answers a re-INVITE of the service as the phone of that dialog would. */
    void agree(SipText invite, String sdp) {
        StringBuilder head = new StringBuilder("SIP/2.0 200 OK\n");
        invite.headers("Via").forEach(via -> head.append("Via: ").append(via).append('\n'));
        for (String name : List.of("From", "To", "Call-ID", "CSeq")) {
            head.append(name)
                    .append(": ")
                    .append(invite.header(name).orElseThrow())
                    .append('\n');
        }
        head.append("Contact: <sip:phone@127.0.0.1:").append(port()).append(";transport=tcp>");
        say(head + "\nContent-Type: application/sdp", sdp);
    }

    /** Hangs up as the called phone would. */
    void hangUp(SipText invite) {
        say(
                "BYE " + invite.contactUri() + " SIP/2.0\nVia: SIP/2.0/TCP 127.0.0.1:" + port()
                        + ";branch=z9hG4bK" + java.util.UUID.randomUUID() + "\nMax-Forwards: 70\nFrom: "
                        + invite.header("To").orElseThrow() + ";tag=" + CALLED_TAG + "\nTo: "
                        + invite.header("From").orElseThrow() + "\nCall-ID: "
                        + invite.header("Call-ID").orElseThrow() + "\nCSeq: 1 BYE",
                "");
    }

    SipText awaitRequest(String method) {
        return await(requests, message -> message.isRequest(method), method);
    }

    SipText awaitResponse(int status, String method) {
        return await(responses, message -> message.isResponse(status, method), status + " to " + method);
    }

    /** The status of the next answer to a request of this method. */
    int awaitAnswer(String method) {
        SipText answer = await(
                responses,
                message -> message.firstLine().startsWith("SIP/2.0 ")
                        && message.header("CSeq").orElse("").endsWith(" " + method),
                "answer to " + method);
        return Integer.parseInt(answer.firstLine().split(" ")[1]);
    }

    /** The next message that fits; a request or response that does not fit and came before it is dropped. */
    private static SipText await(LinkedBlockingQueue<SipText> heard, Predicate<SipText> wanted, String what) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        StringBuilder others = new StringBuilder();
        try {
            while (true) {
                SipText next = heard.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                assertThat(next)
                        .as("a " + what + " within time; heard instead:" + others)
                        .isNotNull();
                if (wanted.test(next)) {
                    return next;
                }
                others.append("\n").append(next.firstLine());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What still comes in calls heard of until now is dropped: an earlier test left them. */
    void forget() {
        past.addAll(current);
        requests.clear();
        responses.clear();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}

package dev.parley.systemtests.world;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Asks rtpengine itself which calls it carries: its word, not that of who controls it. */
public final class MediaProbe {
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int LARGEST_DATAGRAM = 65_535;

    private final World.Rtpengine rtpengine;

    public MediaProbe(World world) {
        this.rtpengine = world.rtpengine();
    }

    /** The ids of all calls; a room's call carries its name. */
    public List<String> calls() {
        return strings(ask("d7:command4:list5:limiti10000ee"));
    }

    public List<String> callsOf(String room) {
        return calls().stream()
                .filter(call -> call.equals(room) || call.startsWith(room + "/") || call.startsWith(room + "#"))
                .toList();
    }

    /** Who is in a room's call, and who hears whom there; nobody when there is no such call. */
    public RoomMix mix(String room) {
        // Over TCP: the answer about a full room is larger than any datagram.
        try (Socket socket = new Socket(rtpengine.host(), rtpengine.port())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            String query = "%s d7:command5:query7:call-id%d:%se".formatted(UUID.randomUUID(), room.length(), room);
            socket.getOutputStream().write(query.getBytes(StandardCharsets.UTF_8));
            InputStream reply = new BufferedInputStream(socket.getInputStream());
            for (int octet = reply.read(); octet >= 0 && octet != ' '; octet = reply.read()) {
                // The cookie; nobody else asks on this connection.
            }
            return RoomMix.of(Bencode.read(reply));
        } catch (IOException e) {
            throw new UncheckedIOException("rtpengine at " + rtpengine.address() + " does not answer", e);
        }
    }

    private String ask(String command) {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            byte[] request = (UUID.randomUUID() + " " + command).getBytes(StandardCharsets.UTF_8);
            socket.send(new DatagramPacket(request, request.length, rtpengine.address()));
            DatagramPacket reply = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
            socket.receive(reply);
            String text = new String(reply.getData(), 0, reply.getLength(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf(' ') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException("rtpengine at " + rtpengine.address() + " does not answer", e);
        }
    }

    // {"calls": [...], "result": "ok"} in bencode: what is in the list is all that is of interest.
    private static List<String> strings(String reply) {
        int at = reply.indexOf("5:callsl");
        if (at < 0) {
            throw new IllegalStateException("Expected a list of calls, but rtpengine said: " + reply);
        }
        List<String> strings = new ArrayList<>();
        at += "5:callsl".length();
        while (reply.charAt(at) != 'e') {
            int colon = reply.indexOf(':', at);
            int end = colon + 1 + Integer.parseInt(reply.substring(at, colon));
            strings.add(reply.substring(colon + 1, end));
            at = end;
        }
        return strings;
    }
}

package dev.parley.media.ng;

import dev.parley.media.ng.Bencode.BencodeException;
import dev.parley.media.ng.NgValue.Dictionary;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Who waits for which cookie. */
final class PendingReplies {

    private final Map<String, CompletableFuture<NgReply>> waiting = new ConcurrentHashMap<>();

    CompletableFuture<NgReply> await(String cookie) {
        var reply = new CompletableFuture<NgReply>();
        waiting.put(cookie, reply);
        return reply;
    }

    void forget(String cookie) {
        waiting.remove(cookie);
    }

    /** Ends every wait without an answer, as when the connection is lost. */
    void abandon() {
        waiting.values().forEach(reply -> reply.complete(new NgReply.Silent()));
    }

    /** Hands a message to whoever waits for it; a late or unknown one is nobody's. */
    void arrived(byte[] message) {
        int space = indexOfSpace(message);
        if (space < 0) {
            return;
        }
        var reply = waiting.get(new String(message, 0, space, StandardCharsets.US_ASCII));
        if (reply != null) {
            reply.complete(read(message, space + 1));
        }
    }

    private static NgReply read(byte[] message, int offset) {
        try {
            return Bencode.decode(message, offset) instanceof Dictionary fields
                    ? NgReply.of(fields)
                    : new NgReply.Refused("reply is not a dictionary");
        } catch (BencodeException e) {
            return new NgReply.Refused("unreadable reply: " + e.getMessage());
        }
    }

    private static int indexOfSpace(byte[] message) {
        for (int i = 0; i < message.length; i++) {
            if (message[i] == ' ') {
                return i;
            }
        }
        return -1;
    }

    static byte[] message(String cookie, NgRequest request) {
        byte[] head = (cookie + " ").getBytes(StandardCharsets.US_ASCII);
        byte[] body = Bencode.encode(request.encoded());
        byte[] message = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, message, head.length, body.length);
        return message;
    }
}

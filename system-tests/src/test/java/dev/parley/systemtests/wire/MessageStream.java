package dev.parley.systemtests.wire;

import dev.parley.systemtests.sip.SipMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Messages out of a stream, whose ends Content-Length tells (RFC 3261 §18.3). A time-out loses nothing of what has come. */
final class MessageStream {
    private static final Pattern LENGTH =
            Pattern.compile("^(?:Content-Length|l)\\s*:\\s*(\\d+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final int CHUNK = 8_192;

    private final InputStream in;
    private final byte[] chunk = new byte[CHUNK];
    private byte[] pending = new byte[0];

    MessageStream(InputStream in) {
        this.in = in;
    }

    /** Waits for the next whole message; empty at the end of the stream. */
    Optional<SipMessage> next() throws IOException {
        while (true) {
            Optional<SipMessage> message = take();
            if (message.isPresent()) {
                return message;
            }
            int count = in.read(chunk);
            if (count < 0) {
                return Optional.empty();
            }
            ByteArrayOutputStream more = new ByteArrayOutputStream();
            more.writeBytes(pending);
            more.write(chunk, 0, count);
            pending = more.toByteArray();
        }
    }

    private Optional<SipMessage> take() {
        String text = new String(pending, StandardCharsets.ISO_8859_1);
        int begin = 0;
        while (begin < text.length() && (text.charAt(begin) == '\r' || text.charAt(begin) == '\n')) {
            begin++;
        }
        int head = text.indexOf("\r\n\r\n", begin);
        if (head < 0) {
            return Optional.empty();
        }
        var length = LENGTH.matcher(text.substring(begin, head));
        int end = head + 4 + (length.find() ? Integer.parseInt(length.group(1)) : 0);
        if (end > text.length()) {
            return Optional.empty();
        }
        byte[] whole = text.substring(begin, end).getBytes(StandardCharsets.ISO_8859_1);
        pending = text.substring(end).getBytes(StandardCharsets.ISO_8859_1);
        return SipMessage.parse(whole);
    }
}

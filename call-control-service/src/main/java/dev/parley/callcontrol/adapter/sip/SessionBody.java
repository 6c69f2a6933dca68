package dev.parley.callcontrol.adapter.sip;

import dev.parley.callcontrol.sip.Headers;
import dev.parley.callcontrol.sip.Sdp;
import gov.nist.javax.sip.header.ContentType;
import gov.nist.javax.sip.message.Content;
import gov.nist.javax.sip.message.SIPMessage;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Iterator;
import java.util.Optional;
import javax.sip.header.ContentTypeHeader;

/**
 * The body of a message; of a body in parts (RFC 2046 §5.1.3) the session description, where there is one: every user agent
 * must be able to find it there (RFC 5621 §3.1).
 *
 * @param type where it is not the message's own
 */
record SessionBody(Optional<String> type, String text) {
    static SessionBody of(SIPMessage message) {
        byte[] raw = message.getRawContent();
        SessionBody whole =
                new SessionBody(Optional.empty(), raw == null ? "" : new String(raw, StandardCharsets.UTF_8));
        ContentType type = message.getContentTypeHeader();
        boolean parts = type != null && "multipart".equalsIgnoreCase(type.getContentType());
        return parts ? description(message).orElse(whole) : whole;
    }

    private static Optional<SessionBody> description(SIPMessage message) {
        try {
            for (Iterator<Content> parts = message.getMultipartMimeContent().getContents(); parts.hasNext(); ) {
                Content part = parts.next();
                if (isSdp(part.getContentTypeHeader())) {
                    String text = String.valueOf(part.getContent());
                    return Optional.of(new SessionBody(Optional.of(Sdp.CONTENT_TYPE), text.strip() + "\r\n"));
                }
            }
        } catch (ParseException | RuntimeException e) {
            // Not in parts after all: it is refused like any other body that nobody knows.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean isSdp(ContentTypeHeader type) {
        return type != null
                && "application".equalsIgnoreCase(type.getContentType())
                && "sdp".equalsIgnoreCase(type.getContentSubType());
    }

    /** The header fields of the message, with the type of this body. */
    Headers describing(Headers headers) {
        return type.map(own -> headers.without("Content-Type").with("Content-Type", own))
                .orElse(headers);
    }
}

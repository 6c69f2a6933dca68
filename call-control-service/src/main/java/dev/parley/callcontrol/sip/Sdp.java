package dev.parley.callcontrol.sip;

import gov.nist.javax.sdp.parser.SDPAnnounceParser;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Vector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sdp.Attribute;
import javax.sdp.MediaDescription;
import javax.sdp.Origin;
import javax.sdp.SdpException;
import javax.sdp.SdpParseException;
import javax.sdp.SessionDescription;
import org.jspecify.annotations.Nullable;

/** The little that a signalling server has to know of an SDP: what it means for hold (RFC 3264 §8.4). */
public final class Sdp {
    public static final String CONTENT_TYPE = "application/sdp";

    private static final Set<String> HOLDING = Set.of("sendonly", "inactive");
    private static final Set<String> DIRECTIONS = Set.of("sendonly", "inactive", "sendrecv", "recvonly");

    private Sdp() {}

    static Optional<String> in(Headers headers, String body) {
        boolean sdp = headers.contentType().map(CONTENT_TYPE::equals).orElse(false);
        return sdp && !body.isBlank() ? Optional.of(body) : Optional.empty();
    }

    /**
     * Our SDP as the next one of the same session: the party knows it by the origin of the one before, whose version grows
     * (RFC 3264 §8). It makes a difference where the media has moved to another room.
     */
    public static String continuing(String before, String next) {
        Optional<Origin> known = parsed(before).map(SessionDescription::getOrigin);
        Optional<Origin> ours = parsed(next).map(SessionDescription::getOrigin);
        try {
            if (known.isEmpty()
                    || ours.isEmpty()
                    || known.get().getSessionId() == ours.get().getSessionId()) {
                return next;
            }
            Origin origin = ours.get();
            origin.setUsername(known.get().getUsername());
            origin.setSessionId(known.get().getSessionId());
            origin.setSessionVersion(known.get().getSessionVersion() + 1);
            String line = origin.toString().strip();
            return next.lines()
                    .map(given -> given.startsWith("o=") ? line : given)
                    .collect(Collectors.joining("\r\n", "", "\r\n"));
        } catch (SdpException e) {
            return next;
        }
    }

    /**
     * Whether the party does not want to be heard: it sends only (music), nothing, or to the null address (RFC 2543). What
     * no SDP parser takes says nothing about it.
     */
    public static boolean holds(String sdp) {
        return parsed(sdp).map(Sdp::isHeld).orElse(false);
    }

    private static boolean isHeld(SessionDescription sdp) {
        Optional<MediaDescription> audio = audio(sdp);
        List<String> directions = Stream.concat(
                        audio.stream().flatMap(media -> names(media.getAttributes(false))),
                        names(sdp.getAttributes(false)))
                .filter(DIRECTIONS::contains)
                .toList();
        boolean silent = Stream.concat(
                        audio.map(MediaDescription::getConnection).stream(),
                        Optional.ofNullable(sdp.getConnection()).stream())
                .findFirst()
                .map(connection -> connection.toString().contains(" 0.0.0.0"))
                .orElse(false);
        return directions.isEmpty() ? silent : HOLDING.contains(directions.getFirst());
    }

    private static Optional<MediaDescription> audio(SessionDescription sdp) {
        try {
            for (Object each : sdp.getMediaDescriptions(true)) {
                if (each instanceof MediaDescription media
                        && media.getMedia().getMediaType().equalsIgnoreCase("audio")) {
                    return Optional.of(media);
                }
            }
        } catch (SdpException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Stream<String> names(@Nullable Vector<?> attributes) {
        return attributes == null
                ? Stream.empty()
                : attributes.stream().filter(Attribute.class::isInstance).map(each -> name((Attribute) each));
    }

    private static String name(Attribute attribute) {
        try {
            return String.valueOf(attribute.getName());
        } catch (SdpParseException e) {
            return "";
        }
    }

    private static Optional<SessionDescription> parsed(String sdp) {
        try {
            return sdp.isBlank() ? Optional.empty() : Optional.of(new SDPAnnounceParser(sdp).parse());
        } catch (ParseException | RuntimeException e) {
            return Optional.empty();
        }
    }
}

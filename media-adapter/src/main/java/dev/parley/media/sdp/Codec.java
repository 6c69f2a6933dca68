package dev.parley.media.sdp;

import java.util.Locale;
import java.util.Optional;

/** One format of an audio stream: {@code a=rtpmap} and {@code a=fmtp} under one payload type. */
public record Codec(int payloadType, String name, int clockRate, int channels, Optional<String> parameters) {

    static final String TELEPHONE_EVENT = "telephone-event";

    /** Whether it carries keys instead of audio (RFC 4733). */
    public boolean isTelephoneEvent() {
        return isNamed(TELEPHONE_EVENT);
    }

    public boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** The same format, whatever number it goes by. */
    boolean sameFormat(Codec other) {
        return isNamed(other.name) && clockRate == other.clockRate && channels == other.channels;
    }

    /** The same format under the same number, with what we have to say about it instead of what they said. */
    Codec asOurs() {
        String parameters = isTelephoneEvent() ? "0-15" : isNamed("opus") ? "useinbandfec=1" : "";
        return new Codec(
                payloadType,
                name,
                clockRate,
                channels,
                parameters.isEmpty() ? Optional.empty() : Optional.of(parameters));
    }

    String rtpmap() {
        String base = "a=rtpmap:" + payloadType + " " + name + "/" + clockRate;
        return channels > 1 ? base + "/" + channels : base;
    }

    /** As rtpengine names a codec, such as {@code opus/48000/2}. */
    public String specification() {
        return channels > 1 ? name + "/" + clockRate + "/" + channels : name + "/" + clockRate;
    }

    @Override
    public String toString() {
        return specification().toLowerCase(Locale.ROOT) + "@" + payloadType;
    }
}

package dev.parley.systemtests.audio;

import java.util.Locale;

/** The two companded codecs of ITU-T G.711, with the payload numbers that RTP fixes for them. */
public enum G711 {
    PCMU(0) {
        @Override
        byte encode(int sample) {
            int sign = sample < 0 ? 0x80 : 0;
            int magnitude = Math.min(Math.abs(sample), 32_635) + 0x84;
            int exponent = 24 - Integer.numberOfLeadingZeros(magnitude);
            int mantissa = (magnitude >> (exponent + 3)) & 0x0F;
            return (byte) ~(sign | (exponent << 4) | mantissa);
        }

        @Override
        int decode(byte octet) {
            int code = ~octet & 0xFF;
            int magnitude = ((((code & 0x0F) << 3) + 0x84) << ((code >> 4) & 0x07)) - 0x84;
            return (code & 0x80) == 0 ? magnitude : -magnitude;
        }
    },
    PCMA(8) {
        @Override
        byte encode(int sample) {
            int sign = sample < 0 ? 0 : 0x80;
            int magnitude = Math.min(sample < 0 ? -sample - 1 : sample, 32_767) >> 3;
            int exponent = Math.max(0, 27 - Integer.numberOfLeadingZeros(magnitude));
            int mantissa = exponent == 0 ? (magnitude >> 1) & 0x0F : (magnitude >> exponent) & 0x0F;
            return (byte) ((sign | (exponent << 4) | mantissa) ^ 0x55);
        }

        @Override
        int decode(byte octet) {
            int code = (octet & 0xFF) ^ 0x55;
            int exponent = (code >> 4) & 0x07;
            int magnitude = ((code & 0x0F) << 4) + 8;
            if (exponent > 0) {
                magnitude = (magnitude + 0x100) << (exponent - 1);
            }
            return (code & 0x80) == 0 ? -magnitude : magnitude;
        }
    };

    private final int payloadType;

    G711(int payloadType) {
        this.payloadType = payloadType;
    }

    abstract byte encode(int sample);

    abstract int decode(byte octet);

    public int payloadType() {
        return payloadType;
    }

    /** As in {@code a=rtpmap}. */
    public String encoding() {
        return name().toUpperCase(Locale.ROOT) + "/8000";
    }

    public byte[] encode(short[] samples) {
        byte[] octets = new byte[samples.length];
        for (int i = 0; i < samples.length; i++) {
            octets[i] = encode(samples[i]);
        }
        return octets;
    }

    public short[] decode(byte[] octets) {
        short[] samples = new short[octets.length];
        for (int i = 0; i < octets.length; i++) {
            samples[i] = (short) decode(octets[i]);
        }
        return samples;
    }
}

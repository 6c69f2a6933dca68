package dev.parley.media.testing;

/** G.711: the two companding laws, decoded by their formulas and encoded by searching the nearest code. */
public enum G711 {
    PCMU(0) {
        @Override
        int expanded(int code) {
            int inverted = ~code & 0xff;
            int magnitude = (((inverted & 0x0f) << 3) + 132 << ((inverted >> 4) & 7)) - 132;
            return (inverted & 0x80) != 0 ? -magnitude : magnitude;
        }
    },
    PCMA(8) {
        @Override
        int expanded(int code) {
            int toggled = code ^ 0x55;
            int exponent = (toggled >> 4) & 7;
            int base = ((toggled & 0x0f) << 4) + 8;
            int magnitude = exponent == 0 ? base : base + 0x100 << exponent - 1;
            return (toggled & 0x80) != 0 ? magnitude : -magnitude;
        }
    };

    final int payloadType;
    private final short[] decoded = new short[256];

    G711(int payloadType) {
        this.payloadType = payloadType;
        for (int code = 0; code < 256; code++) {
            decoded[code] = (short) expanded(code);
        }
    }

    abstract int expanded(int code);

    short decode(byte code) {
        return decoded[code & 0xff];
    }

    byte encode(short sample) {
        int best = 0;
        for (int code = 1; code < 256; code++) {
            if (Math.abs(decoded[code] - sample) < Math.abs(decoded[best] - sample)) {
                best = code;
            }
        }
        return (byte) best;
    }
}

package dev.parley.systemtests.baresip;

/** What a baresip may be told to speak, and the sound files that it then reads and writes. */
public enum Codec {
    PCMU("pcmu/8000", "g711", 8_000, 1),
    PCMA("pcma/8000", "g711", 8_000, 1),
    G722("G722/16000", "g722", 16_000, 1),
    OPUS("opus/48000/2", "opus", 48_000, 2);

    final String name;
    final String module;
    final int rate;
    final int channels;

    Codec(String name, String module, int rate, int channels) {
        this.name = name;
        this.module = module;
        this.rate = rate;
        this.channels = channels;
    }
}

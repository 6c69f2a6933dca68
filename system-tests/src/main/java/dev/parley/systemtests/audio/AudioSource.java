package dev.parley.systemtests.audio;

import java.util.Arrays;

/** An endless supply of audio: 20 ms at a time, 8,000 samples a second. */
@FunctionalInterface
public interface AudioSource {
    int RATE = 8000;
    int FRAME = RATE / 50;

    /** The next {@link #FRAME} samples. */
    short[] next();

    static AudioSource silence() {
        return () -> new short[FRAME];
    }

    static AudioSource tone(Tone tone) {
        return sines(Tone.AMPLITUDE, tone.hertz());
    }

    /** The sum of some sines, each of this amplitude, without a click from frame to frame. */
    static AudioSource sines(int amplitude, double... hertz) {
        return new AudioSource() {
            private long position;

            @Override
            public short[] next() {
                short[] frame = new short[FRAME];
                for (int i = 0; i < FRAME; i++, position++) {
                    double at = 2 * Math.PI * position / RATE;
                    frame[i] = (short) Math.round(
                            Arrays.stream(hertz).map(f -> Math.sin(f * at)).sum() * amplitude);
                }
                return frame;
            }
        };
    }

    /** A recording at 8 kHz, again and again. */
    static AudioSource recording(short[] samples) {
        return new AudioSource() {
            private int position;

            @Override
            public short[] next() {
                short[] frame = new short[FRAME];
                for (int i = 0; i < FRAME; i++) {
                    frame[i] = samples[position];
                    position = (position + 1) % samples.length;
                }
                return frame;
            }
        };
    }
}

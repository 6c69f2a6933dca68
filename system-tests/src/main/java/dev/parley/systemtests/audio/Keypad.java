package dev.parley.systemtests.audio;

import java.util.List;

/** The sixteen keys, as telephone events (RFC 4733 §3.2) and as pairs of tones (ITU-T Q.23). */
public final class Keypad {
    private static final String EVENTS = "0123456789*#ABCD";
    private static final String GRID = "123A456B789C*0#D";
    private static final double[] ROWS = {697, 770, 852, 941};
    private static final double[] COLUMNS = {1209, 1336, 1477, 1633};
    // About −9 dBm0 a tone: what a telephone sends.
    private static final int AMPLITUDE = 8000;

    private Keypad() {}

    public static int event(char key) {
        return place(EVENTS, key);
    }

    public static AudioSource tones(char key) {
        int place = place(GRID, key);
        return AudioSource.sines(AMPLITUDE, ROWS[place / 4], COLUMNS[place % 4]);
    }

    /** The two tones by which a key is known in a sound. */
    public static List<Tone> pair(char key) {
        int place = place(GRID, key);
        return List.of(new Tone((int) ROWS[place / 4]), new Tone((int) COLUMNS[place % 4]));
    }

    private static int place(String keys, char key) {
        int place = keys.indexOf(key);
        if (place < 0) {
            throw new IllegalArgumentException("No telephone has a key '" + key + "'");
        }
        return place;
    }
}

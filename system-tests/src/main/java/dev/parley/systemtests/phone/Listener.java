package dev.parley.systemtests.phone;

import dev.parley.systemtests.audio.Levels;
import dev.parley.systemtests.audio.Tone;
import java.time.Duration;
import java.util.Collection;

/** Somebody with a tone of its own who can tell which tones it hears. */
public interface Listener {
    String name();

    Tone tone();

    /** How loud each of the tones is during so long from now. */
    Levels hears(Collection<Tone> tones, Duration duration);
}

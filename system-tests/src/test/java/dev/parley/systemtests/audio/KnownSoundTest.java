package dev.parley.systemtests.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownSoundTest {
    private static final Path PROMPTS = Path.of("../prompts/en");
    private static final List<String> OTHERS = List.of(
            "trying",
            "conference-full",
            "conference-locked",
            "conference-not-started",
            "enter-pin",
            "wrong-pin",
            "goodbye",
            "nothing-to-drop",
            "call-dropped",
            "not-found");

    private static short[] asHeard(String prompt) {
        Wav wav = Wav.read(PROMPTS.resolve(prompt + ".wav"));
        int by = wav.rate() / AudioSource.RATE;
        short[] samples = new short[wav.samples().length / by];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = wav.samples()[i * by];
        }
        return G711.PCMU.decode(G711.PCMU.encode(samples));
    }

    private static short[] within(short[] sound, int before, int after) {
        short[] all = new short[before + sound.length + after];
        System.arraycopy(sound, 0, all, before, sound.length);
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"trying", "conference-full", "wrong-pin", "enter-pin", "goodbye", "nothing-to-drop"})
    void aPromptIsFoundAmongOthersAndNoOtherIsTakenForIt(String prompt) {
        KnownSound known = KnownSound.read(PROMPTS.resolve(prompt + ".wav"));

        for (String other : OTHERS) {
            short[] heard = within(asHeard(other), 1_234, 4_321);
            assertThat(known.likeness(heard)).as("%s in %s", prompt, other).satisfies(likeness -> {
                if (other.equals(prompt)) {
                    assertThat(likeness).isGreaterThan(KnownSound.SAME);
                } else {
                    assertThat(likeness).isLessThan(0.6);
                }
            });
        }
    }

    @Test
    void silenceIsLikeNothing() {
        assertThat(KnownSound.read(PROMPTS.resolve("trying.wav")).likeness(new short[80_000]))
                .isZero();
        assertThat(KnownSound.read(PROMPTS.resolve("trying.wav")).likeness(new short[10]))
                .isZero();
    }
}

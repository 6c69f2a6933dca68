package dev.parley.systemtests.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtteranceTest {
    private static final Path PROMPTS = Path.of("../prompts/en");
    private static final List<String> OTHERS = List.of(
            "trying",
            "conference-full",
            "enter-pin",
            "wrong-pin",
            "goodbye",
            "nothing-to-drop",
            "call-dropped",
            "not-found");

    private static Path file(String prompt) {
        return PROMPTS.resolve(prompt + ".wav");
    }

    /** As it comes over a telephone, with a stumble of 44 ms in its middle. */
    private static short[] asHeard(String prompt) {
        short[] said = Wav.read(file(prompt)).narrow().samples();
        short[] heard = new short[said.length + 10_000];
        int half = said.length / 2;
        System.arraycopy(said, 0, heard, 1_234, half);
        System.arraycopy(said, half, heard, 1_234 + half + 352, said.length - half);
        return G711.PCMU.decode(G711.PCMU.encode(heard));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trying", "conference-full", "wrong-pin", "enter-pin", "goodbye", "nothing-to-drop"})
    void aPromptIsKnownAlsoWhereItStumblesAndNoOtherIsTakenForIt(String prompt) {
        Utterance known = Utterance.read(file(prompt));

        assertThat(known.share(asHeard(prompt))).isGreaterThanOrEqualTo(Utterance.SAID);
        assertThat(OTHERS)
                .filteredOn(other -> !other.equals(prompt))
                .allSatisfy(other -> assertThat(known.share(asHeard(other))).isLessThan(Utterance.SAID));
    }

    @Test
    void silenceSaysNothing() {
        assertThat(Utterance.read(file("trying")).share(new short[80_000])).isZero();
        assertThat(Utterance.read(file("trying")).share(new short[10])).isZero();
    }
}

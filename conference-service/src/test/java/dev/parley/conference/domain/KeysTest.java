package dev.parley.conference.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conference.domain.KeyMap.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KeysTest {
    @Test
    @DisplayName("R5 keys are collected until they mean something")
    void keysAreCollected() {
        assertThat(type(KeyMap.DEFAULT, "*9")).isEqualTo(new Reading.More("*9"));
        assertThat(type(KeyMap.DEFAULT, "*92")).isEqualTo(new Reading.Does(KeyAction.MUTE_ALL, ""));
        assertThat(type(KeyMap.DEFAULT, "*1")).isEqualTo(new Reading.Does(KeyAction.MUTE_SELF, ""));
        assertThat(type(KeyMap.DEFAULT, "##")).isEqualTo(new Reading.Does(KeyAction.DROP_INVITED, ""));
    }

    @Test
    @DisplayName("R2 a number ends with # or with silence")
    void aNumberEndsWithHashOrSilence() {
        assertThat(type(KeyMap.DEFAULT, "*8123#")).isEqualTo(new Reading.Does(KeyAction.INVITE, "123"));
        assertThat(type(KeyMap.DEFAULT, "*8123")).isEqualTo(new Reading.More("*8123"));
        assertThat(KeyMap.DEFAULT.silence("*8123")).isEqualTo(new Reading.Does(KeyAction.INVITE, "123"));
        assertThat(KeyMap.DEFAULT.silence("*8")).isEqualTo(new Reading.Nothing());
        assertThat(type(KeyMap.DEFAULT, "*8#")).isEqualTo(new Reading.Nothing());
    }

    @Test
    void starStartsOver() {
        assertThat(type(KeyMap.DEFAULT, "*8123*8456#")).isEqualTo(new Reading.Does(KeyAction.INVITE, "456"));
        assertThat(type(KeyMap.DEFAULT, "*9*1")).isEqualTo(new Reading.Does(KeyAction.MUTE_SELF, ""));
    }

    @Test
    @DisplayName("R2 before the number may stand what withholds or shows one's own")
    void codesBeforeANumber() {
        assertThat(type(KeyMap.DEFAULT, "*8*31*123#")).isEqualTo(new Reading.Does(KeyAction.INVITE, "*31*123"));
        assertThat(type(KeyMap.DEFAULT, "*8*30*123#")).isEqualTo(new Reading.Does(KeyAction.INVITE, "*30*123"));
        assertThat(KeyMap.DEFAULT.silence("*8*31*123")).isEqualTo(new Reading.Does(KeyAction.INVITE, "*31*123"));
        for (String unfinished : List.of("*8*", "*8*3", "*8*31", "*8*31*")) {
            assertThat(type(KeyMap.DEFAULT, unfinished)).isEqualTo(new Reading.More(unfinished));
            assertThat(type(KeyMap.DEFAULT, unfinished + "#")).isEqualTo(new Reading.Nothing());
            assertThat(KeyMap.DEFAULT.silence(unfinished)).isEqualTo(new Reading.Nothing());
        }
    }

    @Test
    void whatBecomesNoCodeStartsOver() {
        assertThat(type(KeyMap.DEFAULT, "*8*92")).isEqualTo(new Reading.Does(KeyAction.MUTE_ALL, ""));
        assertThat(type(KeyMap.DEFAULT, "*8*8456#")).isEqualTo(new Reading.Does(KeyAction.INVITE, "456"));
        assertThat(type(KeyMap.DEFAULT, "*8**8456#")).isEqualTo(new Reading.Does(KeyAction.INVITE, "456"));
        assertThat(type(KeyMap.DEFAULT, "*8*31*4*8456#")).isEqualTo(new Reading.Does(KeyAction.INVITE, "456"));
        assertThat(type(KeyMap.DEFAULT, "*8*3*92")).isEqualTo(new Reading.Does(KeyAction.MUTE_ALL, ""));
        assertThat(type(KeyMap.DEFAULT, "*8*39")).isEqualTo(new Reading.Nothing());
    }

    @Test
    void keysOfTheTenantThatBeginLikeACodeComeFirst() {
        KeyMap own = KeyMap.ofTenant(Map.of("*3", "lock"));

        assertThat(type(own, "*8*3")).isEqualTo(new Reading.Does(KeyAction.LOCK, ""));
    }

    @Test
    @DisplayName("R5 *99 needs a #, and silence is none")
    void theEndIsConfirmed() {
        assertThat(type(KeyMap.DEFAULT, "*99")).isEqualTo(new Reading.More("*99"));
        assertThat(KeyMap.DEFAULT.unconfirmed("*99")).contains(KeyAction.END_CONFERENCE);
        assertThat(type(KeyMap.DEFAULT, "*99#")).isEqualTo(new Reading.Does(KeyAction.END_CONFERENCE, ""));
        assertThat(KeyMap.DEFAULT.silence("*99")).isEqualTo(new Reading.Nothing());
        assertThat(type(KeyMap.DEFAULT, "*991")).isEqualTo(new Reading.Nothing());
    }

    @Test
    void whatContinuesNothingMeansNothing() {
        assertThat(type(KeyMap.DEFAULT, "*7")).isEqualTo(new Reading.Nothing());
        assertThat(type(KeyMap.DEFAULT, "5")).isEqualTo(new Reading.Nothing());
        assertThat(KeyMap.DEFAULT.silence("*9")).isEqualTo(new Reading.Nothing());
    }

    @Test
    void aKeyThatIsLeantOnEndsTheNumber() {
        assertThat(type(KeyMap.DEFAULT, "*8" + "1".repeat(38))).isInstanceOf(Reading.More.class);
        assertThat(type(KeyMap.DEFAULT, "*8" + "1".repeat(39))).isEqualTo(new Reading.Nothing());
    }

    @Test
    @DisplayName("R5 under pairs *94 locks and *95 unlocks")
    void pairs() {
        KeyMap pairs = KeyMap.PRESETS.get("pairs");

        assertThat(type(pairs, "*94")).isEqualTo(new Reading.Does(KeyAction.LOCK, ""));
        assertThat(type(pairs, "*95")).isEqualTo(new Reading.Does(KeyAction.UNLOCK, ""));
        assertThat(type(pairs, "*96")).isEqualTo(new Reading.Does(KeyAction.TOGGLE_RECORDING, ""));
    }

    @Test
    @DisplayName("R5 a tenant's own keys replace the default's for what they name, and leave the others")
    void aTenantsOwnKeys() {
        KeyMap own = KeyMap.ofTenant(Map.of("*4", "mute_all", "*94", "lock", "*77", "not_invented_yet"));

        assertThat(type(own, "*4")).isEqualTo(new Reading.Does(KeyAction.MUTE_ALL, ""));
        assertThat(type(own, "*92")).isEqualTo(new Reading.Nothing());
        assertThat(type(own, "*94")).isEqualTo(new Reading.Does(KeyAction.LOCK, ""));
        assertThat(type(own, "*93")).isEqualTo(new Reading.Does(KeyAction.UNMUTE_ALL, ""));
        assertThat(type(own, "*77")).isEqualTo(new Reading.Nothing());
    }

    @Test
    void ofTwoThatBeginAlikeTheShorterWaitsForSilence() {
        KeyMap own = KeyMap.ofTenant(Map.of("*4", "lock", "*41", "unlock"));

        assertThat(type(own, "*4")).isEqualTo(new Reading.More("*4"));
        assertThat(own.silence("*4")).isEqualTo(new Reading.Does(KeyAction.LOCK, ""));
        assertThat(type(own, "*41")).isEqualTo(new Reading.Does(KeyAction.UNLOCK, ""));
    }

    @Test
    @DisplayName("R2 R3 numbers and digits are in no text")
    void numbersAreInNoText() {
        assertThat(type(KeyMap.DEFAULT, "*8123").toString()).doesNotContain("123");
        assertThat(type(KeyMap.DEFAULT, "*8123#").toString()).doesNotContain("123");
        assertThat(new DialledNumber("123", Optional.empty()).toString()).doesNotContain("123");
    }

    private static Reading type(KeyMap map, String keys) {
        Reading reading = new Reading.Nothing();
        String collected = "";
        for (char key : keys.toCharArray()) {
            reading = map.press(collected, key);
            collected = reading instanceof Reading.More(String more) ? more : "";
        }
        return reading;
    }
}

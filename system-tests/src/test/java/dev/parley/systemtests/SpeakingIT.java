package dev.parley.systemtests;

import static dev.parley.systemtests.RunningSystem.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.audio.AudioSource;
import dev.parley.systemtests.audio.Levels;
import dev.parley.systemtests.audio.Match;
import dev.parley.systemtests.audio.Tone;
import dev.parley.systemtests.audio.Wav;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.world.RestApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("R30: prompts in the tenant's language and voice, one after the other")
class SpeakingIT {
    private static final String TENANT = "/tenants/acme";

    @TempDir
    private Path folder;

    private RunningSystem system;
    private Spoken spoken;
    private Settings operator;
    private Settings tenant;

    @BeforeEach
    void meet() {
        system = new RunningSystem(folder);
        spoken = new Spoken(system);
        operator = new Settings(system.world(), "operator");
        tenant = new Settings(system.world(), "acme");
    }

    @AfterEach
    void part() {
        system.close();
        tenant.close();
        operator.close();
    }

    private Call calls(String user, String number) {
        Call call = system.phones().phone("acme", user).registers().calls(number);
        call.says(AudioSource.silence());
        return call;
    }

    @Test
    void aGermanTenantIsSpokenToInGerman() {
        operator.patch(TENANT, "{\"language\": \"de\"}", "{\"language\": \"en\"}");
        long before = System.nanoTime();

        Call inRoom = calls("801", "910").awaitAnswered();
        Call astray = calls("802", "799");

        spoken.awaitSaid(inRoom, before, "de/welcome", "de/only-one");
        assertThat(spoken.isSaid(inRoom, before, "en/welcome")).isFalse();
        spoken.awaitSaid(astray, before, "de/not-found");
    }

    @Test
    void withoutALanguageOfItsOwnATenantIsSpokenToInEnglish() {
        long before = System.nanoTime();

        Call caller = calls("801", "910").awaitAnswered();

        spoken.awaitSaid(caller, before, "en/welcome", "en/only-one");
        assertThat(spoken.isSaid(caller, before, "de/welcome")).isFalse();
    }

    @Test
    void aTenantsOwnPromptReplacesOurs() throws IOException {
        Tone tone = Tone.of(-1);
        Path own = folder.resolve("welcome.wav");
        Wav.tone(tone, 2 * AudioSource.RATE, 2).write(own);
        tenant.putSound(TENANT + "/prompts/en/welcome", Files.readAllBytes(own));
        Path arrived = system.home().resolve(".parley/prompts/acme/en/welcome.wav");
        await().atMost(SOON).until(() -> Files.exists(arrived));
        long before = System.nanoTime();

        Call caller = calls("801", "910").awaitAnswered();

        spoken.awaitSaid(caller, before, "only-one");
        assertThat(caller.ear().since(before).loudest(tone)).isGreaterThan(Levels.HEARD);
        assertThat(spoken.isSaid(caller, before, "welcome")).isFalse();
    }

    @Test
    void whatHappensAtOnceIsToldOneAfterTheOther() {
        long begun = System.nanoTime();
        Call caller = calls("801", "910").awaitAnswered();
        spoken.awaitSaid(caller, begun, "welcome", "only-one");
        spoken.awaitQuiet(List.of(caller));
        long before = System.nanoTime();
        List<String> news = List.of("locked", "all-unmuted", "call-dropped");

        try (RestApi api = RestApi.conferences(system.world(), "acme")) {
            news.parallelStream()
                    .forEach(prompt -> assertThat(api.post(
                                            TENANT + "/conferences/910/announcements",
                                            "{\"prompts\": [\"" + prompt + "\"]}")
                                    .statusCode())
                            .isBetween(200, 299));
        }

        List<Match> places = new ArrayList<>();
        for (String prompt : news) {
            spoken.awaitSaid(caller, before, prompt);
            places.addAll(spoken.places(caller, before, prompt));
        }
        places.sort(Comparator.comparingInt(Match::from));
        assertThat(places).hasSize(news.size());
        for (int i = 1; i < places.size(); i++) {
            assertThat(places.get(i).from())
                    .as("%s", places)
                    .isGreaterThanOrEqualTo(places.get(i - 1).to());
        }
    }
}

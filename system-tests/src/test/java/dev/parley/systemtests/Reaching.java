package dev.parley.systemtests;

import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.CallFailed;
import dev.parley.systemtests.phone.TestPhone;
import java.time.Duration;

/** A change of the directory takes a moment to come to everybody: until then, nobody has the new number. */
final class Reaching {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private Reaching() {}

    /** Calls until somebody answers, and hangs up at once. */
    static void awaitAnswer(TestPhone phone, String number) {
        await(number + " answers").atMost(PATIENCE).until(() -> answers(phone.calls(number)));
    }

    /** Calls until nobody answers any more. */
    static void awaitNobody(TestPhone phone, String number) {
        await("nobody has " + number).atMost(PATIENCE).until(() -> !answers(phone.calls(number)));
    }

    static boolean answers(Call call) {
        try {
            call.awaitAnswered().hangsUp();
            return true;
        } catch (CallFailed e) {
            return false;
        }
    }
}

package dev.parley.systemtests;

import static org.awaitility.Awaitility.await;

import dev.parley.systemtests.audio.AudioSource;
import dev.parley.systemtests.phone.Call;
import dev.parley.systemtests.phone.Call.Keys;
import dev.parley.systemtests.phone.TestPhone;
import java.time.Duration;

/** The door of a conference room: its PINs, and telephones of tenant demo that call and enter one of them. */
final class Entrance {
    static final String PIN = "2580";
    static final String MODERATOR_PIN = "8642";
    /** Of samples of 16 bits. */
    private static final int AUDIBLE = 500;
    /** Both, as members of the room's JSON. */
    static final String PINS = pins(PIN, MODERATOR_PIN);

    private final RunningSystem system;
    private final Spoken spoken;

    Entrance(RunningSystem system) {
        this.system = system;
        this.spoken = new Spoken(system);
    }

    static String pins(String participant, String moderator) {
        return "\"pin\": \"%s\", \"moderator_pin\": \"%s\"".formatted(participant, moderator);
    }

    Call calls(String user, String room) {
        return phone(user, Keys.EVENTS).registers().calls(room);
    }

    Call enters(String user, String room, String pin) {
        return enters(user, room, pin, Keys.EVENTS);
    }

    Call enters(String user, String room, String pin, Keys way) {
        return enters(phone(user, way).registers(), room, pin, way);
    }

    static Call enters(TestPhone registered, String room, String pin) {
        return enters(registered, room, pin, Keys.EVENTS);
    }

    // As somebody does who hears that a PIN is asked for; what comes of it is for others to wait for. A key by RTP that
    // is
    // pressed at the very answer may overtake the ACK on its way to the conference, and is lost then.
    private static Call enters(TestPhone registered, String room, String pin, Keys way) {
        long before = System.nanoTime();
        Call call = registered.calls(room).awaitAnswered();
        await("something is said")
                .pollInterval(Duration.ofMillis(20))
                .atMost(RunningSystem.SOON)
                .until(() -> call.ear().since(before).firstLouderThan(AUDIBLE).isPresent());
        return call.presses(pin + "#", way);
    }

    /** In a room without a PIN: silent, and greeted. */
    Call comesIn(String user, String room) {
        long before = System.nanoTime();
        return greeted(silent(calls(user, room).awaitAnswered()), before);
    }

    /** In: silent, and greeted. */
    Call comesIn(String user, String room, String pin) {
        return comesIn(user, room, pin, Keys.EVENTS);
    }

    Call comesIn(String user, String room, String pin, Keys way) {
        long before = System.nanoTime();
        Call call = silent(phone(user, way).registers().calls(room).awaitAnswered());
        return greeted(call.presses(pin + "#", way), before);
    }

    private static Call silent(Call call) {
        call.says(AudioSource.silence());
        return call;
    }

    private Call greeted(Call call, long since) {
        spoken.awaitSaid(call, since, "welcome");
        return call;
    }

    // Telephones without telephone events are understood by the sound of their keys.
    private TestPhone phone(String user, Keys way) {
        TestPhone phone = system.phones().phone("demo", user);
        return way == Keys.IN_BAND ? phone.withoutTelephoneEvents() : phone;
    }
}

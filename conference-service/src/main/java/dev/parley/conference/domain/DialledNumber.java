package dev.parley.conference.domain;

import dev.parley.conference.domain.ConferenceCommand.PressKey;
import dev.parley.conference.domain.ConferenceCommand.TimerElapsed;
import dev.parley.conference.domain.ConferenceState.Live;
import dev.parley.conference.domain.KeyMap.Reading;
import java.util.Optional;

/**
 * The number that a command wants to be called, so that it can be looked up before it is decided.
 *
 * @param by who dials it; none: the API does
 */
public record DialledNumber(String number, Optional<Party> by) {
    public static Optional<DialledNumber> of(
            ConferenceState state, ConferenceCommand command, Optional<RoomPolicy> room) {
        if (command instanceof Request.Invite invite) {
            return Optional.of(new DialledNumber(invite.number(), Optional.empty()));
        }
        if (command instanceof Request.Consult consult) {
            return consult.number().map(number -> new DialledNumber(number, caller(state, consult)));
        }
        if (!(command instanceof ConferenceCommand.OfLeg ofLeg) || !(state instanceof Live live)) {
            return Optional.empty();
        }
        KeyMap keys = room.orElse(live.policy()).manners().keys();
        return live.roster()
                .find(ofLeg.leg())
                .filter(Leg.Member.class::isInstance)
                .map(Leg.Member.class::cast)
                .flatMap(member -> live.consultations()
                        .of(member.participant())
                        .map(aside -> number(aside, member, command))
                        .orElseGet(() -> number(read(keys, member, command)))
                        .map(number -> new DialledNumber(number, Optional.of(member.party()))));
    }

    /** Whoever goes aside calls as at the keypad, also when the API asks for it. */
    private static Optional<Party> caller(ConferenceState state, Request.Consult consult) {
        return state.roster().find(consult.participant()).map(Leg::party);
    }

    private static Optional<String> number(Consultation aside, Leg.Member owner, ConferenceCommand command) {
        AsideReading reading = new AsideReading.Nothing();
        if (command instanceof PressKey(var _, char key)) {
            reading = AsideReading.press(aside.isCollecting(), owner.keys(), key);
        } else if (command instanceof TimerElapsed) {
            reading = AsideReading.silence(aside.isCollecting(), owner.keys());
        }
        return reading instanceof AsideReading.Call(String number) ? Optional.of(number) : Optional.empty();
    }

    private static Reading read(KeyMap keys, Leg.Member member, ConferenceCommand command) {
        if (command instanceof PressKey(var _, char key)) {
            return keys.press(member.keys(), key);
        }
        return command instanceof TimerElapsed ? keys.silence(member.keys()) : new Reading.Nothing();
    }

    private static Optional<String> number(Reading reading) {
        return reading instanceof Reading.Does(KeyAction action, String number) && action == KeyAction.INVITE
                ? Optional.of(ClirCode.read(number).number())
                : Optional.empty();
    }

    /** Without the number. */
    @Override
    public String toString() {
        return "DialledNumber[]";
    }
}

package dev.parley.callcontrol.call;

import dev.parley.callcontrol.dialplan.Destination.Menu;
import dev.parley.callcontrol.leg.Leg;

/**
 * A caller who hears a menu and is to press a key.
 *
 * @param plays how often something has been played
 */
public record MenuCall(CallerSide side, Particulars about, Menu menu, Stage stage, int plays) implements Call {
    /** How far it has got. */
    public enum Stage {
        /** Our answer is on its way, or not made yet. */
        ANSWERING,
        PLAYING,
        /** The prompt is over; the caller thinks. */
        THINKING
    }

    @Override
    public Leg caller() {
        return side.leg();
    }

    MenuCall with(CallerSide next) {
        return new MenuCall(next, about, menu, stage, plays);
    }

    MenuCall play() {
        return new MenuCall(side, about, menu, Stage.PLAYING, plays + 1);
    }

    MenuCall think() {
        return new MenuCall(side, about, menu, Stage.THINKING, plays);
    }

    /** The name of what is played now. */
    String request() {
        return "menu-" + about.attempts() + "-" + plays;
    }
}

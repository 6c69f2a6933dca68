package dev.parley.callcontrol.leg;

import dev.parley.callcontrol.sip.SipRequest;
import dev.parley.callcontrol.sip.SipResponse;
import dev.parley.contracts.media.MediaCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A leg's next state, and what comes of it. */
public record LegStep(Leg next, List<Effect> effects, List<LegNotice> notices) {
    public LegStep {
        effects = List.copyOf(effects);
        notices = List.copyOf(notices);
    }

    static LegStep to(Leg next) {
        return new LegStep(next, List.of(), List.of());
    }

    LegStep then(Effect effect) {
        List<Effect> more = new ArrayList<>(effects);
        more.add(effect);
        return new LegStep(next, more, notices);
    }

    LegStep reply(SipRequest request, SipResponse response) {
        return then(new Effect.Reply(request, response));
    }

    LegStep start(LegTimer timer, Duration after) {
        return then(new Effect.StartTimer(next.id(), timer, after));
    }

    LegStep stop(LegTimer timer) {
        return then(new Effect.StopTimer(next.id(), timer));
    }

    LegStep ask(MediaCommand command) {
        return then(new Effect.Ask(command));
    }

    /** The same with what another step does and says behind it. */
    LegStep also(LegStep later) {
        List<Effect> does = new ArrayList<>(effects);
        does.addAll(later.effects());
        List<LegNotice> says = new ArrayList<>(notices);
        says.addAll(later.notices());
        return new LegStep(next, does, says);
    }

    LegStep notice(LegNotice notice) {
        List<LegNotice> more = new ArrayList<>(notices);
        more.add(notice);
        return new LegStep(next, effects, more);
    }
}

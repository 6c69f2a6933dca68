package dev.parley.conference.adapter.in.timer;

import dev.parley.conference.application.ConferenceService;
import dev.parley.conference.application.Timers;
import dev.parley.conference.application.Trigger;
import dev.parley.conference.domain.ConferenceCommand.TimerElapsed;
import java.time.InstantSource;

/** Hands timers that have run out to their rooms. Two processes may see the same timer; it is taken once. */
public final class TimerPoller {
    private final Timers timers;
    private final ConferenceService service;
    private final InstantSource clock;

    public TimerPoller(Timers timers, ConferenceService service, InstantSource clock) {
        this.timers = timers;
        this.service = service;
        this.clock = clock;
    }

    public void poll() {
        timers.due(clock.instant())
                .forEach(timer -> service.handle(
                        timer.room(), new Trigger.Alarm(timer.leg(), timer.due()), new TimerElapsed(timer.leg())));
    }
}

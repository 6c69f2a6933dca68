package dev.parley.conference.domain;

import java.util.List;

/** The answer to a command: it happened, or it is refused with a reason. Exceptions are for bugs. */
public sealed interface Decision {
    List<Effect> effects();

    record Accepted(List<ConferenceEvent> events, List<Effect> effects) implements Decision {
        public Accepted {
            events = List.copyOf(events);
            effects = List.copyOf(effects);
        }
    }

    /** Nothing has changed; the effects, if any, tell the caller so. */
    record Rejected(Rejection reason, List<Effect> effects) implements Decision {
        public Rejected {
            effects = List.copyOf(effects);
        }
    }

    static Decision rejected(Rejection reason) {
        return new Rejected(reason, List.of());
    }
}

package dev.parley.conference.domain;

import dev.parley.contracts.id.RecordingId;
import java.util.Optional;

/**
 * How a conference goes at the moment.
 *
 * @param moderated whether all who are no moderators are muted by policy, late joiners too (R26)
 * @param locked whether nobody is let in
 * @param opened whether the participants hear each other; false while a moderator is waited for
 * @param recording of the whole conference
 */
public record Course(boolean moderated, boolean locked, boolean opened, Optional<RecordingId> recording) {
    static Course under(Manners manners) {
        return new Course(false, false, !manners.waitForModerator(), Optional.empty());
    }

    Course withModerated(boolean on) {
        return new Course(on, locked, opened, recording);
    }

    Course withLocked(boolean on) {
        return new Course(moderated, on, opened, recording);
    }

    Course asOpened() {
        return new Course(moderated, locked, true, recording);
    }

    Course withRecording(Optional<RecordingId> newRecording) {
        return new Course(moderated, locked, opened, newRecording);
    }
}

package dev.parley.conference.domain;

import dev.parley.contracts.id.ConsultationId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RecordingId;
import java.util.Optional;

/** One SIP dialog that has come to a room, and how far it got. */
public sealed interface Leg {
    Dialog dialog();

    Leg withDialog(Dialog dialog);

    default LegId id() {
        return dialog().id();
    }

    default int instance() {
        return dialog().instance();
    }

    default Party party() {
        return dialog().party();
    }

    default boolean held() {
        return dialog().held();
    }

    /** Is being answered. Without a PIN it has a seat already, so that admission is atomic (R8). */
    record Opening(Dialog dialog, boolean pinRequired) implements Leg {
        @Override
        public Opening withDialog(Dialog newDialog) {
            return new Opening(newDialog, pinRequired);
        }
    }

    /** Is answered, and alone with the prompt that asks for a PIN; it has no seat. */
    record EnteringPin(Dialog dialog, PinEntry entry) implements Leg {
        @Override
        public EnteringPin withDialog(Dialog newDialog) {
            return new EnteringPin(newDialog, entry);
        }

        EnteringPin withEntry(PinEntry newEntry) {
            return new EnteringPin(dialog, newEntry);
        }
    }

    /**
     * Has a seat, and is alone with the question for its name.
     *
     * @param cause what let it in
     * @param speaking whether the question is over, and the name is being recorded
     */
    record Naming(Dialog dialog, Role role, Cause cause, boolean speaking) implements Leg {
        @Override
        public Naming withDialog(Dialog newDialog) {
            return new Naming(newDialog, role, cause, speaking);
        }
    }

    /** Is being called, and has a seat; in the audio from its early media on (R14). */
    record Invited(Dialog dialog, Invitation invitation, InvitationStage stage) implements Leg {
        @Override
        public Invited withDialog(Dialog newDialog) {
            return new Invited(newDialog, invitation, stage);
        }
    }

    /**
     * Is in the conference and in its audio.
     *
     * @param invitation that this is the answer to
     * @param keys pressed so far of what may become a key sequence
     * @param recording of this participant alone
     */
    record Member(
            Dialog dialog,
            ParticipantId participant,
            Role role,
            Voice voice,
            Optional<Invitation> invitation,
            String keys,
            Optional<RecordingId> recording)
            implements Leg {
        @Override
        public Member withDialog(Dialog newDialog) {
            return new Member(newDialog, participant, role, voice, invitation, keys, recording);
        }

        Member withRole(Role newRole) {
            return new Member(dialog, participant, newRole, voice, invitation, keys, recording);
        }

        Member withVoice(Voice newVoice) {
            return new Member(dialog, participant, role, newVoice, invitation, keys, recording);
        }

        Member withKeys(String newKeys) {
            return new Member(dialog, participant, role, voice, invitation, newKeys, recording);
        }

        Member withRecording(Optional<RecordingId> newRecording) {
            return new Member(dialog, participant, role, voice, invitation, keys, newRecording);
        }

        boolean isModerator() {
            return role == Role.MODERATOR;
        }

        /** Without the keys, which may be a number. */
        @Override
        public String toString() {
            return "Member[dialog=" + dialog + ", participant=" + participant + ", role=" + role + ", voice=" + voice
                    + "]";
        }
    }

    /** Is called, or talks, in private with somebody who is aside; has a seat, should they come back together. */
    record Consulted(Dialog dialog, ConsultationId consultation) implements Leg {
        @Override
        public Consulted withDialog(Dialog newDialog) {
            return new Consulted(newDialog, consultation);
        }
    }

    /** Is not in, or no longer; hears why, and is hung up on. */
    record Leaving(Dialog dialog) implements Leg {
        @Override
        public Leaving withDialog(Dialog newDialog) {
            return new Leaving(newDialog);
        }
    }
}

package dev.parley.contracts;

import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.call.CallEvent;
import dev.parley.contracts.call.Caller;
import dev.parley.contracts.conference.Cause;
import dev.parley.contracts.conference.ConferenceEvent;
import dev.parley.contracts.conference.ConsultationEvent;
import dev.parley.contracts.conference.InvitationEvent;
import dev.parley.contracts.conference.ParticipantEvent;
import dev.parley.contracts.conference.RecordingEvent;
import dev.parley.contracts.directory.Callback;
import dev.parley.contracts.directory.ConferenceOptions;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.IvrMenu;
import dev.parley.contracts.directory.NumberFormat;
import dev.parley.contracts.directory.PhoneOptions;
import dev.parley.contracts.directory.RoomManners;
import dev.parley.contracts.directory.TenantLimits;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.ConsultationId;
import dev.parley.contracts.id.InvitationId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
import dev.parley.contracts.id.RecordingId;
import dev.parley.contracts.id.RoomId;
import dev.parley.contracts.id.TenantId;
import dev.parley.contracts.media.AudioPlan;
import dev.parley.contracts.media.AudioPlan.PlannedLeg;
import dev.parley.contracts.media.MediaCommand;
import dev.parley.contracts.media.MediaEvent;
import dev.parley.contracts.media.SdpRole;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What every sample in {@code golden/<kind>/<case>.json} says. Samples are never changed and never removed: what was once
 * written to a topic must be read for ever. A new kind, or a new field, gets a sample of its own.
 */
final class GoldenValues {
    private static final TenantId DEMO = new TenantId("demo");
    private static final RoomId ROOM = new RoomId("demo:910");
    private static final RoomId CALL = new RoomId("demo:call-6b1f0a52-8a43-4f0e-9d0c-0f6f4f8f7a11");
    private static final LegId LEG = new LegId("0d7c7a52-6d9e-4f1b-b8a5-6a3c1c7f2b10");
    private static final LegId OTHER = new LegId("5e0b1c9a-2f4d-4c7e-8a6b-7d9f0e1c2b33");
    private static final ConferenceId CONFERENCE = new ConferenceId("c0ffee00-0000-4000-8000-000000000001");
    private static final ParticipantId PARTICIPANT = new ParticipantId("facade00-0000-4000-8000-000000000002");
    private static final InvitationId INVITATION = new InvitationId("1f5d1d0c-6a0e-4c39-a9a8-0c1f4d6a2b90");
    private static final ConsultationId CONSULTATION = new ConsultationId("aaaa1111-2222-4333-8444-555566667777");
    private static final RecordingId RECORDING = new RecordingId("5be0cd19-137e-4179-8d2f-6f2a7c1d3e04");
    private static final String SDP = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\n";
    private static final String HASH = "5f2c8d9e4b7a60315f2c8d9e4b7a60315f2c8d9e4b7a60315f2c8d9e4b7a6031";

    static final Map<String, Object> CALLS = Map.ofEntries(
            Map.entry(
                    "LegArrived/phone",
                    new CallEvent.LegArrived(
                            ROOM,
                            LEG,
                            0,
                            new Caller(Caller.Origin.PHONE, "801", Optional.of("Anna"), Optional.empty()),
                            "910",
                            Optional.of(SDP))),
            Map.entry(
                    "LegArrived/trunk-without-offer",
                    new CallEvent.LegArrived(
                            ROOM,
                            LEG,
                            3,
                            new Caller(Caller.Origin.TRUNK, "+4930123456", Optional.empty(), Optional.of("pstn")),
                            "+4930900910",
                            Optional.empty())),
            Map.entry("LegAnswered/plain", new CallEvent.LegAnswered(ROOM, LEG)),
            Map.entry("LegHeld/plain", new CallEvent.LegHeld(ROOM, LEG)),
            Map.entry("LegResumed/plain", new CallEvent.LegResumed(ROOM, LEG)),
            Map.entry("LegDigit/hash", new CallEvent.LegDigit(ROOM, LEG, "#")),
            Map.entry("LegEnded/hung-up", new CallEvent.LegEnded(ROOM, LEG, CallEvent.LegEnd.HUNG_UP)),
            Map.entry("LegEnded/lost", new CallEvent.LegEnded(ROOM, LEG, CallEvent.LegEnd.LOST)),
            Map.entry("LegSdp/answer", new CallCommand.LegSdp(ROOM, LEG, 0, SdpRole.ANSWER, SDP)),
            Map.entry("LegSdp/offer", new CallCommand.LegSdp(ROOM, LEG, 2, SdpRole.OFFER, SDP)),
            Map.entry(
                    "LegMediaFailed/no-codec",
                    new CallCommand.LegMediaFailed(
                            ROOM, LEG, 0, CallCommand.MediaFailure.NO_COMMON_CODEC, "Offered: G723")),
            Map.entry("LegPromptEnded/plain", new CallCommand.LegPromptEnded(CALL, LEG, "refusal")),
            Map.entry("RefuseLeg/full", new CallCommand.RefuseLeg(ROOM, LEG, CallCommand.Refusal.FULL)),
            Map.entry("RefuseLeg/unknown", new CallCommand.RefuseLeg(ROOM, LEG, CallCommand.Refusal.UNKNOWN)),
            Map.entry(
                    "LegArrived/with-source",
                    new CallEvent.LegArrived(
                            ROOM,
                            LEG,
                            0,
                            new Caller(
                                    Caller.Origin.TRUNK,
                                    "+4930123456",
                                    Optional.empty(),
                                    Optional.of("pstn"),
                                    Optional.of("192.0.2.7")),
                            "+4930900910",
                            Optional.of(SDP))),
            Map.entry(
                    "LegArrived/withheld",
                    new CallEvent.LegArrived(
                            ROOM,
                            LEG,
                            0,
                            new Caller(
                                    Caller.Origin.TRUNK,
                                    "+4930123456",
                                    Optional.of("Bob"),
                                    Optional.of("pstn"),
                                    Optional.of("192.0.2.7"),
                                    Optional.of(true)),
                            "+4930900910",
                            Optional.of(SDP))),
            Map.entry("LegRinging/plain", new CallEvent.LegRinging(ROOM, LEG)),
            Map.entry("LegProgressed/plain", new CallEvent.LegProgressed(ROOM, LEG)),
            Map.entry("LegEnded/busy", new CallEvent.LegEnded(ROOM, LEG, CallEvent.LegEnd.BUSY, OptionalInt.of(486))),
            Map.entry("RefuseLeg/shut-out", new CallCommand.RefuseLeg(ROOM, LEG, CallCommand.Refusal.SHUT_OUT)),
            Map.entry("PlaceCall/outside", new CallCommand.PlaceCall(ROOM, LEG, "+4930123456", Optional.of("801"), 60)),
            Map.entry("PlaceCall/extension", new CallCommand.PlaceCall(ROOM, LEG, "802", Optional.empty(), 30)),
            Map.entry(
                    "PlaceCall/into-an-escalated-conference",
                    new CallCommand.PlaceCall(ROOM, LEG, "802", Optional.empty(), 30, Optional.of(CALL.value()))),
            Map.entry(
                    "PlaceCall/withheld",
                    new CallCommand.PlaceCall(
                            ROOM, LEG, "+4930123456", Optional.of("801"), 60, Optional.empty(), Optional.of(true))),
            Map.entry(
                    "EscalationAsked/by-keys",
                    new CallEvent.EscalationAsked(
                            ROOM,
                            CALL,
                            "1",
                            2,
                            new CallEvent.Talker(
                                    LEG,
                                    new Caller(Caller.Origin.PHONE, "801", Optional.of("Anna"), Optional.empty()),
                                    false),
                            new CallEvent.Talker(
                                    OTHER,
                                    new Caller(
                                            Caller.Origin.TRUNK,
                                            "+4930123456",
                                            Optional.empty(),
                                            Optional.of("pstn"),
                                            Optional.of("192.0.2.7")),
                                    true),
                            Optional.of("9999"))),
            Map.entry(
                    "EscalationAsked/by-the-api",
                    new CallEvent.EscalationAsked(
                            ROOM,
                            CALL,
                            "2",
                            0,
                            new CallEvent.Talker(
                                    LEG,
                                    new Caller(Caller.Origin.PHONE, "801", Optional.empty(), Optional.empty()),
                                    false),
                            new CallEvent.Talker(
                                    OTHER,
                                    new Caller(Caller.Origin.PHONE, "802", Optional.empty(), Optional.empty()),
                                    false),
                            Optional.empty())),
            Map.entry("EscalateCall/anywhere", new CallCommand.EscalateCall(CALL, LEG, Optional.empty())),
            Map.entry("EscalateCall/to-a-room", new CallCommand.EscalateCall(CALL, LEG, Optional.of(ROOM))),
            Map.entry(
                    "EscalationAnswered/accepted",
                    new CallCommand.EscalationAnswered(ROOM, LEG, "1", CallCommand.EscalationOutcome.ACCEPTED)),
            Map.entry(
                    "EscalationAnswered/wrong-password",
                    new CallCommand.EscalationAnswered(ROOM, LEG, "1", CallCommand.EscalationOutcome.WRONG_PASSWORD)),
            Map.entry(
                    "EscalationAnswered/taken",
                    new CallCommand.EscalationAnswered(ROOM, LEG, "1", CallCommand.EscalationOutcome.TAKEN)),
            Map.entry("HangUpLeg/plain", new CallCommand.HangUpLeg(ROOM, LEG)));

    static final Map<String, Object> MEDIA = Map.ofEntries(
            Map.entry("OpenLeg/with-offer", new MediaCommand.OpenLeg(ROOM, LEG, 0, Optional.of(SDP))),
            Map.entry("OpenLeg/without-offer", new MediaCommand.OpenLeg(CALL, LEG, 1, Optional.empty())),
            Map.entry(
                    "NegotiateLeg/answer",
                    new MediaCommand.NegotiateLeg(CALL, LEG, 1, 1, SdpRole.ANSWER, Optional.of(SDP))),
            Map.entry(
                    "NegotiateLeg/wants-our-offer",
                    new MediaCommand.NegotiateLeg(ROOM, LEG, 0, 2, SdpRole.OFFER, Optional.empty())),
            Map.entry("CloseLeg/plain", new MediaCommand.CloseLeg(ROOM, LEG)),
            Map.entry(
                    "PlayPrompt/for-conference-service",
                    new MediaCommand.PlayPrompt(
                            ROOM, LEG, "welcome", List.of("welcome", "only-one"), "en", OptionalInt.empty())),
            Map.entry(
                    "PlayPrompt/for-call-control",
                    new MediaCommand.PlayPrompt(CALL, LEG, "refusal", List.of("not-found"), "de", OptionalInt.of(2))),
            Map.entry("StopPrompt/plain", new MediaCommand.StopPrompt(ROOM, LEG)),
            Map.entry("DigitPressed/star", new MediaEvent.DigitPressed(ROOM, LEG, "*")),
            Map.entry("PromptEnded/plain", new MediaEvent.PromptEnded(ROOM, LEG, "pin-1")),
            Map.entry("LegMediaLost/plain", new MediaEvent.LegMediaLost(ROOM, LEG)),
            Map.entry(
                    "AudioPlan/two-legs",
                    new AudioPlan(
                            ROOM,
                            17,
                            AudioPlan.Ambience.SILENCE,
                            List.of(PlannedLeg.open(LEG), new PlannedLeg(OTHER, "main", false, true)))),
            Map.entry(
                    "AudioPlan/held-and-recorded",
                    new AudioPlan(
                            ROOM,
                            19,
                            AudioPlan.Ambience.SILENCE,
                            List.of(new PlannedLeg(
                                    LEG,
                                    "main",
                                    false,
                                    false,
                                    Optional.of(AudioPlan.Ambience.MUSIC),
                                    Optional.of(RECORDING))),
                            Optional.of("waiting"),
                            Optional.of(RECORDING))),
            Map.entry(
                    "OpenLeg/elsewhere",
                    new MediaCommand.OpenLeg(ROOM, LEG, 0, Optional.of(SDP), Optional.of(CALL.value()))),
            Map.entry("SendDigit/star", new MediaCommand.SendDigit(ROOM, LEG, "*")),
            Map.entry(
                    "AudioPlan/elsewhere",
                    new AudioPlan(
                            ROOM,
                            20,
                            AudioPlan.Ambience.SILENCE,
                            List.of(PlannedLeg.open(LEG), new PlannedLeg(OTHER, "aside-1", true, true)),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(CALL.value()),
                            Optional.empty())),
            Map.entry(
                    "AudioPlan/moved",
                    new AudioPlan(
                            CALL,
                            3,
                            AudioPlan.Ambience.SILENCE,
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(ROOM))),
            Map.entry("RecordName/plain", new MediaCommand.RecordName(ROOM, LEG, "name-1", 5)),
            Map.entry("EndName/plain", new MediaCommand.EndName(ROOM, LEG)),
            Map.entry("NameRecorded/spoken", new MediaEvent.NameRecorded(ROOM, LEG, "name-1", true)),
            Map.entry(
                    "RecordingFinished/plain",
                    new MediaEvent.RecordingFinished(ROOM, RECORDING, "demo/" + RECORDING + ".wav", 62)),
            Map.entry("AudioPlan/empty", new AudioPlan(ROOM, 18, AudioPlan.Ambience.MUSIC, List.of())));

    static final Map<String, Object> CONFERENCES = Map.ofEntries(
            Map.entry("ConferenceStarted/plain", new ConferenceEvent.ConferenceStarted(ROOM, CONFERENCE, 1, Cause.SIP)),
            Map.entry(
                    "ParticipantJoined/moderator",
                    new ConferenceEvent.ParticipantJoined(
                            ROOM,
                            CONFERENCE,
                            2,
                            Cause.KEYPAD,
                            PARTICIPANT,
                            LEG,
                            "801",
                            ConferenceEvent.Role.MODERATOR)),
            Map.entry(
                    "ParticipantLeft/lost",
                    new ConferenceEvent.ParticipantLeft(
                            ROOM, CONFERENCE, 3, Cause.POLICY, PARTICIPANT, ConferenceEvent.LeaveReason.LOST)),
            Map.entry(
                    "ParticipantJoined/invited",
                    new ConferenceEvent.ParticipantJoined(
                            ROOM,
                            CONFERENCE,
                            5,
                            Cause.SIP,
                            PARTICIPANT,
                            LEG,
                            "+4930123456",
                            ConferenceEvent.Role.PARTICIPANT,
                            Optional.of(INVITATION))),
            Map.entry(
                    "ParticipantLeft/kicked",
                    new ConferenceEvent.ParticipantLeft(
                            ROOM, CONFERENCE, 6, Cause.KEYPAD, PARTICIPANT, ConferenceEvent.LeaveReason.KICKED)),
            Map.entry(
                    "ConferenceEnded/for-all",
                    new ConferenceEvent.ConferenceEnded(
                            ROOM, CONFERENCE, 7, Cause.KEYPAD, Optional.of(ConferenceEvent.EndReason.ENDED_FOR_ALL))),
            Map.entry("ConferenceOpened/plain", new ConferenceEvent.ConferenceOpened(ROOM, CONFERENCE, 8, Cause.SIP)),
            Map.entry(
                    "ConferenceLocked/plain", new ConferenceEvent.ConferenceLocked(ROOM, CONFERENCE, 8, Cause.KEYPAD)),
            Map.entry(
                    "ConferenceUnlocked/plain", new ConferenceEvent.ConferenceUnlocked(ROOM, CONFERENCE, 8, Cause.API)),
            Map.entry("AllMuted/plain", new ConferenceEvent.AllMuted(ROOM, CONFERENCE, 8, Cause.KEYPAD)),
            Map.entry("AllUnmuted/plain", new ConferenceEvent.AllUnmuted(ROOM, CONFERENCE, 8, Cause.POLICY)),
            Map.entry(
                    "AnnouncementMade/to-one",
                    new ConferenceEvent.AnnouncementMade(
                            ROOM, CONFERENCE, 9, Cause.API, List.of("welcome"), Optional.of(PARTICIPANT))),
            Map.entry(
                    "AnnouncementMade/to-all",
                    new ConferenceEvent.AnnouncementMade(
                            ROOM, CONFERENCE, 9, Cause.API, List.of("welcome"), Optional.empty())),
            Map.entry(
                    "ParticipantMuted/by-policy",
                    new ParticipantEvent.ParticipantMuted(
                            ROOM, CONFERENCE, 10, Cause.KEYPAD, PARTICIPANT, ConferenceEvent.Muting.POLICY)),
            Map.entry(
                    "ParticipantUnmuted/by-self",
                    new ParticipantEvent.ParticipantUnmuted(
                            ROOM, CONFERENCE, 11, Cause.KEYPAD, PARTICIPANT, ConferenceEvent.Muting.SELF)),
            Map.entry(
                    "ParticipantDeafened/plain",
                    new ParticipantEvent.ParticipantDeafened(ROOM, CONFERENCE, 12, Cause.API, PARTICIPANT)),
            Map.entry(
                    "ParticipantUndeafened/plain",
                    new ParticipantEvent.ParticipantUndeafened(ROOM, CONFERENCE, 13, Cause.API, PARTICIPANT)),
            Map.entry(
                    "ParticipantHeld/by-phone",
                    new ParticipantEvent.ParticipantHeld(
                            ROOM, CONFERENCE, 14, Cause.SIP, PARTICIPANT, ParticipantEvent.Holding.PHONE)),
            Map.entry(
                    "ParticipantResumed/by-moderator",
                    new ParticipantEvent.ParticipantResumed(
                            ROOM, CONFERENCE, 15, Cause.API, PARTICIPANT, ParticipantEvent.Holding.MODERATOR)),
            Map.entry(
                    "ParticipantRoleChanged/plain",
                    new ParticipantEvent.ParticipantRoleChanged(
                            ROOM, CONFERENCE, 16, Cause.API, PARTICIPANT, ConferenceEvent.Role.MODERATOR)),
            Map.entry(
                    "InvitationRequested/by-participant",
                    new InvitationEvent.InvitationRequested(
                            ROOM,
                            CONFERENCE,
                            17,
                            Cause.KEYPAD,
                            INVITATION,
                            LEG,
                            "+4930123456",
                            ConferenceEvent.Role.PARTICIPANT,
                            Optional.of(PARTICIPANT))),
            Map.entry(
                    "InvitationRequested/by-api",
                    new InvitationEvent.InvitationRequested(
                            ROOM,
                            CONFERENCE,
                            17,
                            Cause.API,
                            INVITATION,
                            LEG,
                            "802",
                            ConferenceEvent.Role.MODERATOR,
                            Optional.empty())),
            Map.entry(
                    "InvitationProgressed/early-media",
                    new InvitationEvent.InvitationProgressed(
                            ROOM, CONFERENCE, 18, Cause.SIP, INVITATION, InvitationEvent.Stage.EARLY_MEDIA)),
            Map.entry(
                    "InvitationEnded/answered",
                    new InvitationEvent.InvitationEnded(
                            ROOM,
                            CONFERENCE,
                            19,
                            Cause.SIP,
                            INVITATION,
                            InvitationEvent.Outcome.ANSWERED,
                            Optional.empty(),
                            OptionalInt.empty(),
                            Optional.of(PARTICIPANT))),
            Map.entry(
                    "InvitationEnded/busy",
                    new InvitationEvent.InvitationEnded(
                            ROOM,
                            CONFERENCE,
                            20,
                            Cause.SIP,
                            INVITATION,
                            InvitationEvent.Outcome.FAILED,
                            Optional.of(InvitationEvent.Failure.BUSY),
                            OptionalInt.of(486),
                            Optional.empty())),
            Map.entry(
                    "RecordingStarted/conference",
                    new RecordingEvent.RecordingStarted(
                            ROOM, CONFERENCE, 21, Cause.KEYPAD, RECORDING, Optional.empty())),
            Map.entry(
                    "RecordingStarted/participant",
                    new RecordingEvent.RecordingStarted(
                            ROOM, CONFERENCE, 22, Cause.POLICY, RECORDING, Optional.of(PARTICIPANT))),
            Map.entry(
                    "RecordingStopped/plain",
                    new RecordingEvent.RecordingStopped(ROOM, CONFERENCE, 23, Cause.KEYPAD, RECORDING)),
            Map.entry(
                    "ConferenceEscalated/plain",
                    new ConferenceEvent.ConferenceEscalated(ROOM, CONFERENCE, 2, Cause.KEYPAD, CALL)),
            Map.entry(
                    "ConsultationStarted/plain",
                    new ConsultationEvent.ConsultationStarted(
                            ROOM, CONFERENCE, 24, Cause.KEYPAD, CONSULTATION, PARTICIPANT)),
            Map.entry(
                    "ConsultationDialled/plain",
                    new ConsultationEvent.ConsultationDialled(
                            ROOM, CONFERENCE, 25, Cause.KEYPAD, CONSULTATION, LEG, "+4930123456", true)),
            Map.entry(
                    "ConsultationProgressed/talking",
                    new ConsultationEvent.ConsultationProgressed(
                            ROOM, CONFERENCE, 26, Cause.SIP, CONSULTATION, ConsultationEvent.Stage.TALKING)),
            Map.entry(
                    "ConsultationEnded/merged",
                    new ConsultationEvent.ConsultationEnded(
                            ROOM,
                            CONFERENCE,
                            27,
                            Cause.KEYPAD,
                            CONSULTATION,
                            ConsultationEvent.Outcome.MERGED,
                            Optional.empty(),
                            OptionalInt.empty(),
                            Optional.of(PARTICIPANT),
                            Optional.empty())),
            Map.entry(
                    "ConsultationEnded/merged-before-the-answer",
                    new ConsultationEvent.ConsultationEnded(
                            ROOM,
                            CONFERENCE,
                            27,
                            Cause.API,
                            CONSULTATION,
                            ConsultationEvent.Outcome.MERGED,
                            Optional.empty(),
                            OptionalInt.empty(),
                            Optional.empty(),
                            Optional.of(INVITATION))),
            Map.entry(
                    "ConsultationEnded/busy",
                    new ConsultationEvent.ConsultationEnded(
                            ROOM,
                            CONFERENCE,
                            27,
                            Cause.SIP,
                            CONSULTATION,
                            ConsultationEvent.Outcome.FAILED,
                            Optional.of(InvitationEvent.Failure.BUSY),
                            OptionalInt.of(486),
                            Optional.empty(),
                            Optional.empty())),
            Map.entry("ConferenceEnded/plain", new ConferenceEvent.ConferenceEnded(ROOM, CONFERENCE, 4, Cause.API)));

    static final Map<String, Object> DIRECTORY = Map.ofEntries(
            Map.entry("TenantEntry/plain", new DirectoryEntry.TenantEntry(DEMO, "demo.parley.test", "Demo", "en")),
            Map.entry("PhoneEntry/plain", new DirectoryEntry.PhoneEntry(DEMO, "801", "Anna")),
            Map.entry(
                    "ConferenceEntry/open",
                    new DirectoryEntry.ConferenceEntry(
                            DEMO,
                            "910",
                            "Everybody",
                            new ConferenceOptions(Optional.empty(), Optional.empty(), 100, false))),
            Map.entry(
                    "ConferenceEntry/dynamic-with-pins",
                    new DirectoryEntry.ConferenceEntry(
                            DEMO,
                            "900",
                            "Ad hoc",
                            new ConferenceOptions(Optional.of(HASH), Optional.of(HASH), 20, true))),
            Map.entry("NumberEntry/plain", new DirectoryEntry.NumberEntry("+4930900910", DEMO, "910")),
            Map.entry(
                    "TrunkEntry/shared",
                    new DirectoryEntry.TrunkEntry("pstn", Optional.empty(), List.of("+", "00"), true)),
            Map.entry(
                    "TrunkEntry/without-answer-supervision",
                    new DirectoryEntry.TrunkEntry("gsm", Optional.of(DEMO), List.of("07"), false)),
            Map.entry(
                    "TrunkEntry/with-national-numbers",
                    new DirectoryEntry.TrunkEntry(
                            "pbx",
                            Optional.of(DEMO),
                            List.of("+49"),
                            true,
                            Optional.of(new NumberFormat(NumberFormat.Style.NATIONAL, Optional.of("49"), "0", "00")))),
            Map.entry(
                    "TenantEntry/with-limits",
                    new DirectoryEntry.TenantEntry(
                            DEMO,
                            "demo.parley.test",
                            "Demo",
                            "en",
                            Optional.of(new TenantLimits(
                                    OptionalInt.of(5),
                                    OptionalInt.of(50),
                                    OptionalInt.empty(),
                                    Optional.of("national"))))),
            Map.entry(
                    "PhoneEntry/with-options",
                    new DirectoryEntry.PhoneEntry(
                            DEMO,
                            "805",
                            "Eve",
                            Optional.of(new PhoneOptions(
                                    List.of(new PhoneOptions.Forwarding(
                                            PhoneOptions.Condition.NO_ANSWER, List.of("+49"), "910", 20)),
                                    Optional.of("national"),
                                    new PhoneOptions.LocalConference(Optional.of(HASH), true, false))))),
            Map.entry(
                    "TenantEntry/presenting",
                    new DirectoryEntry.TenantEntry(
                            DEMO, "demo.parley.test", "Demo", "en", Optional.empty(), Optional.of("+4930900900"))),
            Map.entry(
                    "PhoneEntry/withholding",
                    new DirectoryEntry.PhoneEntry(
                            DEMO,
                            "806",
                            "Fay",
                            Optional.of(new PhoneOptions(
                                    List.of(new PhoneOptions.Forwarding(
                                            PhoneOptions.Condition.ALWAYS, List.of("anonymous"), "700", 20)),
                                    Optional.empty(),
                                    PhoneOptions.DEFAULT.localConference(),
                                    Optional.of("+4930900806"),
                                    Optional.of(true))))),
            Map.entry(
                    "TrunkEntry/presenting",
                    new DirectoryEntry.TrunkEntry(
                            "isdn",
                            Optional.of(DEMO),
                            List.of("0"),
                            true,
                            Optional.of(new NumberFormat(NumberFormat.Style.NATIONAL, Optional.of("49"), "0", "00")),
                            Optional.of("+4930900900"),
                            Optional.of(true))),
            Map.entry(
                    "ConferenceEntry/with-manners",
                    new DirectoryEntry.ConferenceEntry(
                            DEMO,
                            "911",
                            "Board",
                            new ConferenceOptions(
                                    Optional.of(HASH),
                                    Optional.of(HASH),
                                    20,
                                    false,
                                    Optional.of(new RoomManners(
                                            true,
                                            Optional.empty(),
                                            Optional.of("music"),
                                            true,
                                            true,
                                            RoomManners.EndPolicy.MODERATOR_LEAVES,
                                            true,
                                            "pairs"))))),
            Map.entry(
                    "IvrEntry/plain",
                    new DirectoryEntry.IvrEntry(
                            DEMO,
                            "700",
                            "Front desk",
                            new IvrMenu("menu", Map.of("1", "910", "2", "801"), 5, 3, Optional.of("801")))),
            Map.entry(
                    "NumberEntry/with-callback",
                    new DirectoryEntry.NumberEntry(
                            "+4930900911",
                            DEMO,
                            "910",
                            Optional.of(new Callback(Callback.Manner.REFUSE, 2, List.of("+4930"))))),
            Map.entry(
                    "ClassOfServiceEntry/national",
                    new DirectoryEntry.ClassOfServiceEntry(
                            DEMO,
                            "national",
                            true,
                            List.of("+49"),
                            List.of("+49900"),
                            OptionalInt.of(2),
                            OptionalInt.empty())),
            Map.entry(
                    "KeyMapEntry/plain",
                    new DirectoryEntry.KeyMapEntry(DEMO, "ours", Map.of("*94", "lock", "*95", "unlock"))),
            Map.entry(
                    "ApiKeyEntry/of-a-tenant",
                    new DirectoryEntry.ApiKeyEntry(
                            "a1B2c3D4",
                            HASH,
                            Optional.of(DEMO),
                            List.of("directory:write", "conferences:read"),
                            Optional.of(Instant.parse("2027-01-01T00:00:00Z")))),
            Map.entry(
                    "ApiKeyEntry/of-an-operator",
                    new DirectoryEntry.ApiKeyEntry(
                            "Z9y8X7w6", HASH, Optional.empty(), List.of("write"), Optional.empty())));

    private GoldenValues() {}
}

package dev.parley.contracts;

import dev.parley.contracts.call.CallCommand;
import dev.parley.contracts.call.CallEvent;
import dev.parley.contracts.call.Caller;
import dev.parley.contracts.conference.Cause;
import dev.parley.contracts.conference.ConferenceEvent;
import dev.parley.contracts.directory.Callback;
import dev.parley.contracts.directory.ConferenceOptions;
import dev.parley.contracts.directory.DirectoryEntry;
import dev.parley.contracts.directory.IvrMenu;
import dev.parley.contracts.directory.PhoneOptions;
import dev.parley.contracts.directory.RoomManners;
import dev.parley.contracts.directory.TenantLimits;
import dev.parley.contracts.id.ConferenceId;
import dev.parley.contracts.id.LegId;
import dev.parley.contracts.id.ParticipantId;
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

package dev.parley.directory.extension;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.parley.directory.rule.Form;
import dev.parley.directory.rule.Otherwise;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What can be dialled inside a tenant. A number has one meaning, whatever its type. */
@Schema(
        name = "Extension",
        description = "What can be dialled inside a tenant.",
        oneOf = {Extension.Phone.class, Extension.Conference.class, Extension.Ivr.class},
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "phone", schema = Extension.Phone.class),
            @DiscriminatorMapping(value = "conference", schema = Extension.Conference.class),
            @DiscriminatorMapping(value = "ivr", schema = Extension.Ivr.class)
        })
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Extension.Phone.class, name = "phone"),
    @JsonSubTypes.Type(value = Extension.Conference.class, name = "conference"),
    @JsonSubTypes.Type(value = Extension.Ivr.class, name = "ivr")
})
public sealed interface Extension {
    String extension();

    String name();

    /** A person's phone, or several that ring together. */
    @Schema(name = "PhoneExtension", description = "A person's phone, or several that ring together.")
    record Phone(
            @Schema(description = "What is dialled. Cannot change.", examples = "801")
            @NotNull
            @Pattern(regexp = Form.EXTENSION, message = Form.EXTENSION_SAYS)
            String extension,

            @Schema(description = "For people; the number, where nothing is said.", examples = "Reception")
            @Size(min = 1, max = 100)
            @Pattern(regexp = Form.TEXT, message = Form.TEXT_SAYS)
            String name,

            @Schema(description = "Tried in this order; the first that fits is taken.") @Size(max = 50)
            List<@NotNull @Valid Forwarding> forwarding,

            @Schema(description = "What it may dial outside; none: the tenant's default.", examples = "national")
            @Pattern(regexp = Form.NAME, message = Form.NAME_SAYS)
            @Nullable
            String classOfService,

            @Schema(
                    description = "Asked of those who join its local conference (R10). Taken, never shown.",
                    writeOnly = true,
                    examples = "2580")
            @Pattern(regexp = Form.PIN, message = Form.PIN_SAYS)
            @Nullable
            String conferencePin,

            @Schema(description = "Its local conference is over once it leaves (R9).", defaultValue = "false")
            Boolean conferenceEndOnExit,

            @Schema(
                    description = "Those who join its local conference say their name, which all hear.",
                    defaultValue = "false")
            Boolean conferenceAnnounceCallerName,

            @Schema(
                    description =
                            "What it presents outside: one of the tenant's numbers. None: what the tenant presents.",
                    examples = "+4930900801")
            @Pattern(regexp = Form.NUMBER, message = Form.NUMBER_SAYS)
            @Nullable
            String presentedNumber,

            @Schema(
                    description =
                            "It withholds its number, inside as well as outside; *30* before a number shows it for"
                                    + " one call. Otherwise *31* withholds it for one call.",
                    defaultValue = "false")
            Boolean withholdNumber)
            implements Extension {
        public Phone {
            name = Otherwise.of(name, extension);
            forwarding = Otherwise.empty(forwarding);
            conferenceEndOnExit = Otherwise.of(conferenceEndOnExit, false);
            conferenceAnnounceCallerName = Otherwise.of(conferenceAnnounceCallerName, false);
            withholdNumber = Otherwise.of(withholdNumber, false);
        }

        /** Does not show the PIN. */
        @Override
        public String toString() {
            return "Phone[" + extension + "]";
        }
    }

    /** A conference room. */
    @Schema(name = "ConferenceExtension", description = "A conference room (R1-R8, R15).")
    record Conference(
            @Schema(description = "What is dialled. Cannot change.", examples = "910")
            @NotNull
            @Pattern(regexp = Form.EXTENSION, message = Form.EXTENSION_SAYS)
            String extension,

            @Schema(description = "For people; the number, where nothing is said.", examples = "Open room")
            @Size(min = 1, max = 100)
            @Pattern(regexp = Form.TEXT, message = Form.TEXT_SAYS)
            String name,

            @Schema(description = "Asked of all who come in. Taken, never shown.", writeOnly = true, examples = "2580")
            @Pattern(regexp = Form.PIN, message = Form.PIN_SAYS)
            @Nullable
            String pin,

            @Schema(
                    description = "Entered instead of the PIN, makes the caller a moderator; only where a PIN is"
                            + " set. In a dynamic room, the administrator's password. Taken, never shown.",
                    writeOnly = true,
                    examples = "8642")
            @Pattern(regexp = Form.PIN, message = Form.PIN_SAYS)
            @Nullable
            String moderatorPin,

            @Schema(description = "The most that may be in at once.", defaultValue = "100") @Min(1) @Max(10_000)
            Integer maxMembers,

            @Schema(description = "A name is asked for, and played to all on entry.", defaultValue = "false")
            Boolean announceCallerName,

            @Schema(description = "The prompt that all hear when somebody comes in, or none.", defaultValue = "enter")
            @Pattern(regexp = Form.PROMPT, message = Form.NAME_SAYS)
            String enterSound,

            @Schema(
                    description = "What one hears while alone: a prompt of the tenant's, music, or none.",
                    defaultValue = "none")
            @Pattern(regexp = Form.PROMPT, message = Form.NAME_SAYS)
            String musicOnHoldSound,

            @Schema(
                    description = "Whoever is no moderator starts muted; only a moderator can unmute.",
                    defaultValue = "false")
            Boolean muteNonModerator,

            @Schema(description = "Outside numbers that are invited are recorded.", defaultValue = "false")
            Boolean recordEnabled,

            @Schema(
                    description = "When the conference is over.",
                    enumeration = {"last_leaves", "moderator_leaves"},
                    defaultValue = "last_leaves")
            ConferenceEnd endPolicy,

            @Schema(description = "Nobody hears anybody before a moderator is in.", defaultValue = "false")
            Boolean waitForModerator,

            @Schema(
                    description = "What keys do: a preset (default, pairs, coovox) or a key map of the tenant.",
                    defaultValue = "default")
            @Pattern(regexp = Form.NAME, message = Form.NAME_SAYS)
            String keyMap,

            @Schema(description = "Opened by its administrator (R15); needs both PINs.", defaultValue = "false")
            Boolean dynamic)
            implements Extension {
        public Conference {
            name = Otherwise.of(name, extension);
            maxMembers = Otherwise.of(maxMembers, 100);
            announceCallerName = Otherwise.of(announceCallerName, false);
            enterSound = Otherwise.of(enterSound, "enter");
            musicOnHoldSound = Otherwise.of(musicOnHoldSound, ExtensionKind.NO_SOUND);
            muteNonModerator = Otherwise.of(muteNonModerator, false);
            recordEnabled = Otherwise.of(recordEnabled, false);
            endPolicy = Otherwise.of(endPolicy, ConferenceEnd.LAST_LEAVES);
            waitForModerator = Otherwise.of(waitForModerator, false);
            keyMap = Otherwise.of(keyMap, "default");
            dynamic = Otherwise.of(dynamic, false);
        }

        /** Does not show the PINs. */
        @Override
        public String toString() {
            return "Conference[" + extension + "]";
        }
    }

    /** A menu. */
    @Schema(name = "IvrExtension", description = "A menu that is spoken to the caller, who chooses by a key.")
    record Ivr(
            @Schema(description = "What is dialled. Cannot change.", examples = "700")
            @NotNull
            @Pattern(regexp = Form.EXTENSION, message = Form.EXTENSION_SAYS)
            String extension,

            @Schema(description = "For people; the number, where nothing is said.", examples = "Main menu")
            @Size(min = 1, max = 100)
            @Pattern(regexp = Form.TEXT, message = Form.TEXT_SAYS)
            String name,

            @Schema(description = "What is spoken, and where each key leads.") @NotNull @Valid
            Menu menu)
            implements Extension {
        public Ivr {
            name = Otherwise.of(name, extension);
        }
    }
}

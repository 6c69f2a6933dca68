package dev.parley.directory.credential;

import dev.parley.directory.rule.Form;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a phone registers with. */
@Schema(name = "Credential", description = "What a phone registers with.")
public record Credential(
        @Schema(
                description =
                        "The user name, within the tenant's domain; not the number of another extension. Cannot change.",
                examples = "801")
        @NotNull
        @Pattern(regexp = "[A-Za-z0-9_.+-]{1,64}", message = "must be 1 to 64 letters, digits, and _ . + -")
        String username,

        @Schema(description = "The extension, of type phone, that rings it.", examples = "801")
        @NotNull
        @Pattern(regexp = Form.EXTENSION, message = Form.EXTENSION_SAYS)
        String extension,

        @Schema(
                description = "Taken, never shown; only hashes of it are kept.",
                examples = "correct horse battery",
                writeOnly = true)
        @Size(min = 8, max = 128)
        @Pattern(regexp = Form.TEXT, message = Form.TEXT_SAYS)
        @Nullable
        String password) {
    /** Does not show the password. */
    @Override
    public String toString() {
        return "Credential[" + username + "]";
    }
}

package dev.parley.directory.credential;

import dev.parley.directory.extension.Extension;
import dev.parley.directory.extension.ExtensionCheck;
import dev.parley.directory.resource.World;
import dev.parley.directory.rule.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * A user name that is the number of an extension is that extension's: nobody registers as 801 and is 802. So an extension
 * cannot have a number by which another one's phone registers.
 */
@ApplicationScoped
class UserNames implements ExtensionCheck {
    private final CredentialKind credentials;

    UserNames(CredentialKind credentials) {
        this.credentials = credentials;
    }

    @Override
    public List<Violation> check(Extension extension, World world) {
        return world.find(credentials, extension.extension()).stream()
                .filter(credential -> !credential.extension().equals(extension.extension()))
                .map(credential -> new Violation(
                        "/extension",
                        "reserved",
                        credential.username() + " is the user name of a phone of extension " + credential.extension()))
                .toList();
    }
}

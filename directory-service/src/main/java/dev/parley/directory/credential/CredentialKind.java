package dev.parley.directory.credential;

import dev.parley.directory.extension.Extension;
import dev.parley.directory.extension.ExtensionKind;
import dev.parley.directory.resource.Kind;
import dev.parley.directory.resource.ResourceId;
import dev.parley.directory.resource.Situation;
import dev.parley.directory.resource.World;
import dev.parley.directory.rule.Reference;
import dev.parley.directory.rule.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Credentials. Nobody is told of them; the SIP edge looks them up in a view. */
@ApplicationScoped
public class CredentialKind implements Kind<Credential> {
    public static final String COLLECTION = "credentials";

    private static final String PASSWORD = "password";
    private static final String MD5 = "password.md5";

    private final ExtensionKind extensions;

    CredentialKind(ExtensionKind extensions) {
        this.extensions = extensions;
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String noun() {
        return "a credential";
    }

    @Override
    public Class<Credential> type() {
        return Credential.class;
    }

    @Override
    public String nameField() {
        return "username";
    }

    @Override
    public Set<String> filters() {
        return Set.of("username", "extension");
    }

    @Override
    public Set<String> secretFields() {
        return Set.of(PASSWORD);
    }

    @Override
    public Map<String, String> seal(ResourceId id, Credential credential, World world) {
        return Optional.ofNullable(credential.password())
                .map(password -> Ha1.of(credential.username(), world.domain(), password))
                .map(ha1 -> Map.of(MD5, ha1.md5(), "password.sha256", ha1.sha256()))
                .orElse(Map.of());
    }

    @Override
    public List<Reference> references(Credential credential) {
        return List.of(new Reference("/extension", ExtensionKind.COLLECTION, credential.extension()));
    }

    @Override
    public List<Violation> check(Credential credential, Situation<Credential> situation) {
        List<Violation> violations = new ArrayList<>();
        if (!situation.secrets().containsKey(MD5)) {
            violations.add(new Violation("/password", "required", "Expected a 'password' to register with"));
        }
        Optional<Extension> extension = situation.world().find(extensions, credential.extension());
        if (extension.isPresent() && !(extension.get() instanceof Extension.Phone)) {
            violations.add(new Violation(
                    "/extension", "wrong_type", credential.extension() + " is not an extension of type phone"));
        }
        if (!credential.username().equals(credential.extension())
                && situation.world().find(extensions, credential.username()).isPresent()) {
            violations.add(new Violation(
                    "/username",
                    "reserved",
                    credential.username() + " is another extension; a credential of that name has to be its own"));
        }
        return violations;
    }
}

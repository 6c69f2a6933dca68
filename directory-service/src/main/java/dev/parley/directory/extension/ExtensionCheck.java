package dev.parley.directory.extension;

import dev.parley.directory.resource.World;
import dev.parley.directory.rule.Violation;
import java.util.List;

/** What a feature that knows extensions has against one. Without side effects. */
public interface ExtensionCheck {
    List<Violation> check(Extension extension, World world);
}

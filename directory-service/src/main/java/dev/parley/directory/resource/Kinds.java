package dev.parley.directory.resource;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All kinds of documents there are. */
@ApplicationScoped
public class Kinds {
    private final Map<String, Kind<?>> kinds;

    Kinds(@All List<Kind<?>> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(Kind::collection, Function.identity()));
    }

    public Collection<Kind<?>> all() {
        return kinds.values();
    }

    public Optional<Kind<?>> find(String collection) {
        return Optional.ofNullable(kinds.get(collection));
    }

    /** The kind of a document that is kept. */
    public Kind<?> of(ResourceId id) {
        return find(id.kind()).orElseThrow(() -> new IllegalStateException("There is no kind " + id.kind()));
    }
}

package dev.parley.media.ng;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What bencode can say. */
public sealed interface NgValue {

    record Text(String value) implements NgValue {}

    record Whole(long value) implements NgValue {}

    record Sequence(List<NgValue> items) implements NgValue {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Keys are kept sorted, as bencode demands of a dictionary. */
    record Dictionary(Map<String, NgValue> entries) implements NgValue {
        public static final Dictionary EMPTY = new Dictionary(Map.of());

        public Dictionary {
            entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
        }

        /** A copy with one more entry; an entry of the same name is replaced. */
        public Dictionary with(String key, NgValue value) {
            var extended = new TreeMap<>(entries);
            extended.put(key, value);
            return new Dictionary(extended);
        }

        public Dictionary with(String key, String value) {
            return with(key, new Text(value));
        }

        public Dictionary with(String key, long value) {
            return with(key, new Whole(value));
        }

        public Dictionary with(String key, List<String> values) {
            return with(key, texts(values));
        }

        /** The text under a key; empty when there is none or it is of another kind. */
        public Optional<String> text(String key) {
            return entries.get(key) instanceof Text(String value) ? Optional.of(value) : Optional.empty();
        }

        public Optional<Long> number(String key) {
            return entries.get(key) instanceof Whole(long value) ? Optional.of(value) : Optional.empty();
        }

        /** The dictionary under a key; an empty one when there is none, so that a walk need not stop. */
        public Dictionary dictionary(String key) {
            return entries.get(key) instanceof Dictionary nested ? nested : EMPTY;
        }

        /** The items under a key; none when it is missing or of another kind. */
        public List<NgValue> sequence(String key) {
            return entries.get(key) instanceof Sequence(List<NgValue> items) ? items : List.of();
        }
    }

    static Sequence texts(List<String> values) {
        return new Sequence(values.stream().<NgValue>map(Text::new).toList());
    }
}

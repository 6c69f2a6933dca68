package dev.parley.conference.application;

import java.util.SortedSet;
import java.util.TreeSet;

/** The kinds of things that are told of conferences. */
public record EventKinds(SortedSet<String> names) {
    public EventKinds {
        names = new TreeSet<>(names);
    }
}

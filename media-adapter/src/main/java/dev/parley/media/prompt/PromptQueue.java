package dev.parley.media.prompt;

import dev.parley.media.prompt.PromptFiles.Prompt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What one leg is hearing, and what it will hear after.
 *
 * <p>Pure but for its own state: says what to play next; playing and waiting are the caller's.
 */
public final class PromptQueue {
    private static final int REMEMBERED = 32;

    /**
     * One wish: prompts to be played one after the other.
     *
     * @param ending what happens when it is fulfilled, or given up
     */
    public record Wish(String request, List<Prompt> prompts, Ending ending) {
        public Wish {
            prompts = List.copyOf(prompts);
        }

        /** @param instance the call-control instance that wished it; none when conference-service did */
        public Wish(String request, List<Prompt> prompts, OptionalInt instance) {
            this(
                    request,
                    prompts,
                    instance.isPresent() ? new Ending.TellInstance(instance.getAsInt()) : new Ending.TellOwner());
        }
    }

    /** What follows a wish. */
    public sealed interface Ending {
        /** A call-control instance is told. */
        record TellInstance(int instance) implements Ending {}

        /** Whoever owns the room is told. */
        record TellOwner() implements Ending {}

        /** Something that waited for the quiet. */
        record Next(Runnable task) implements Ending {}
    }

    private final Deque<Wish> wishes = new ArrayDeque<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private int nextPrompt;
    private long round;

    /** Takes a wish; false when it was taken before, or when something else is heard first. */
    public boolean add(Wish wish) {
        if (!seen.add(wish.request())) {
            return false;
        }
        if (seen.size() > REMEMBERED) {
            seen.remove(seen.iterator().next());
        }
        wishes.add(wish);
        return wishes.size() == 1;
    }

    /** The prompt to play now; empty when the current wish is fulfilled, or there is none. */
    public Optional<Prompt> nextPrompt() {
        Wish current = wishes.peek();
        if (current == null || nextPrompt >= current.prompts().size()) {
            return Optional.empty();
        }
        round++;
        return Optional.of(current.prompts().get(nextPrompt++));
    }

    /** Ends the current wish, fulfilled or not, and makes the next one current. */
    public Optional<Wish> finish() {
        nextPrompt = 0;
        round++;
        return Optional.ofNullable(wishes.poll());
    }

    public boolean isEmpty() {
        return wishes.isEmpty();
    }

    /** Forgets everything; gives what is not heard to its end. */
    public List<Wish> clear() {
        var all = new ArrayList<>(wishes);
        wishes.clear();
        nextPrompt = 0;
        round++;
        return all;
    }

    /** Changes with every file and every stop: a timer that was set in an earlier round has nothing to say. */
    public long round() {
        return round;
    }
}

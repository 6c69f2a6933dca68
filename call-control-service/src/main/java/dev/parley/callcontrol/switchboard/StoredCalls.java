package dev.parley.callcontrol.switchboard;

import dev.parley.callcontrol.call.Call;
import dev.parley.callcontrol.call.Remembered;
import java.util.List;

/** Where calls are kept that shall outlive the process. Thread-safe; one call's are never kept at the same time. */
public interface StoredCalls {
    /** What the process before this one left. Waits until all of it is known. */
    List<Remembered> left();

    /** Keeps the call as it is now. Does not wait. */
    void keep(Call call);

    /** The call is over. Does not wait. */
    void drop(String callId);
}

package dev.coppice.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

class InboxTest {

    @Test
    void handsOverInOrderAndManyAtATime() {
        var waiting = new ArrayDeque<Runnable>();
        var batches = new ArrayList<List<Integer>>();
        var inbox = new Inbox<Integer>(waiting::add, batches::add);
        inbox.put(1);
        inbox.put(2);
        inbox.put(3);
        assertThat(waiting).hasSize(1);
        waiting.poll().run();
        inbox.put(4);
        waiting.poll().run();
        assertThat(batches).containsExactly(List.of(1, 2, 3), List.of(4));
        assertThat(waiting).isEmpty();
    }
}

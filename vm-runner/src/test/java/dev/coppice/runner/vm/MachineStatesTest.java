package dev.coppice.runner.vm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coppice.runner.guest.CheckResult;
import dev.coppice.runner.job.Problem;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class MachineStatesTest {

    private static final Problem PROBLEM = new Problem("x", "m", "h", List.of());

    private static List<String> follow(MachineStates states) {
        var told = new ArrayList<String>();
        states.observe(
                new MachineObserver() {
                    @Override
                    public void stateChanged(VmState state) {
                        told.add(state.name());
                    }

                    @Override
                    public void checksChanged(List<CheckResult> results, boolean finished) {
                        told.add(results.size() + " checks");
                    }
                });
        return told;
    }

    @Test
    void goesThroughALifeInOrder() {
        var states = new MachineStates();
        List<String> told = follow(states);
        assertThat(states.enter(VmState.READY)).as("not before running").isFalse();
        assertThat(states.enter(VmState.RUNNING)).isTrue();
        assertThat(states.enter(VmState.READY)).isTrue();
        assertThat(states.enter(VmState.STOPPING)).isTrue();
        assertThat(states.enter(VmState.READY)).as("too late").isFalse();
        states.end(Optional.empty());
        assertThat(told).containsExactly("STARTING", "RUNNING", "READY", "STOPPING", "STOPPED");
        assertThat(states.ended()).isCompletedWithValue(VmState.STOPPED);
    }

    @Test
    void endsOnceAndKeepsTheFirstReason() {
        var states = new MachineStates();
        states.end(Optional.of(PROBLEM));
        states.end(Optional.empty());
        assertThat(states.state()).isEqualTo(VmState.FAILED);
        assertThat(states.problem()).contains(PROBLEM);
        assertThat(states.enter(VmState.STOPPING)).isFalse();
    }

    @Test
    void tellsLateObserversWhatIsKnown() throws Exception {
        var states = new MachineStates();
        states.enter(VmState.RUNNING);
        states.checks(List.of(new CheckResult("c", CheckResult.Verdict.PASSED, "")), true);
        assertThat(follow(states)).containsExactly("RUNNING", "1 checks");
    }

    @Test
    void stopsTellingWhoNoLongerListens() throws Exception {
        var states = new MachineStates();
        var told = new ArrayList<VmState>();
        AutoCloseable following =
                states.observe(
                        new MachineObserver() {
                            @Override
                            public void stateChanged(VmState state) {
                                told.add(state);
                            }
                        });
        following.close();
        states.enter(VmState.RUNNING);
        assertThat(told).containsExactly(VmState.STARTING);
    }
}

package dev.coppice.runner.vm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmulatorPanicTest {

    private static final String PANIC =
            """
            [    0.000000] Linux version 6.1.0-57-amd64
            [    1.802105] int3: 0000 [#1] PREEMPT SMP NOPTI
            [    1.802105] RIP: 0010:native_sched_clock+0x1/0x80
            [    1.830001] Kernel panic - not syncing: Fatal exception in interrupt
            """;

    @Test
    void isSeenOnceTheKernelHasStopped() {
        assertThat(EmulatorPanic.isIn(PANIC)).isTrue();
        assertThat(EmulatorPanic.isIn(PANIC.substring(0, PANIC.indexOf("Kernel panic")))).isFalse();
    }

    @Test
    void isOverWhenTheKernelHasBegunAnew() {
        assertThat(EmulatorPanic.isIn(PANIC + "[    0.000000] Linux version 6.1.0-57-amd64\n"))
                .isFalse();
        assertThat(EmulatorPanic.isIn(PANIC + PANIC)).isTrue();
    }

    @Test
    void leavesPanicsAloneThatAreTheSystemsOwn() {
        assertThat(EmulatorPanic.isIn("Kernel panic - not syncing: VFS: Unable to mount root fs"))
                .isFalse();
    }
}

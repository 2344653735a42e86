package dev.coppice.app.pages;

import dev.coppice.runner.store.Generation;
import dev.coppice.runner.vm.MachineHost;
import dev.coppice.runner.vm.RunOptions;
import dev.coppice.runner.vm.VirtualMachine;

import java.util.ArrayList;
import java.util.List;

/** Hands out machines that a test plays. */
final class PlayedHost implements MachineHost {

    final List<PlayedMachine> machines = new ArrayList<>();

    @Override
    public VirtualMachine start(Generation generation, RunOptions options) {
        var machine = new PlayedMachine(generation, options);
        machines.add(machine);
        return machine;
    }

    PlayedMachine last() {
        return machines.getLast();
    }

    @Override
    public List<VirtualMachine> running() {
        return List.copyOf(machines);
    }

    @Override
    public List<LeftOver> leftOvers() {
        return List.of();
    }

    @Override
    public void close() {
        machines.clear();
    }
}

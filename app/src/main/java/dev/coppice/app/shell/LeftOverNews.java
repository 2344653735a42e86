package dev.coppice.app.shell;

import dev.coppice.app.theme.Badge.Tone;
import dev.coppice.runner.vm.MachineHost;
import dev.coppice.runner.vm.MachineHost.LeftOver;

import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;

import java.util.List;
import java.util.stream.Collectors;

/** Offers to stop the machines that an earlier Coppice left behind. */
final class LeftOverNews {

    private final MachineHost machines;
    private final BackgroundWork background;
    private final VBox banners;

    LeftOverNews(MachineHost machines, BackgroundWork background, VBox banners) {
        this.machines = machines;
        this.background = background;
        this.banners = banners;
    }

    /** Looks for them, and says so when there are any. */
    void look() {
        background.run(machines::leftOvers, this::offer, this::warn);
    }

    private void offer(List<LeftOver> found) {
        if (found.isEmpty()) {
            return;
        }
        boolean one = found.size() == 1;
        String titles = found.stream().map(LeftOver::title).collect(Collectors.joining(", "));
        String text =
                one
                        ? "A machine from an earlier run is still going: %s.".formatted(titles)
                        : "%d machines from an earlier run are still going: %s."
                                .formatted(found.size(), titles);
        banners.getChildren()
                .add(
                        new Banner(Tone.WARNING, MaterialDesignG.GHOST_OUTLINE, text)
                                .answer(one ? "Stop it" : "Stop them", () -> stop(found))
                                .answer(one ? "Leave it" : "Leave them", () -> {}));
    }

    private void stop(List<LeftOver> found) {
        background.run(
                () -> {
                    found.forEach(LeftOver::stop);
                    return found;
                },
                stopped -> {},
                this::warn);
    }

    private void warn(String problem) {
        banners.getChildren()
                .add(
                        new Banner(Tone.DANGER, MaterialDesignA.ALERT_CIRCLE_OUTLINE, problem)
                                .answer("Close", () -> {}));
    }
}

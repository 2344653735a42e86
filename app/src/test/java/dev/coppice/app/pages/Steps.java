package dev.coppice.app.pages;

import dev.coppice.app.shell.Navigation;
import dev.coppice.app.shell.Place;
import dev.coppice.model.yaml.YamlPath;
import dev.coppice.runner.store.Generation;
import dev.coppice.runner.vm.RunOptions;

import java.util.ArrayList;
import java.util.List;

/** Writes down where pages lead. */
final class Steps implements Navigation {

    final List<String> taken = new ArrayList<>();

    @Override
    public void go(Place place) {
        taken.add("go " + place);
    }

    @Override
    public void reveal(YamlPath path) {
        taken.add("reveal " + path);
    }

    @Override
    public void boot(Generation generation, RunOptions options) {
        taken.add("boot " + generation.number() + (options.keepState() ? " kept" : ""));
    }

    @Override
    public void compare(Generation earlier, Generation later) {
        taken.add("compare " + earlier.number() + " " + later.number());
    }

    @Override
    public void buildAndBoot() {
        taken.add("build and boot");
    }

    @Override
    public boolean canBuild() {
        return true;
    }

    @Override
    public void generationsChanged() {
        taken.add("generations changed");
    }
}

package dev.coppice.model.rules.known;

import dev.coppice.model.bind.Words;
import dev.coppice.model.region.Keyboards;
import dev.coppice.model.region.Locales;
import dev.coppice.model.region.Named;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Locales and keyboards that exist. */
public final class Region {

    private final Keyboards keyboards;
    private final Set<String> layouts;
    private final Set<String> models;
    private final Set<String> options;
    private final Set<String> locales;
    private final Words words;

    Region(Keyboards keyboards) {
        this.keyboards = keyboards;
        this.layouts = values(keyboards.layouts());
        this.models = values(keyboards.models());
        this.options = values(keyboards.options());
        this.locales = values(new Locales().all());
        this.words = new Words(locales);
    }

    /** Whether glibc has a locale. */
    public boolean hasLocale(String name) {
        return locales.contains(name);
    }

    /** The nearest locale. */
    public Optional<String> nearLocale(String name) {
        return words.near(name);
    }

    /** The layouts. */
    public Set<String> layouts() {
        return layouts;
    }

    /** The models. */
    public Set<String> models() {
        return models;
    }

    /** The options. */
    public Set<String> options() {
        return options;
    }

    /** The variants of a layout. */
    public Set<String> variants(String layout) {
        return values(keyboards.variants(layout));
    }

    private static Set<String> values(List<Named> named) {
        var values = new HashSet<String>();
        named.forEach(n -> values.add(n.value()));
        return values;
    }
}

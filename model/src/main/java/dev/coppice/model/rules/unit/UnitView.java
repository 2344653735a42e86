package dev.coppice.model.rules.unit;

import dev.coppice.model.rules.RuleContext;

/**
 * A unit of the spec with its text.
 *
 * @param name the unit's name with its suffix; empty when it is not right
 * @param suffix the kind, {@code service}; empty when the name is not right
 * @param dropIn whether it is a drop-in for a unit that stands elsewhere
 * @param text what stands in it
 * @param context the spec around it
 */
record UnitView(String name, String suffix, boolean dropIn, UnitText text, RuleContext context) {

    /** The section of the unit's kind, {@code Service}; empty when the kind is not known. */
    String ownSection() {
        return suffix.isEmpty()
                ? ""
                : Character.toUpperCase(suffix.charAt(0)) + suffix.substring(1);
    }

    /** The name without its suffix. */
    String stem() {
        return name.isEmpty() ? "" : name.substring(0, name.lastIndexOf('.'));
    }
}

package dev.coppice.model.rules.unit;

/** One topic of what can be wrong with a unit's text. */
interface UnitCheck {

    /** Reports what is wrong. */
    void check(UnitView unit, UnitReport report);
}

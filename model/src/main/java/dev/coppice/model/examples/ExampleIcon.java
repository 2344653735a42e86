package dev.coppice.model.examples;

/** What an example is about, as a picture; the window has one for each. */
public enum ExampleIcon {
    WEB,
    DATABASE,
    CONTAINERS,
    KIOSK,
    ROUTER,
    DEVELOPMENT,
    MONITORING,
    PROXY,
    FILES,
    KUBERNETES,
    SHIELD,
    MINIMAL,
    EMPTY
}

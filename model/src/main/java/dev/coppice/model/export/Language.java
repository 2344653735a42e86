package dev.coppice.model.export;

/** What a file is written in, for highlighting. */
public enum Language {
    NIX,
    YAML,
    JSON,
    DOCKERFILE,
    SHELL,
    INI,
    PUPPET,
    MARKDOWN,
    PLAIN
}

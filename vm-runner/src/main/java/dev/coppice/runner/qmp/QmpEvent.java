package dev.coppice.runner.qmp;

import tools.jackson.databind.JsonNode;

/**
 * Something that happened in QEMU.
 *
 * @param name {@code SHUTDOWN}, {@code VSERPORT_CHANGE}, ...
 * @param data what QEMU tells about it; a missing node when nothing
 */
public record QmpEvent(String name, JsonNode data) {}

package dev.coppice.runner.build;

import dev.coppice.model.spec.SystemSpec;
import dev.coppice.model.text.SpecText;

import java.nio.file.Path;

/**
 * What to build.
 *
 * @param text the text, kept with the generation
 * @param spec what the text means
 * @param project the folder that the spec's file sources are relative to
 */
public record BuildRequest(SpecText text, SystemSpec spec, Path project) {}

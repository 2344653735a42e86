package dev.coppice.app.compose.form.dialog;

import dev.coppice.app.options.OptionModel;
import dev.coppice.app.packages.PackageListModel;
import dev.coppice.runner.host.PasswordHasher;
import dev.coppice.runner.host.PublicKeys;

import java.nio.file.Path;
import java.util.concurrent.Executor;

/**
 * What the inputs of a form use of the world outside.
 *
 * @param folder the project's folder
 * @param files asks a person for a file
 * @param packages the list of packages of the release
 * @param options the options of NixOS
 * @param background for what takes time
 * @param ui back to the FX thread
 */
public record FormTools(
        Path folder,
        PasswordHasher hasher,
        PublicKeys keys,
        FileQuestion files,
        PackageListModel packages,
        OptionModel options,
        Executor background,
        Executor ui) {}

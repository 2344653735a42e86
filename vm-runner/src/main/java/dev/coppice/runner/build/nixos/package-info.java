/** Evaluates and builds the exported flake with Nix. */
package dev.coppice.runner.build.nixos;

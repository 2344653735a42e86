/** Asks Nix, where it is installed, about configurations of NixOS. */
package dev.coppice.runner.nix;

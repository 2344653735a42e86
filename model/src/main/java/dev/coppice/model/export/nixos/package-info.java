/** A spec as a NixOS configuration: a flake, a module of options, a test. */
package dev.coppice.model.export.nixos;

/** The options of NixOS on this computer: downloaded from their channel, evaluated, or a file. */
package dev.coppice.runner.nixos;

/** The options of NixOS: which there are, what they take, and what is wrong with raw settings. */
package dev.coppice.model.nixos;

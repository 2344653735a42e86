/** The Nix language: its text as a tree, and what of it can be worked out without Nix. */
package dev.coppice.model.nix;

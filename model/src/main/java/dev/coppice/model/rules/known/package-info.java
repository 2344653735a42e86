/** What Debian, systemd, OpenSSH and the kernel bring by themselves, as tables. */
package dev.coppice.model.rules.known;

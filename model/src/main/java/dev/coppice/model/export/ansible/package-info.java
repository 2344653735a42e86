/** A spec as an Ansible playbook for a machine that already runs Debian. Pure. */
package dev.coppice.model.export.ansible;

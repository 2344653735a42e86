package dev.coppice.runner.build.nixos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

class NixErrorsTest {

    private static final String SOURCE = "/nix/store/0c3ymqx5gkrrcz8m1h5dvlwgh2zdbhvf-source/";

    private static List<NixFault> read(String text) {
        return new NixErrors(Set.of("configuration.nix", "flake.nix")).read(text.lines().toList());
    }

    @Test
    void takesTheInnermostPlaceInAnExportedFile() {
        List<NixFault> faults =
                read(
                        """
                        warning: Git tree is dirty
                        error:
                               … while calling the 'head' builtin
                                 at %1$slib/attrsets.nix:1574:11:
                                 1573|         || pred here (elemAt values 1) (head values) then
                                 1574|           head values
                                     |           ^
                               … while evaluating definitions from `%1$sconfiguration.nix':

                               error: undefined variable 'ngnix'
                               at %1$sconfiguration.nix:12:5:
                                   11|   environment.systemPackages = with pkgs; [
                                   12|     ngnix
                                     |     ^
                                   13|   ];
                        """
                                .formatted(SOURCE));
        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().message()).isEqualTo("undefined variable 'ngnix'");
        assertThat(faults.getFirst().place()).contains(new NixFault.Place("configuration.nix", 12));
    }

    @Test
    void readsWhatTheModuleSystemSaysOfOptions() {
        List<NixFault> faults =
                read(
                        """
                        error:
                               … while evaluating the option `system.build.toplevel':

                               error: A definition for option `networking.firewall.allowedTCPPorts."[definition 1-entry 1]"' is not of type `16 bit unsigned integer; between 0 and 65535 (both inclusive)'. Definition values:
                               - In `%sconfiguration.nix': "22"
                        """
                                .formatted(SOURCE));
        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().option()).contains("networking.firewall.allowedTCPPorts");
        assertThat(faults.getFirst().message())
                .startsWith("A definition")
                .endsWith("- In `configuration.nix': \"22\"");
    }

    @Test
    void tellsEveryFailedAssertion() {
        List<NixFault> faults =
                read(
                        """
                        error:
                        Failed assertions:
                        - The ‘fileSystems’ option does not specify your root file system.
                        - You must set the option ‘boot.loader.grub.devices’ or
                        'boot.loader.grub.mirroredBoots' to make the system bootable.
                        """);
        assertThat(faults)
                .extracting(NixFault::message)
                .containsExactly(
                        "The ‘fileSystems’ option does not specify your root file system.",
                        "You must set the option ‘boot.loader.grub.devices’ or"
                                + " 'boot.loader.grub.mirroredBoots' to make the system bootable.");
        assertThat(faults.getLast().option()).contains("boot.loader.grub.devices");
    }

    @Test
    void saysNothingOfOutputsWithoutErrors() {
        assertThat(read("warning: Git tree is dirty\n")).isEmpty();
        assertThat(read("error:\n")).isEmpty();
        assertThat(read("")).isEmpty();
    }

    @Test
    void findsTheLinesOfOptions() {
        var lines =
                new OptionLines(
                        """
                        {
                          networking.hostName = "web";
                          users.users.demo = {
                            isNormalUser = true;
                            extraGroups = [ "wheel" ];
                          };
                          environment.etc."motd".text = ''
                            services.no = {
                          '';
                          services.nginx = {
                            enable = true;
                            virtualHosts._ = {
                              default = true;
                            };
                          };
                          networking.firewall = {
                            allowedTCPPorts = [ 22 80 ];
                          };
                        }
                        """
                                .lines()
                                .toList());
        assertThat(lines.find("networking.hostName")).contains(2);
        assertThat(lines.find("users.users.demo.extraGroups")).contains(5);
        assertThat(lines.find("services.nginx.virtualHosts._.default")).contains(13);
        assertThat(lines.find("services.nginx.virtualHosts._.defualt")).contains(12);
        assertThat(lines.find("networking.firewall.allowedTCPPorts")).contains(17);
        assertThat(lines.find("environment.etc.motd.text")).contains(7);
        assertThat(lines.find("services.no")).isEmpty();
        assertThat(lines.find("users")).contains(3);
    }
}

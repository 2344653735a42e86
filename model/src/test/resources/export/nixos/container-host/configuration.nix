# The options of NixOS that make this system. The words in parentheses are the
# fields of the spec that a part comes from. Look options up on search.nixos.org.
{ config, lib, pkgs, ... }:

{
  # System (hostname)
  networking.hostName = "pods-01";

  # Time, language and console (timezone, locale, keyboard, console, ntp)
  time.timeZone = "Etc/UTC";
  i18n.defaultLocale = "C.UTF-8";

  # Containers (containers)
  virtualisation.oci-containers = {
    backend = "podman";
    containers = {
      web = {
        serviceName = "web";
        image = "docker.io/library/nginx:1.28-alpine";
        ports = [ "80:80" ];
        environment.TZ = "Europe/London";
        volumes = [ "/srv/www:/usr/share/nginx/html:ro" ];
      };
      toolbox = {
        serviceName = "toolbox";
        image = "docker.io/library/alpine:3.22";
        cmd = [ "sleep" "infinity" ];
        autoStart = false;
      };
    };
  };

  # Files (files)
  systemd.tmpfiles.settings."00-files"."/srv/www/index.html"."f+" = {
    mode = "0644";
    user = "root";
    group = "root";
    argument = builtins.readFile ./files/index.html;
  };

  # Network (network)
  networking.nftables.enable = true;
  networking.firewall = {
    enable = true;
    allowedTCPPorts = [ 80 ];
  };

  # Storage (storage)
  # Kept over a restart, as every directory of this machine is:
  # - /var/lib/containers

  # The machine of nixos-rebuild build-vm (machine, storage)
  virtualisation.vmVariant.virtualisation = {
    memorySize = 2048;
    cores = 2;
    forwardPorts = [
      { from = "host"; host = { address = "127.0.0.1"; port = 8080; }; guest.port = 80; }
    ];
  };

  # The release that this system was first installed with. It stays as
  # it is when the system is upgraded: it says in which form data is kept.
  system.stateVersion = "26.05";
}

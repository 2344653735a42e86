# The options of NixOS that make this system. The words in parentheses are the
# fields of the spec that a part comes from. Look options up on search.nixos.org.
{ config, lib, pkgs, ... }:

{
  # System (hostname)
  networking.hostName = "watch-01";

  # Time, language and console (timezone, locale, keyboard, console, ntp)
  time.timeZone = "Etc/UTC";
  i18n.defaultLocale = "C.UTF-8";
  services.timesyncd.enable = true;

  # Services (services, sshd)
  services.prometheus = {
    enable = true;
    exporters.node.enable = true;
    # Files that the configuration names are not there while it is built.
    checkConfig = "syntax-only";
  };

  # Files (files)
  services.prometheus.configText = builtins.readFile ./files/prometheus.yml;
  environment.etc = {
    "prometheus/rules/machines.yml".source = ./files/machines.yml;
    "default/prometheus".text = ''
      ARGS="--storage.tsdb.retention.time=30d --storage.tsdb.retention.size=2GB"
    '';
    "default/prometheus-node-exporter".text = ''
      ARGS="--collector.disable-defaults --collector.cpu --collector.meminfo \
        --collector.loadavg --collector.filesystem --collector.netdev --collector.uname"
    '';
  };

  # Network (network)
  networking.nftables.enable = true;
  networking.firewall = {
    enable = true;
    allowedTCPPorts = [ 9090 ];
  };

  # Storage (storage)
  # Kept over a restart, as every directory of this machine is:
  # - /var/lib/prometheus

  # The machine of nixos-rebuild build-vm (machine, storage)
  virtualisation.vmVariant.virtualisation = {
    memorySize = 1024;
    cores = 2;
    forwardPorts = [
      { from = "host"; host = { address = "127.0.0.1"; port = 9090; }; guest.port = 9090; }
    ];
  };

  # The release that this system was first installed with. It stays as
  # it is when the system is upgraded: it says in which form data is kept.
  system.stateVersion = "26.05";
}

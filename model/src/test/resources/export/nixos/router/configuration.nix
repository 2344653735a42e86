# The options of NixOS that make this system. The words in parentheses are the
# fields of the spec that a part comes from. Look options up on search.nixos.org.
{ config, lib, pkgs, ... }:

{
  # System (hostname)
  networking.hostName = "gate-01";

  # Time, language and console (timezone, locale, keyboard, console, ntp)
  time.timeZone = "Etc/UTC";
  i18n.defaultLocale = "C.UTF-8";

  # Packages (packages)
  environment.systemPackages = with pkgs; [ dnsutils ];

  # Services (services, sshd)
  services.dnsmasq.enable = true;

  # Files (files)
  services.dnsmasq.settings.conf-dir = "/etc/dnsmasq.d";
  environment.etc."dnsmasq.d/home.conf".text = ''
    # Only inside; the world gets no answer.
    interface=eth1
    bind-dynamic
    domain=home.arpa
    local=/home.arpa/
    domain-needed
    bogus-priv

    # Addresses to give out, and for how long.
    dhcp-range=192.168.50.100,192.168.50.200,12h
    # A machine that always gets the same one, known by its card.
    dhcp-host=52:54:00:aa:bb:cc,web,192.168.50.10

    # Names that are always there.
    host-record=gate.home.arpa,192.168.50.1
  '';

  # Network (network)
  # The interfaces are systemd-networkd's, as they are on Debian.
  networking.useNetworkd = true;
  # Only the interfaces below ask for an address.
  networking.useDHCP = false;
  # The kernel's own names of interfaces: eth0, not enp1s0.
  networking.usePredictableInterfaceNames = false;
  networking.nftables.enable = true;
  networking.firewall = {
    enable = true;
    trustedInterfaces = [ "eth1" ];
  };
  networking.nat = {
    enable = true;
    externalInterface = "eth0";
    internalInterfaces = [ "eth1" ];
    forwardPorts = [
      { sourcePort = 8080; proto = "tcp"; destination = "192.168.50.10:80"; }
    ];
  };
  systemd.network.networks = {
    "10-eth0" = {
      matchConfig.Name = "eth0";
      DHCP = "yes";
    };
    "10-eth1" = {
      matchConfig.Name = "eth1";
      address = [ "192.168.50.1/24" ];
    };
  };

  # The machine of nixos-rebuild build-vm (machine, storage)
  virtualisation.vmVariant.virtualisation = {
    memorySize = 1024;
    cores = 2;
    qemu.options = [
      "-netdev user,id=net1,restrict=on"
      "-device virtio-net-pci,netdev=net1"
    ];
  };

  # The release that this system was first installed with. It stays as
  # it is when the system is upgraded: it says in which form data is kept.
  system.stateVersion = "26.05";
}

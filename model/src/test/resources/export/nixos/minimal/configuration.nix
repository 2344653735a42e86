# The options of NixOS that make this system. The words in parentheses are the
# fields of the spec that a part comes from. Look options up on search.nixos.org.
{ config, lib, pkgs, ... }:

{
  # System (hostname)
  networking.hostName = "minimal";

  # Time, language and console (timezone, locale, keyboard, console, ntp)
  time.timeZone = "Etc/UTC";
  i18n.defaultLocale = "C.UTF-8";

  # People (users, groups, sudo)
  # Accounts are as written here; passwd(1) does not change them for good.
  users.mutableUsers = false;
  users.users.demo = {
    isNormalUser = true;
    extraGroups = [ "wheel" ];
    hashedPassword = "$6$wcpdA0E9rSQB8hg$vGmGch5/mnjFnVGP1JaP/QbxrjlehSeTaT3QLdDDq2i77DEDNwET1Kpiuj3T2Su0hsxYbwAjHkLEbPlKUzPeQ.";
  };

  # Packages (packages)
  security.sudo.enable = true;

  # Network (network)
  # NixOS has a packet filter unless it is told otherwise; the spec asks for none.
  networking.firewall.enable = false;

  # The machine of nixos-rebuild build-vm (machine, storage)
  virtualisation.vmVariant.virtualisation = {
    memorySize = 1024;
    cores = 2;
  };

  # The release that this system was first installed with. It stays as
  # it is when the system is upgraded: it says in which form data is kept.
  system.stateVersion = "26.05";
}

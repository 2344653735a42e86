# The options of NixOS that make this system. The words in parentheses are the
# fields of the spec that a part comes from. Look options up on search.nixos.org.
{ config, lib, pkgs, ... }:

{
  # System (hostname)
  networking.hostName = "web-01";

  # Time, language and console (timezone, locale, keyboard, console, ntp)
  time.timeZone = "Europe/London";
  i18n.defaultLocale = "C.UTF-8";
  # The keyboard of the console is made from the X keyboard; no X server comes by it.
  console.useXkbConfig = true;
  services.xserver.xkb.layout = "us";

  # People (users, groups, sudo)
  # Accounts are as written here; passwd(1) does not change them for good.
  users.mutableUsers = false;
  users.users.demo = {
    isNormalUser = true;
    extraGroups = [ "wheel" ];
    hashedPassword = "$6$KibTJcp8uwvDRIT$pT4ov8gfT8uK5YpYd8ZvRYpX0dP3I3qvgWVdBV/C7a5dvqrDcOFfclr7OOBSm34V/yOWjQZ9fzekfquwa7OdV0";
  };

  # Packages (packages)
  security.sudo.enable = true;

  # Services (services, sshd)
  services.nginx = {
    enable = true;
    virtualHosts._ = {
      # The site that Debian's nginx comes with.
      default = true;
      root = "/var/www/html";
    };
  };
  services.openssh = {
    enable = true;
    # The firewall below says which ports are open.
    openFirewall = false;
  };

  # Files (files)
  users.motdFile = "/etc/motd";
  systemd.tmpfiles.settings."00-files"."/var/www/html/index.html"."f+" = {
    mode = "0644";
    user = "root";
    group = "root";
    argument = builtins.readFile ./files/index.html;
  };
  environment.etc.motd.text = ''
    Welcome to web-01, made by Coppice.
    The page of this server lies in /var/www/html.
  '';

  # Network (network)
  networking.nftables.enable = true;
  networking.firewall = {
    enable = true;
    allowedTCPPorts = [ 22 80 ];
  };

  # The machine of nixos-rebuild build-vm (machine, storage)
  virtualisation.vmVariant.virtualisation = {
    memorySize = 1024;
    cores = 2;
    forwardPorts = [
      { from = "host"; host = { address = "127.0.0.1"; port = 8080; }; guest.port = 80; }
    ];
  };

  # The release that this system was first installed with. It stays as
  # it is when the system is upgraded: it says in which form data is kept.
  system.stateVersion = "26.05";
}

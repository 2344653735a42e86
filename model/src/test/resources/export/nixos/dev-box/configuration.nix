# The options of NixOS that make this system. The words in parentheses are the
# fields of the spec that a part comes from. Look options up on search.nixos.org.
{ config, lib, pkgs, ... }:

{
  # System (hostname)
  networking.hostName = "dev-box";

  # Time, language and console (timezone, locale, keyboard, console, ntp)
  time.timeZone = "Etc/UTC";
  i18n.defaultLocale = "en_GB.UTF-8";
  i18n.extraLocales = [ "en_DK.UTF-8/UTF-8" ];
  i18n.extraLocaleSettings.LC_TIME = "en_DK.UTF-8";
  # The keyboard of the console is made from the X keyboard; no X server comes by it.
  console.useXkbConfig = true;
  services.xserver.xkb = {
    layout = "us";
    options = "ctrl:nocaps";
  };
  services.getty.autologinUser = "dev";

  # People (users, groups, sudo)
  # Accounts are as written here; passwd(1) does not change them for good.
  users.mutableUsers = false;
  users.users.dev = {
    isNormalUser = true;
    extraGroups = [ "wheel" "systemd-journal" ];
    shell = pkgs.bashInteractive;
    hashedPassword = "$6$juFgYx37GwhlcP5$X1LzuTzwM9BjG2/825hg1RKagpkXWRao9Ug0XnyKExOkNqj6UGDSjaPoKmDS455sYeYzoiFpYMjc5vlKDmCzI1";
  };
  security.sudo.extraRules = [
    {
      users = [ "dev" ];
      runAs = "root";
      commands = [ { command = "ALL"; options = [ "NOPASSWD" ]; } ];
    }
  ];

  # Packages (packages)
  security.sudo.enable = true;
  environment.systemPackages = with pkgs; [ gcc gnumake python3 vim ];
  programs.git.enable = true;
  programs.tmux.enable = true;

  # Units and timers (units, timers)
  systemd.services = {
    systemd-journald.serviceConfig.Nice = 5;
    greet = {
      description = "Note in the log that the machine is alive";
      # Programs of all packages, as a service on Debian finds them.
      path = [ "/run/current-system/sw" ];
      script = "/usr/local/bin/greet";
      serviceConfig.Type = "oneshot";
    };
  };
  systemd.timers.greet = {
    wantedBy = [ "timers.target" ];
    description = "Note in the log that the machine is alive";
    timerConfig = {
      OnBootSec = "1min";
      OnUnitActiveSec = "1h";
    };
  };

  # Files (files)
  environment.extraInit = lib.mkMerge [
    ''
      export EDITOR=vim
    ''
    ''
      # Programs in /usr/local/bin are found by their names, as on Debian.
      export PATH="$PATH:/usr/local/sbin:/usr/local/bin"
    ''
  ];
  systemd.tmpfiles.settings."00-files"."/usr/local/bin/greet"."f+" = {
    mode = "0755";
    user = "root";
    group = "root";
    argument = ''
      #!/bin/sh
      echo "still here, load $(cut -d' ' -f1 /proc/loadavg)"
    '';
  };

  # Network (network)
  # NixOS has a packet filter unless it is told otherwise; the spec asks for none.
  networking.firewall.enable = false;

  # Kernel (kernel)
  boot.kernel.sysctl = {
    "fs.inotify.max_user_watches" = 524288;
    "vm.swappiness" = 10;
  };

  # Storage (storage)
  swapDevices = [ { device = "/var/swapfile"; size = 512; } ];
  # Kept over a restart, as every directory of this machine is:
  # - /home

  # The machine of nixos-rebuild build-vm (machine, storage)
  virtualisation.vmVariant.virtualisation = {
    memorySize = 2048;
    cores = 2;
  };

  # The release that this system was first installed with. It stays as
  # it is when the system is upgraded: it says in which form data is kept.
  system.stateVersion = "26.05";
}

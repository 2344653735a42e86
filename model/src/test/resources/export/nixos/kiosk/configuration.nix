# The options of NixOS that make this system. The words in parentheses are the
# fields of the spec that a part comes from. Look options up on search.nixos.org.
{ config, lib, pkgs, ... }:

{
  # System (hostname)
  networking.hostName = "kiosk-01";

  # Time, language and console (timezone, locale, keyboard, console, ntp)
  time.timeZone = "Europe/Berlin";
  i18n.defaultLocale = "C.UTF-8";

  # People (users, groups, sudo)
  users.users.viewer = {
    isNormalUser = true;
    extraGroups = [ "video" "input" "render" ];
  };

  # Packages (packages)
  services.xserver.enable = true;
  services.libinput.enable = true;
  environment.systemPackages = with pkgs; [
    xinit
    xvfb
    matchbox
    xprop
    xwininfo
    xdpyinfo
    xev
    surf
    dejavu_fonts
  ];
  # ca-certificates: security.pki: every NixOS trusts the usual authorities

  # Services (services, sshd)
  systemd.services."getty@tty1".enable = false;

  # Units and timers (units, timers)
  systemd.services = {
    kiosk = {
      description = "The page on the screen";
      after = [
        "systemd-user-sessions.service"
        "systemd-logind.service"
        "dbus.socket"
        "getty@tty1.service"
      ];
      wants = [ "systemd-logind.service" "dbus.socket" ];
      conflicts = [ "getty@tty1.service" ];
      wantedBy = [ "multi-user.target" ];
      # Programs of all packages, as a service on Debian finds them.
      path = [ "/run/current-system/sw" ];
      serviceConfig = {
        ExecStart = "/usr/local/bin/kiosk";
        User = "viewer";
        PAMName = "login";
        TTYPath = "/dev/tty1";
        TTYReset = true;
        StandardInput = "tty-fail";
        StandardOutput = "journal";
        UtmpIdentifier = "tty1";
        UtmpMode = "user";
        Restart = "always";
        RestartSec = 3;
      };
    };
    page-shown = {
      description = "The page is on the screen";
      after = [ "kiosk.service" ];
      wantedBy = [ "multi-user.target" ];
      # Programs of all packages, as a service on Debian finds them.
      path = [ "/run/current-system/sw" ];
      serviceConfig = {
        Type = "oneshot";
        RemainAfterExit = true;
        User = "viewer";
        Environment = "DISPLAY=:0";
        ExecStart = "/bin/sh -c \"until xwininfo -root -tree | grep -q 'Kiosk\\\"'; do sleep 2; done\"";
        TimeoutStartSec = "5min";
      };
    };
  };

  # Files (files)
  environment.etc."X11/xorg.conf.d/10-screen.conf".text = ''
    Section "Device"
      Identifier "screen"
      Driver "modesetting"
      Option "AccelMethod" "none"
    EndSection
  '';
  environment.extraInit = ''
    # Programs in /usr/local/bin are found by their names, as on Debian.
    export PATH="$PATH:/usr/local/sbin:/usr/local/bin"
  '';
  systemd.tmpfiles.settings."00-files" = {
    "/usr/local/bin/kiosk"."f+" = {
      mode = "0755";
      user = "root";
      group = "root";
      argument = builtins.readFile ./files/kiosk;
    };
    "/usr/local/bin/page"."f+" = {
      mode = "0755";
      user = "root";
      group = "root";
      argument = builtins.readFile ./files/page;
    };
    "/srv/kiosk/index.html"."f+" = {
      mode = "0644";
      user = "root";
      group = "root";
      argument = builtins.readFile ./files/index.html;
    };
  };

  # Network (network)
  # NixOS has a packet filter unless it is told otherwise; the spec asks for none.
  networking.firewall.enable = false;

  # The machine of nixos-rebuild build-vm (machine, storage)
  virtualisation.vmVariant.virtualisation = {
    memorySize = 2048;
    cores = 2;
  };

  # The release that this system was first installed with. It stays as
  # it is when the system is upgraded: it says in which form data is kept.
  system.stateVersion = "26.05";
}

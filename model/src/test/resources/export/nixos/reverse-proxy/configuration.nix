# The options of NixOS that make this system. The words in parentheses are the
# fields of the spec that a part comes from. Look options up on search.nixos.org.
{ config, lib, pkgs, ... }:

{
  # System (hostname)
  networking.hostName = "proxy-01";

  # Time, language and console (timezone, locale, keyboard, console, ntp)
  time.timeZone = "Etc/UTC";
  i18n.defaultLocale = "C.UTF-8";

  # Packages (packages)
  environment.systemPackages = with pkgs; [ openssl python3 curl ];

  # Services (services, sshd)
  services.nginx.enable = true;

  # Units and timers (units, timers)
  systemd.services = {
    self-signed = {
      description = "Key and certificate of this machine";
      before = [ "nginx.service" ];
      requiredBy = [ "nginx.service" ];
      # Programs of all packages, as a service on Debian finds them.
      path = [ "/run/current-system/sw" ];
      unitConfig.ConditionPathExists = "!/etc/nginx/tls/key.pem";
      serviceConfig = {
        Type = "oneshot";
        UMask = "0077";
        ExecStart = "/run/current-system/sw/bin/openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256    -nodes -days 365 -subj /CN=proxy-01 -addext subjectAltName=DNS:proxy-01,DNS:localhost    -keyout /etc/nginx/tls/key.pem -out /etc/nginx/tls/cert.pem";
      };
    };
    app = {
      description = "Application behind the proxy";
      wantedBy = [ "multi-user.target" ];
      # Programs of all packages, as a service on Debian finds them.
      path = [ "/run/current-system/sw" ];
      serviceConfig = {
        ExecStart = "/run/current-system/sw/bin/python3 /usr/local/lib/app/app.py";
        DynamicUser = true;
        ProtectSystem = "strict";
        ProtectHome = true;
        PrivateTmp = true;
        Restart = "on-failure";
      };
    };
  };

  # Files (files)
  services.nginx.appendHttpConfig = ''
    include /etc/nginx/conf.d/*.conf;
    include /etc/nginx/sites-enabled/*;
  '';
  environment.etc = {
    "nginx/sites-enabled/default".source = ./files/site.conf;
    "nginx/tls/README".text = ''
      key.pem and cert.pem are made by self-signed.service. Put real ones in their place,
      for example those of Let's Encrypt, and switch that unit off.
    '';
  };
  systemd.tmpfiles.settings."00-files"."/usr/local/lib/app/app.py"."f+" = {
    mode = "0644";
    user = "root";
    group = "root";
    argument = builtins.readFile ./files/app.py;
  };

  # Network (network)
  networking.hosts."127.0.0.1" = [ "app.internal" ];
  networking.nftables.enable = true;
  networking.firewall = {
    enable = true;
    allowedTCPPorts = [ 80 443 ];
  };

  # Storage (storage)
  # Kept over a restart, as every directory of this machine is:
  # - /etc/nginx/tls

  # The machine of nixos-rebuild build-vm (machine, storage)
  virtualisation.vmVariant.virtualisation = {
    memorySize = 1024;
    cores = 2;
    forwardPorts = [
      { from = "host"; host = { address = "127.0.0.1"; port = 8080; }; guest.port = 80; }
      { from = "host"; host = { address = "127.0.0.1"; port = 8443; }; guest.port = 443; }
    ];
  };

  # The release that this system was first installed with. It stays as
  # it is when the system is upgraded: it says in which form data is kept.
  system.stateVersion = "26.05";
}

# The options of NixOS that make this system. The words in parentheses are the
# fields of the spec that a part comes from. Look options up on search.nixos.org.
{ config, lib, pkgs, ... }:

{
  # System (hostname)
  networking.hostName = "db-01";

  # Time, language and console (timezone, locale, keyboard, console, ntp)
  time.timeZone = "Etc/UTC";
  i18n.defaultLocale = "C.UTF-8";

  # Services (services, sshd)
  services.postgresql = {
    enable = true;
    # The version of Debian's release, in whose form the data is.
    package = pkgs.postgresql_15;
  };

  # Units and timers (units, timers)
  systemd.services = {
    shop-database = {
      description = "Database of the shop";
      requires = [ "postgresql.service" ];
      after = [ "postgresql.service" ];
      wantedBy = [ "multi-user.target" ];
      # Programs of all packages, as a service on Debian finds them.
      path = [ "/run/current-system/sw" ];
      serviceConfig = {
        Type = "oneshot";
        RemainAfterExit = true;
        User = "postgres";
        ExecStart = "/run/current-system/sw/bin/psql -v ON_ERROR_STOP=1 --quiet -f /usr/local/share/shop/schema.sql";
      };
    };
    shop-backup = {
      description = "Copy of the shop's database";
      # Programs of all packages, as a service on Debian finds them.
      path = [ "/run/current-system/sw" ];
      script = "/run/current-system/sw/bin/pg_dump --format=custom --file=/var/backups/shop/shop.dump shop";
      serviceConfig = {
        Type = "oneshot";
        User = "postgres";
      };
    };
  };
  systemd.timers.shop-backup = {
    wantedBy = [ "timers.target" ];
    description = "Copy of the shop's database";
    timerConfig = {
      OnCalendar = "daily";
      RandomizedDelaySec = "1h";
      Persistent = true;
    };
  };

  # Files (files)
  services.postgresql = {
    settings = {
      listen_addresses = lib.mkForce "*";
      max_connections = 50;
      shared_buffers = "128MB";
      log_min_duration_statement = "500ms";
    };
    authentication = lib.mkForce ''
      # type  database  user  address         method
      local   all       all                   peer
      host    shop      shop  127.0.0.1/32    scram-sha-256
      host    shop      shop  10.0.0.0/8      scram-sha-256
    '';
  };
  systemd.tmpfiles = {
    rules = [ "d /var/backups/shop 0700 postgres postgres -" ];
    settings."00-files"."/usr/local/share/shop/schema.sql"."f+" = {
      mode = "0644";
      user = "root";
      group = "root";
      argument = builtins.readFile ./files/schema.sql;
    };
  };

  # Network (network)
  networking.nftables.enable = true;
  networking.firewall = {
    enable = true;
    allowedTCPPorts = [ 5432 ];
  };

  # Storage (storage)
  # Kept over a restart, as every directory of this machine is:
  # - /var/lib/postgresql
  # - /var/backups/shop

  # The machine of nixos-rebuild build-vm (machine, storage)
  virtualisation.vmVariant.virtualisation = {
    memorySize = 1024;
    cores = 2;
    forwardPorts = [
      { from = "host"; host = { address = "127.0.0.1"; port = 15432; }; guest.port = 5432; }
    ];
  };

  # The release that this system was first installed with. It stays as
  # it is when the system is upgraded: it says in which form data is kept.
  system.stateVersion = "26.05";
}

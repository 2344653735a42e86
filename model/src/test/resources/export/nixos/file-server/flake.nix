# Try it:     nixos-rebuild build-vm --flake .#files-01
# Check it:   nix flake check
# An image:   nixos-rebuild build-image --image-variant qemu --flake .#files-01
# Install it: copy the machine's /etc/nixos/hardware-configuration.nix here, then
#             nixos-rebuild switch --flake .#files-01
# Nix sees only files that git knows: git add --all
{
  description = "Samba and NFS with a folder for everyone and one for the team";

  # The current stable release of NixOS.
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-26.05";

  outputs =
    { nixpkgs, ... }:
    let
      inherit (nixpkgs) lib;
      system = "x86_64-linux";
    in
    {
      nixosConfigurations.files-01 = lib.nixosSystem {
        modules = [
          ./configuration.nix
          { nixpkgs.hostPlatform = system; }
        ]
        # Disks and drivers of the real machine, once that file is here.
        ++ lib.optional (builtins.pathExists ./hardware-configuration.nix) ./hardware-configuration.nix;
      };

      # The checks, in a machine that is booted for them.
      checks.${system}.default = nixpkgs.legacyPackages.${system}.testers.runNixOSTest ./test.nix;
    };
}

# file-server: Samba and NFS with a folder for everyone and one for the team
# Written by Coppice from system.yaml, for a machine that already runs Debian.
#   puppet apply --modulepath=modules manifests/site.pp
# On a server the two folders are those of an environment.

if $facts['os']['distro']['codename'] != 'bookworm' {
  fail('This manifest is for Debian bookworm.')
}

# The machine's name.

exec { 'set the host name':
  command  => 'hostnamectl hostname files-01',
  unless   => 'test "$(hostname)" = files-01',
  provider => shell,
  path     => ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/bin', '/sbin'],
}

exec { 'let the machine know its own name':
  command  => 'sed -i \'/^127\\.0\\.1\\.1[[:space:]]/d\' /etc/hosts && echo \'127.0.1.1 files-01\' >> /etc/hosts',
  unless   => 'grep -q -x \'127.0.1.1 files-01\' /etc/hosts',
  provider => shell,
  path     => ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/bin', '/sbin'],
}

# Packages, with lists that are not older than a day.

exec { 'fetch the lists of packages':
  command  => 'apt-get update && touch /var/lib/apt/periodic/update-success-stamp',
  unless   => 'test -n "$(find /var/lib/apt/periodic/update-success-stamp -mtime -1)" && test -z "$(find /etc/apt -newer /var/lib/apt/periodic/update-success-stamp)"',
  provider => shell,
  path     => ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/bin', '/sbin'],
}

package { [
    'e2fsprogs',
    'nfs-kernel-server',
    'nftables',
    'samba',
    'smbclient',
]:
  ensure          => installed,
  install_options => ['--no-install-recommends'],
  require         => Exec['fetch the lists of packages'],
}

# Groups and people.

group { 'team':
  ensure => present,
  gid    => 1500,
}

user { 'anna':
  ensure     => present,
  uid        => 1501,
  managehome => true,
  groups     => ['team'],
  shell      => '/usr/sbin/nologin',
  password   => '*',
}

user { 'ben':
  ensure     => present,
  uid        => 1502,
  managehome => true,
  groups     => ['team'],
  shell      => '/usr/sbin/nologin',
  password   => '*',
}

# Files.

file { '/etc/timezone':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/timezone',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

file { '/etc/default/locale':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/default/locale',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

file { '/etc/locale.conf':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/locale.conf',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

file { '/etc/nftables.conf':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/nftables.conf',
  owner  => 'root',
  group  => 'root',
  mode   => '0755',
  notify => [Service['nftables.service']],
}

file { '/etc/samba':
  ensure => directory,
}

file { '/etc/samba/smb.conf':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/samba/smb.conf',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
  notify => [Service['smbd.service']],
}

file { '/etc/exports':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/exports',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
  notify => [Service['nfs-server.service']],
}

file { '/etc/tmpfiles.d':
  ensure => directory,
}

file { '/etc/tmpfiles.d/shares.conf':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/tmpfiles.d/shares.conf',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

file { '/usr/local/share':
  ensure => directory,
}

file { '/usr/local/share/readme.txt':
  ensure => file,
  source => 'puppet:///modules/coppice/usr/local/share/readme.txt',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

exec { 'systemd-tmpfiles --create /etc/tmpfiles.d/shares.conf':
  refreshonly => true,
  path        => ['/usr/bin', '/usr/sbin', '/bin', '/sbin'],
  subscribe   => File['/etc/tmpfiles.d/shares.conf'],
}

# Time and language.

file { '/etc/localtime':
  ensure => link,
  target => '/usr/share/zoneinfo/Etc/UTC',
}

# Services.

service { 'nmbd.service':
  ensure => stopped,
  enable => false,
}

service { 'samba-ad-dc.service':
  ensure => stopped,
  enable => mask,
}

service { 'nftables.service':
  ensure => running,
  enable => true,
}

service { 'nfs-server.service':
  ensure => running,
  enable => true,
}

service { 'smbd.service':
  ensure => running,
  enable => true,
}

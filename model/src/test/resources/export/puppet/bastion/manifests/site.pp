# bastion: A hardened way in
# Written by Coppice from system.yaml, for a machine that already runs Debian.
#   puppet apply --modulepath=modules manifests/site.pp
# On a server the two folders are those of an environment.

if $facts['os']['distro']['codename'] != 'trixie' {
  fail('This manifest is for Debian trixie.')
}

# The machine's name.

exec { 'set the host name':
  command  => 'hostnamectl hostname bastion-01',
  unless   => 'test "$(hostname)" = bastion-01',
  provider => shell,
  path     => ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/bin', '/sbin'],
}

exec { 'let the machine know its own name':
  command  => 'sed -i \'/^127\\.0\\.1\\.1[[:space:]]/d\' /etc/hosts && echo \'127.0.1.1 bastion-01\' >> /etc/hosts',
  unless   => 'grep -q -x \'127.0.1.1 bastion-01\' /etc/hosts',
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
    'nftables',
    'openssh-server',
    'sudo',
    'systemd-timesyncd',
]:
  ensure          => installed,
  install_options => ['--no-install-recommends'],
  require         => Exec['fetch the lists of packages'],
}

# Groups and people.

user { 'gate':
  ensure     => present,
  managehome => true,
  shell      => '/bin/bash',
  password   => '*',
}

# Files.

file { '/home/gate/.ssh':
  ensure => directory,
  owner  => 'gate',
  mode   => '0700',
}

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

file { '/etc/sudoers.d/coppice':
  ensure       => file,
  source       => 'puppet:///modules/coppice/etc/sudoers.d/coppice',
  owner        => 'root',
  group        => 'root',
  mode         => '0440',
  validate_cmd => '/usr/sbin/visudo -cf %',
}

file { '/etc/sysctl.d/90-coppice.conf':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/sysctl.d/90-coppice.conf',
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

file { '/etc/ssh':
  ensure => directory,
}

file { '/etc/ssh/sshd_config.d/10-coppice.conf':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/ssh/sshd_config.d/10-coppice.conf',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
  notify => [Service['ssh.service']],
}

file { '/home/gate/.ssh/authorized_keys':
  ensure => file,
  source => 'puppet:///modules/coppice/home/gate/.ssh/authorized_keys',
  owner  => 'gate',
  group  => 'gate',
  mode   => '0600',
}

file { '/etc/issue.net':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/issue.net',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

file { '/etc/security':
  ensure => directory,
}

file { '/etc/security/limits.d':
  ensure => directory,
}

file { '/etc/security/limits.d/no-core-dumps.conf':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/security/limits.d/no-core-dumps.conf',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

exec { 'sysctl --system':
  refreshonly => true,
  path        => ['/usr/bin', '/usr/sbin', '/bin', '/sbin'],
  subscribe   => File['/etc/sysctl.d/90-coppice.conf'],
}

# Time and language.

file { '/etc/localtime':
  ensure => link,
  target => '/usr/share/zoneinfo/Etc/UTC',
}

# Services.

service { 'nftables.service':
  ensure => running,
  enable => true,
}

service { 'systemd-timesyncd.service':
  ensure => running,
  enable => true,
}

service { 'ssh.service':
  ensure => running,
  enable => true,
}

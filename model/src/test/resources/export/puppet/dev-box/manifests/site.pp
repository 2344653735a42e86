# dev-box: A machine to write programs on
# Written by Coppice from system.yaml, for a machine that already runs Debian.
#   puppet apply --modulepath=modules manifests/site.pp
# On a server the two folders are those of an environment.

if $facts['os']['distro']['codename'] != 'trixie' {
  fail('This manifest is for Debian trixie.')
}

# The machine's name.

exec { 'set the host name':
  command  => 'hostnamectl hostname dev-box',
  unless   => 'test "$(hostname)" = dev-box',
  provider => shell,
  path     => ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/bin', '/sbin'],
}

exec { 'let the machine know its own name':
  command  => 'sed -i \'/^127\\.0\\.1\\.1[[:space:]]/d\' /etc/hosts && echo \'127.0.1.1 dev-box\' >> /etc/hosts',
  unless   => 'grep -q -x \'127.0.1.1 dev-box\' /etc/hosts',
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
    'build-essential',
    'console-setup',
    'git',
    'kbd',
    'keyboard-configuration',
    'locales',
    'python3',
    'sudo',
    'tmux',
    'vim',
]:
  ensure          => installed,
  install_options => ['--no-install-recommends'],
  require         => Exec['fetch the lists of packages'],
}

# Groups and people.

group { 'sudo':
  ensure => present,
}

group { 'systemd-journal':
  ensure => present,
}

user { 'dev':
  ensure     => present,
  managehome => true,
  groups     => ['sudo', 'systemd-journal'],
  shell      => '/bin/bash',
  password   => '$6$juFgYx37GwhlcP5$X1LzuTzwM9BjG2/825hg1RKagpkXWRao9Ug0XnyKExOkNqj6UGDSjaPoKmDS455sYeYzoiFpYMjc5vlKDmCzI1',
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

file { '/etc/systemd/system/getty@tty1.service.d':
  ensure => directory,
}

file { '/etc/systemd/system/getty@tty1.service.d/coppice-autologin.conf':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/systemd/system/getty@tty1.service.d/coppice-autologin.conf',
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

file { '/etc/systemd/system/greet.timer':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/systemd/system/greet.timer',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
  notify => [Service['greet.timer']],
}

file { '/etc/systemd/system/greet.service':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/systemd/system/greet.service',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

file { '/etc/systemd/system/systemd-journald.service.d':
  ensure => directory,
}

file { '/etc/systemd/system/systemd-journald.service.d/quiet.conf':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/systemd/system/systemd-journald.service.d/quiet.conf',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

file { '/etc/default/keyboard':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/default/keyboard',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

file { '/etc/default/console-setup':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/default/console-setup',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

file { '/usr/local/bin/greet':
  ensure => file,
  source => 'puppet:///modules/coppice/usr/local/bin/greet',
  owner  => 'root',
  group  => 'root',
  mode   => '0755',
}

file { '/etc/profile.d/editor.sh':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/profile.d/editor.sh',
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

exec { 'make the locale en_DK.UTF-8':
  command  => 'echo \'en_DK.UTF-8 UTF-8\' >> /etc/locale.gen && locale-gen',
  unless   => 'grep -q -x \'en_DK.UTF-8 UTF-8\' /etc/locale.gen',
  provider => shell,
  path     => ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/bin', '/sbin'],
  require  => Package['locales'],
}

exec { 'make the locale en_GB.UTF-8':
  command  => 'echo \'en_GB.UTF-8 UTF-8\' >> /etc/locale.gen && locale-gen',
  unless   => 'grep -q -x \'en_GB.UTF-8 UTF-8\' /etc/locale.gen',
  provider => shell,
  path     => ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/bin', '/sbin'],
  require  => Package['locales'],
}

# Services.

service { 'greet.timer':
  ensure => running,
  enable => true,
}

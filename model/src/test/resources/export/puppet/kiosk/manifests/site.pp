# kiosk: A screen that shows one page
# Written by Coppice from system.yaml, for a machine that already runs Debian.
#   puppet apply --modulepath=modules manifests/site.pp
# On a server the two folders are those of an environment.

if $facts['os']['distro']['codename'] != 'bookworm' {
  fail('This manifest is for Debian bookworm.')
}

# The machine's name.

exec { 'set the host name':
  command  => 'hostnamectl hostname kiosk-01',
  unless   => 'test "$(hostname)" = kiosk-01',
  provider => shell,
  path     => ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/bin', '/sbin'],
}

exec { 'let the machine know its own name':
  command  => 'sed -i \'/^127\\.0\\.1\\.1[[:space:]]/d\' /etc/hosts && echo \'127.0.1.1 kiosk-01\' >> /etc/hosts',
  unless   => 'grep -q -x \'127.0.1.1 kiosk-01\' /etc/hosts',
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
    'ca-certificates',
    'fonts-dejavu-core',
    'matchbox-window-manager',
    'surf',
    'x11-utils',
    'xinit',
    'xserver-xorg-core',
    'xserver-xorg-input-libinput',
    'xvfb',
]:
  ensure          => installed,
  install_options => ['--no-install-recommends'],
  require         => Exec['fetch the lists of packages'],
}

# Groups and people.

group { 'video':
  ensure => present,
}

group { 'input':
  ensure => present,
}

group { 'render':
  ensure => present,
}

user { 'viewer':
  ensure     => present,
  managehome => true,
  groups     => ['video', 'input', 'render'],
  shell      => '/bin/bash',
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

file { '/etc/systemd/system/kiosk.service':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/systemd/system/kiosk.service',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
  notify => [Service['kiosk.service']],
}

file { '/etc/systemd/system/page-shown.service':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/systemd/system/page-shown.service',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
  notify => [Service['page-shown.service']],
}

file { '/usr/local/bin/kiosk':
  ensure => file,
  source => 'puppet:///modules/coppice/usr/local/bin/kiosk',
  owner  => 'root',
  group  => 'root',
  mode   => '0755',
}

file { '/usr/local/bin/page':
  ensure => file,
  source => 'puppet:///modules/coppice/usr/local/bin/page',
  owner  => 'root',
  group  => 'root',
  mode   => '0755',
}

file { '/srv/kiosk':
  ensure => directory,
}

file { '/srv/kiosk/index.html':
  ensure => file,
  source => 'puppet:///modules/coppice/srv/kiosk/index.html',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

file { '/etc/X11':
  ensure => directory,
}

file { '/etc/X11/xorg.conf.d':
  ensure => directory,
}

file { '/etc/X11/xorg.conf.d/10-screen.conf':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/X11/xorg.conf.d/10-screen.conf',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

# Time and language.

file { '/etc/localtime':
  ensure => link,
  target => '/usr/share/zoneinfo/Europe/Berlin',
}

# Services.

service { 'getty@tty1.service':
  ensure => stopped,
  enable => false,
}

service { 'kiosk.service':
  ensure => running,
  enable => true,
}

service { 'page-shown.service':
  ensure => running,
  enable => true,
}

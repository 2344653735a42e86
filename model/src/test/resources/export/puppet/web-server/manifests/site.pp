# web-server: A web server with one page
# Written by Coppice from system.yaml, for a machine that already runs Debian.
#   puppet apply --modulepath=modules manifests/site.pp
# On a server the two folders are those of an environment.

if $facts['os']['distro']['codename'] != 'bookworm' {
  fail('This manifest is for Debian bookworm.')
}

# The machine's name.

exec { 'set the host name':
  command  => 'hostnamectl hostname web-01',
  unless   => 'test "$(hostname)" = web-01',
  provider => shell,
  path     => ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/bin', '/sbin'],
}

exec { 'let the machine know its own name':
  command  => 'sed -i \'/^127\\.0\\.1\\.1[[:space:]]/d\' /etc/hosts && echo \'127.0.1.1 web-01\' >> /etc/hosts',
  unless   => 'grep -q -x \'127.0.1.1 web-01\' /etc/hosts',
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
    'nginx',
    'openssh-server',
    'sudo',
]:
  ensure          => installed,
  install_options => ['--no-install-recommends'],
  require         => Exec['fetch the lists of packages'],
}

# Groups and people.

group { 'sudo':
  ensure => present,
}

user { 'demo':
  ensure     => present,
  managehome => true,
  groups     => ['sudo'],
  shell      => '/bin/bash',
  password   => '$6$KibTJcp8uwvDRIT$pT4ov8gfT8uK5YpYd8ZvRYpX0dP3I3qvgWVdBV/C7a5dvqrDcOFfclr7OOBSm34V/yOWjQZ9fzekfquwa7OdV0',
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

file { '/var/www':
  ensure => directory,
}

file { '/var/www/html':
  ensure => directory,
}

file { '/var/www/html/index.html':
  ensure => file,
  source => 'puppet:///modules/coppice/var/www/html/index.html',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

file { '/etc/motd':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/motd',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

# Time and language.

file { '/etc/localtime':
  ensure => link,
  target => '/usr/share/zoneinfo/Europe/London',
}

# Services.

service { 'nftables.service':
  ensure => running,
  enable => true,
}

service { 'nginx.service':
  ensure => running,
  enable => true,
}

service { 'ssh.service':
  ensure => running,
  enable => true,
}

# reverse-proxy: nginx with TLS in front of an application
# Written by Coppice from system.yaml, for a machine that already runs Debian.
#   puppet apply --modulepath=modules manifests/site.pp
# On a server the two folders are those of an environment.

if $facts['os']['distro']['codename'] != 'bookworm' {
  fail('This manifest is for Debian bookworm.')
}

# The machine's name.

exec { 'set the host name':
  command  => 'hostnamectl hostname proxy-01',
  unless   => 'test "$(hostname)" = proxy-01',
  provider => shell,
  path     => ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/bin', '/sbin'],
}

exec { 'let the machine know its own name':
  command  => 'sed -i \'/^127\\.0\\.1\\.1[[:space:]]/d\' /etc/hosts && echo \'127.0.1.1 proxy-01\' >> /etc/hosts',
  unless   => 'grep -q -x \'127.0.1.1 proxy-01\' /etc/hosts',
  provider => shell,
  path     => ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/bin', '/sbin'],
}

exec { 'know the names of 127.0.0.1':
  command  => 'echo \'127.0.0.1 app.internal\' >> /etc/hosts',
  unless   => 'grep -q -x \'127.0.0.1 app.internal\' /etc/hosts',
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
    'curl',
    'nftables',
    'nginx',
    'openssl',
    'python3',
]:
  ensure          => installed,
  install_options => ['--no-install-recommends'],
  require         => Exec['fetch the lists of packages'],
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

file { '/etc/systemd/system/self-signed.service':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/systemd/system/self-signed.service',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
  notify => [Service['self-signed.service']],
}

file { '/etc/systemd/system/app.service':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/systemd/system/app.service',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
  notify => [Service['app.service']],
}

file { '/usr/local/lib/app':
  ensure => directory,
}

file { '/usr/local/lib/app/app.py':
  ensure => file,
  source => 'puppet:///modules/coppice/usr/local/lib/app/app.py',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
}

file { '/etc/nginx':
  ensure => directory,
}

file { '/etc/nginx/sites-enabled':
  ensure => directory,
}

file { '/etc/nginx/sites-enabled/default':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/nginx/sites-enabled/default',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
  notify => [Service['nginx.service']],
}

file { '/etc/nginx/tls':
  ensure => directory,
}

file { '/etc/nginx/tls/README':
  ensure => file,
  source => 'puppet:///modules/coppice/etc/nginx/tls/README',
  owner  => 'root',
  group  => 'root',
  mode   => '0644',
  notify => [Service['nginx.service']],
}

# Time and language.

file { '/etc/localtime':
  ensure => link,
  target => '/usr/share/zoneinfo/Etc/UTC',
}

# Services.

service { 'self-signed.service':
  enable => true,
}

service { 'nftables.service':
  ensure => running,
  enable => true,
}

service { 'nginx.service':
  ensure => running,
  enable => true,
}

service { 'app.service':
  ensure => running,
  enable => true,
}

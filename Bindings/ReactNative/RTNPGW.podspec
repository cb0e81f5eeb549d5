require 'json'

# Where this repository is: a URL, or file:// and a path.
repository = ENV.fetch('OPENPGW_REPOSITORY')
package = JSON.parse(File.read(File.join(__dir__, 'package.json')))

Pod::Spec.new do |s|
  s.name = 'RTNPGW'
  s.version = package['version']
  s.summary = package['description']
  s.license = package['license']
  s.homepage = repository
  s.authors = 'OpenPGW'
  s.source = { git: repository, tag: s.version.to_s }
  s.platforms = { ios: '13.0' }
  s.source_files = 'ios/**/*.{h,m,mm,swift}'
  # The SDK itself is a Swift package; React Native brings those in from 0.75 on.
  spm_dependency(s, url: repository, requirement: { kind: 'branch', branch: 'main' }, products: ['PGWC'])
  install_modules_dependencies(s)
end

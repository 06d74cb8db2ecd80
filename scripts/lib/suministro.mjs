// Rules over the lockfile, the licences, the versions and the tracked files: foreign code in, secrets out. No network.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Any of them lets the institute run, change and hand on the system, with the notice of its authors. */
export const LICENCIAS = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]

/** Packages under another licence, each with why that does no harm. */
export const EXCEPCIONES = [
  {
    paquete: /^@img\/sharp-libvips-/,
    licencia: 'LGPL-3.0-or-later',
    razon: 'libvips is loaded as a library of its own and is not changed',
  },
  { paquete: /^axe-core$/, licencia: 'MPL-2.0', razon: 'runs in tests alone' },
  { paquete: /^lightningcss(-.+)?$/, licencia: 'MPL-2.0', razon: 'builds the styles and is not handed out' },
  { paquete: /^caniuse-lite$/, licencia: 'CC-BY-4.0', razon: 'data of the build, which names its source' },
]

/** `MIT`, `(MIT OR GPL-2.0)`, `Apache-2.0 AND MIT`: one of the choices, all of the parts. */
export function admiteLicencia(expression, { paquete }) {
  if (EXCEPCIONES.some((each) => each.licencia === expression && each.paquete.test(paquete))) return true
  return expression
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((part) => LICENCIAS.includes(part.trim())))
}

/** Faults of a lockfile of pnpm: each package is a tarball of the npm registry whose hash is known. */
export function faultsOfLockfile({ packages = {} }) {
  return Object.entries(packages).flatMap(([id, { resolution = {} }]) => {
    const { integrity, ...others } = resolution
    const faults = []
    if (!/^(@[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+/.test(id)) faults.push(`${id} is no version of a package of the registry`)
    if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')) faults.push(`${id} has no integrity (sha512)`)
    if (Object.keys(others).length > 0) faults.push(`${id} comes from elsewhere than the registry: ${Object.keys(others).join(', ')}`)
    return faults
  })
}

const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/

/** Faults of versions: the catalog is exact, and every package.json names the catalog. */
export function faultsOfVersions({ catalog, minimumReleaseAge }, manifests) {
  const inexact = Object.entries(catalog).flatMap(([name, version]) =>
    EXACT.test(version) ? [] : [`${name}: ${version} in the catalog is no exact version`],
  )
  const outside = manifests.flatMap(({ name, ...manifest }) =>
    ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'].flatMap((kind) =>
      Object.entries(manifest[kind] ?? {}).flatMap(([dependency, version]) =>
        ['catalog:', 'workspace:*'].includes(version) ? [] : [`${name}: ${dependency} is ${version}, not of the catalog`],
      ),
    ),
  )
  const young = minimumReleaseAge >= 10_080 ? [] : ['minimumReleaseAge is under 10080 minutes (7 days)']
  return [...inexact, ...outside, ...young]
}

/** Secrets that no tracked file may hold. In an address, only passwords of eight characters or more: shorter ones are examples. */
const SECRETOS = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s*\n?\s*[A-Za-z0-9+/]{20}/],
  ['a JWT', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/],
  ['a token of GitHub', /\bgh[pousr]_[A-Za-z0-9]{36}|\bgithub_pat_\w{60,}/],
  ['a token of npm', /\bnpm_[A-Za-z0-9]{36}\b|_authToken=[\w-]{10,}/],
  ['a key of AWS', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a token of Slack', /\bxox[abprs]-[\w-]{10,}/],
  ['a key of Google', /\bAIza[\w-]{35}\b/],
  ['a password in an address', /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@'"`${}<>]+:[^\s/@'"`${}<>]{8,}@/],
  ['a secret of a second factor', /(?<![\w+/=-])[A-Z2-7]{32}(?![\w+/=-])/],
]

/** Text that is known and opens nothing but a demonstration. */
export const CONOCIDOS = {
  'the alphabet of base 32': ['ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'],
  'second factors of the demonstration, which npm start prints': [
    'OGQ3MIWIDG4P6AE3KXH77DZEPEO7ZF6V',
    'SEU6BUFF2SLMH5RAUKIBU3BLQUET36AC',
    'HCMJ4DNI373QTOPZJ2UTKQOXZVRSYEAB',
    'ZBO6WM2E6F3SZ6DMGB5U6IWWX5TCI2J7',
    'BGKKWN2TGRTMXJQFRKXXNCJTT6MN3RDH',
    'XJE3JF7LQ62OY22GVQJGLOGVVTFYL7VS',
    'IWCUHIUFBBJACIULY4PFRH2ONVZ3DNET',
    'YJS3PHZ7QDSSQZJ4PLHVPUDB3X5JVSRW',
  ],
  'the second factor of accounts that tests make': ['JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'],
}

export function faultsOfText(file, text) {
  const known = Object.values(CONOCIDOS).flat()
  return SECRETOS.flatMap(([what, rule]) =>
    [...text.matchAll(new RegExp(rule, 'g'))]
      .filter(([found]) => !known.includes(found))
      .map(({ index }) => `${file}:${text.slice(0, index).split('\n').length} holds ${what}`),
  )
}

/** Packages that are installed, with the licence that each names. */
export function listInstalled(root) {
  const store = join(root, 'node_modules/.pnpm')
  return readdirSync(store, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .flatMap(({ name: place }) => packagesIn(join(store, place, 'node_modules')))
}

function packagesIn(folder) {
  if (!existsSync(folder)) return []
  const own = (path, name) =>
    existsSync(join(path, 'package.json')) ? [describe(JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')), name)] : []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory() || entry.name === '.bin') return []
    if (!entry.name.startsWith('@')) return own(join(folder, entry.name), entry.name)
    return readdirSync(join(folder, entry.name), { withFileTypes: true }).flatMap((inner) =>
      inner.isDirectory() ? own(join(folder, entry.name, inner.name), `${entry.name}/${inner.name}`) : [],
    )
  })
}

function describe({ version, license, licenses }, name) {
  const named = license ?? licenses
  const licencia =
    typeof named === 'string'
      ? named
      : [named ?? []]
          .flat()
          .map((each) => each.type ?? each)
          .join(' OR ')
  return { name, version, licencia: licencia || 'none' }
}

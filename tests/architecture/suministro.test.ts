import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { LTS } from '../../scripts/lib/lts.mjs'
import { createSbom } from '../../scripts/lib/sbom.mjs'
import {
  admiteLicencia,
  EXCEPCIONES,
  faultsOfLockfile,
  faultsOfText,
  faultsOfVersions,
  listInstalled,
} from '../../scripts/lib/suministro.mjs'

const ROOT = join(__dirname, '../..')
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')
const INTEGRITY = `sha512-${'A'.repeat(86)}==`

describe('the lockfile', () => {
  const lockfile = parse(read('pnpm-lock.yaml')) as { packages: Record<string, { resolution: { integrity: string } }> }

  it('names tarballs of the npm registry alone, each with its integrity', () => {
    expect(Object.keys(lockfile.packages).length).toBeGreaterThan(500)
    expect(faultsOfLockfile(lockfile)).toEqual([])
  })

  it.each([
    ['no integrity', 'a@1.0.0', {}],
    ['a weak integrity', 'a@1.0.0', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }],
    ['a tarball of its own', 'a@1.0.0', { integrity: INTEGRITY, tarball: 'https://otro.example/a.tgz' }],
    ['a commit', 'a@1.0.0', { integrity: INTEGRITY, commit: 'abc', repo: 'https://otro.example/a.git', type: 'git' }],
    ['an address in place of a version', 'a@https://codeload.example/a/tar.gz/abc', { integrity: INTEGRITY }],
  ])('is refused with %s', (_title, id, resolution) => {
    expect(faultsOfLockfile({ packages: { [id]: { resolution } } })).toHaveLength(1)
  })

  it('binds what stands under every signature', () => {
    expect(lockfile.packages['canonicalize@2.1.0']?.resolution.integrity).toBe(
      'sha512-F705O3xrsUtgt98j7leetNhTWPe+5S72rlL5O4jA1pKqBVQ/dT1O1D6PFxmSXvc0SUOinWS57DKx0I3CHrXJHQ==',
    )
    expect(Object.keys(lockfile.packages).filter((id) => id.startsWith('canonicalize@'))).toEqual(['canonicalize@2.1.0'])
  })
})

describe('the bill of materials', () => {
  const lockfile = read('pnpm-lock.yaml')
  const manifest = { name: 'conoceles', version: '0.1.0' }

  it('is valid CycloneDX, and names every package of the lockfile with its hash', async () => {
    const { text, faults } = await createSbom({ lockfile, manifest, root: ROOT })
    expect(faults).toBeNull()
    const { components } = JSON.parse(text) as { components: { 'bom-ref': string; hashes: unknown[]; licenses?: unknown[] }[] }
    const named = components.map((component) => component['bom-ref'])
    expect(named.sort()).toEqual(Object.keys((parse(lockfile) as { packages: object }).packages).sort())
    expect(components.filter(({ hashes }) => hashes.length !== 1)).toEqual([])
    expect(components.filter(({ licenses }) => licenses?.length === 1).length).toBeGreaterThan(500)
  })

  it('is the same each time', async () => {
    const small = `packages: { a@1.0.0: { resolution: { integrity: ${INTEGRITY} } } }\nsnapshots: { a@1.0.0: {} }`
    const [one, other] = [
      await createSbom({ lockfile: small, manifest, root: ROOT }),
      await createSbom({ lockfile: small, manifest, root: ROOT }),
    ]
    expect([one.faults, one.components, one.text]).toEqual([null, 1, other.text])
  })

  it('is refused where it does not follow its schema', async () => {
    const { faults } = await createSbom({
      lockfile: 'packages: {}\nsnapshots: {}',
      manifest: { version: '0.1.0' } as typeof manifest,
      root: ROOT,
    })
    expect(faults).not.toBeNull()
  })
})

describe('licences', () => {
  const installed = listInstalled(ROOT)

  it('let the institute run, change and hand on the system with everything that is installed', () => {
    expect(installed.length).toBeGreaterThan(500)
    const refused = installed.filter(({ name, licencia }) => !admiteLicencia(licencia, { paquete: name }))
    expect(refused).toEqual([])
  })

  it.each([
    'GPL-3.0-only',
    'AGPL-3.0',
    'SSPL-1.0',
    'LGPL-3.0-or-later',
    'UNLICENSED',
    'none',
    'Apache-2.0 AND GPL-2.0',
    'SEE LICENSE IN LICENSE',
  ])('admit no new package under %s', (licencia) => expect(admiteLicencia(licencia, { paquete: 'nuevo' })).toBe(false))

  it.each(['MIT', '(MIT OR GPL-2.0)', 'Apache-2.0 AND MIT', '(BSD-2-Clause OR MIT OR Apache-2.0)'])(
    'admit a new package under %s',
    (licencia) => expect(admiteLicencia(licencia, { paquete: 'nuevo' })).toBe(true),
  )

  it('have no exception that nobody needs', () => {
    const needed = EXCEPCIONES.filter(({ paquete, licencia }) =>
      installed.some((each) => paquete.test(each.name) && each.licencia === licencia),
    )
    expect(needed).toEqual(EXCEPCIONES)
    expect(EXCEPCIONES.filter(({ razon }) => razon === '')).toEqual([])
  })
})

describe('versions', () => {
  const workspace = parse(read('pnpm-workspace.yaml')) as Parameters<typeof faultsOfVersions>[0]
  const folders = ['.', ...['apps', 'packages'].flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`))]
  const manifests = folders.map((folder) => JSON.parse(read(`${folder}/package.json`)) as { name: string })

  it('are exact, of the catalog, and at least seven days old when they come in', () => {
    expect(faultsOfVersions(workspace, manifests)).toEqual([])
  })

  it.each(['*', '^1.0.0', '~1.0.0', '1.x', 'latest', 'https://otro.example/a.tgz'])('are refused as %s in the catalog', (version) => {
    expect(faultsOfVersions({ catalog: { a: version }, minimumReleaseAge: 10_080 }, [])).toHaveLength(1)
  })

  it('are refused outside of the catalog, and where new ones come in at once', () => {
    const manifest = { name: 'x', dependencies: { a: '1.0.0', b: 'catalog:' } }
    expect(faultsOfVersions({ catalog: {}, minimumReleaseAge: 60 }, [manifest])).toEqual([
      'x: a is 1.0.0, not of the catalog',
      'minimumReleaseAge is under 10080 minutes (7 days)',
    ])
  })
})

describe('tracked files', () => {
  const TEXT = /\.(ts|mjs|cjs|js|vue|json|ya?ml|md|conf|html|css|svg|csv|txt|sh)$|Dockerfile|(^|\/)\.[\w.-]+$/
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 << 20 })
    .split('\0')
    .filter((file) => TEXT.test(file) && file !== 'pnpm-lock.yaml' && statSync(join(ROOT, file), { throwIfNoEntry: false })?.isFile())

  it('hold no secret', () => {
    expect(tracked.length).toBeGreaterThan(500)
    expect(tracked.flatMap((file) => faultsOfText(file, read(file)))).toEqual([])
  })

  // In parts, so that this file holds none itself.
  it.each([
    ['a private key', `-----BEGIN ${'PRIVATE'} KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF`],
    ['a JWT', ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0NTY3ODkwIn0', 'dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U'].join('.')],
    ['a token of GitHub', `ghp_${'a1B2'.repeat(9)}`],
    ['a token of npm', `npm_${'a1B2'.repeat(9)}`],
    ['a key of AWS', `AKIA${'A1B2'.repeat(4)}`],
    ['a token of Slack', `xoxb-${'123456'.repeat(3)}`],
    ['a key of Google', `AIza${'a1B2c'.repeat(7)}`],
    ['a password in an address', `postgres://dueno:${'x9'.repeat(8)}@db:5432/conoceles`],
    ['a secret of a second factor', `'${'KRUGKIDS'.repeat(4)}'`],
  ])('are refused with %s', (what, text) => {
    expect(faultsOfText('x.ts', `uno\n${text}\n`)).toEqual([`x.ts:2 holds ${what}`])
  })
})

describe('the LTS of Node', () => {
  const major = LTS.version.split('.')[0] ?? ''

  it.each(['deploy/Dockerfile', '.nvmrc', 'README.md'])('is the same in %s', (path) => {
    expect(read(path)).toMatch(new RegExp(`^(?:ARG NODE=)?${major}$|Node ${major}, the current LTS`, 'm'))
  })

  it('comes by an exact version and its hash', () => {
    expect(LTS.version).toMatch(/^\d+\.\d+\.\d+$/)
    for (const { integrity } of Object.values(LTS.packages))
      expect(Buffer.from(integrity.replace('sha512-', ''), 'base64')).toHaveLength(64)
  })
})

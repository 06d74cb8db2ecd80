import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { commandsOf, prepareRelease } from '../../scripts/lib/release.mjs'

const CHANGELOG = '# Changelog\n\n## Unreleased\n\n### Added\n\n- A route.\n\n## 0.1.0 — 2026-11\n\nFirst build.\n'
const MANIFEST =
  '{\n  "name": "conoceles",\n  "version": "0.1.0",\n  "license": "MIT",\n  "dependencies": {\n    "version": "0.1.0"\n  }\n}\n'
const root = mkdtempSync(join(tmpdir(), 'conoceles-release-'))
const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.example', ...args], { cwd: root })
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const prepare = (extra: Partial<Parameters<typeof prepareRelease>[0]> = {}) =>
  prepareRelease({ root, version: '1.0.0', date: '2026-12-01', ...extra })

beforeAll(() => {
  for (const path of ['package.json', 'apps/api/package.json', 'packages/domain/package.json']) write(path, MANIFEST)
  write('CHANGELOG.md', CHANGELOG)
  git('init', '-q')
  git('add', '-A')
  git('commit', '-q', '-m', 'Begin')
})
afterEach(() => git('checkout', '-q', '.'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('sets the version of every package, and of no dependency that is called so', () => {
  const files = prepare()
  expect(Object.keys(files)).toEqual(['package.json', 'apps/api/package.json', 'packages/domain/package.json', 'CHANGELOG.md'])
  expect(files['apps/api/package.json']).toBe(MANIFEST.replace('"0.1.0"', '"1.0.0"'))
})

test('moves the news under the version and its date, and writes nothing', () => {
  expect(prepare()['CHANGELOG.md']).toBe(CHANGELOG.replace('## Unreleased\n', '## Unreleased\n\n## 1.0.0 — 2026-12-01\n'))
  expect(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')).toBe(CHANGELOG)
})

test.each(['0.1.0', '0.0.9', '1.0', 'v1.0.0', ''])('refuses %j as what follows 0.1.0', (version) => {
  expect(() => prepare({ version })).toThrow(/no version|does not follow/)
})

test('refuses a tree with changes, and names them', () => {
  write('CHANGELOG.md', `${CHANGELOG}more`)
  expect(() => prepare()).toThrow(/CHANGELOG\.md/)
})

test('refuses a changelog without news', () => {
  write('CHANGELOG.md', CHANGELOG.replace(/### Added\n\n- A route\.\n\n/, ''))
  git('commit', '-qam', 'Empty')
  expect(() => prepare()).toThrow('Unreleased')
  git('reset', '-q', '--hard', 'HEAD~1')
})

describe('publiccode.yml', () => {
  const repository = 'https://example.org/instituto/conoceles.git'

  test('is not written without an address and a person, and neither is invented', () => {
    expect(prepare()).not.toHaveProperty(['publiccode.yml'])
    expect(() => prepare({ repository })).toThrow('--contact')
    expect(() => prepare({ contact: 'Ana' })).toThrow('--repository')
    expect(() => prepare({ contact: 'Ana', repository: 'git@example.org:x' })).toThrow('no address')
  })

  test('has what the standard makes compulsory, within its lengths', () => {
    const written = parse(prepare({ repository, contact: 'Ana' })['publiccode.yml'] ?? '') as Record<string, object> & {
      description: Record<string, { shortDescription: string; longDescription: string; features: string[] }>
    }
    expect(written).toMatchObject({
      publiccodeYmlVersion: '0.7',
      url: repository,
      softwareVersion: '1.0.0',
      platforms: ['web'],
      developmentStatus: 'stable',
      softwareType: 'standalone/web',
      legal: { license: 'MIT' },
      maintenance: { type: 'community', contacts: [{ name: 'Ana' }] },
      localisation: { localisationReady: true, availableLanguages: ['es'] },
    })
    for (const { shortDescription, longDescription, features } of Object.values(written.description)) {
      expect(shortDescription.length).toBeLessThanOrEqual(150)
      expect(longDescription.length).toBeGreaterThanOrEqual(150)
      expect(features.length).toBeGreaterThan(0)
    }
  })
})

test('prints the tag and the images', () => {
  const commands = commandsOf('1.0.0', ['package.json']).join('\n')
  expect(commands).toContain("git tag -a v1.0.0 -m 'Release 1.0.0'")
  expect(commands).toContain('-t conoceles:1.0.0')
})

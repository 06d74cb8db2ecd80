import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { Fault } from './faults.mjs'

const SEMVER = /^(\d+)\.(\d+)\.(\d+)$/
const UNRELEASED = '## Unreleased'

/**
 * Files that a release changes, by path, as they must become. Nothing is written.
 * @throws Fault a version that is not next, a tree with changes, a changelog without news, or half of what publiccode.yml needs
 */
export function prepareRelease({ root, version, date, repository, contact }) {
  const manifests = ['package.json', ...workspaces(root)]
  const current = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  requireNext(current.version, version)
  const changes = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' })
  if (changes) throw new Fault(`There are changes that were not committed:\n${changes}`)
  const files = Object.fromEntries(manifests.map((path) => [path, withVersion(readFileSync(join(root, path), 'utf8'), version)]))
  files['CHANGELOG.md'] = releaseChangelog(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version, date)
  if (repository || contact) files['publiccode.yml'] = writePubliccode({ version, date, repository, contact, license: current.license })
  return files
}

/** Commands that a person runs then. */
export function commandsOf(version, paths) {
  const subject = `Release ${version}`
  return [
    `git add ${paths.join(' ')}`,
    `git commit -m '${subject}'`,
    `git tag -a v${version} -m '${subject}'`,
    `docker build -f deploy/Dockerfile --target api -t conoceles:${version} .`,
    `docker build -f deploy/Dockerfile --target web -t conoceles-web:${version} .`,
  ]
}

function workspaces(root) {
  return ['apps', 'packages'].flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`)).sort()
}

function requireNext(current, version) {
  const [before, next] = [current, version].map((text) => SEMVER.exec(text)?.slice(1).map(Number))
  if (!next) throw new Fault(`«${version}» is no version: npm run release -- 1.0.0`)
  const at = next.findIndex((number, index) => number !== before[index])
  if (at < 0 || next[at] < before[at]) throw new Fault(`${version} does not follow ${current}.`)
}

function withVersion(manifest, version) {
  return manifest.replace(/^( {2}"version": )"[^"]*"/m, `$1"${version}"`)
}

/** News pass under the version; the next ones find an empty place. */
function releaseChangelog(text, version, date) {
  const [before, rest] = text.split(`${UNRELEASED}\n`)
  const news = rest?.split(/^## /m)[0].trim()
  if (!news) throw new Fault('CHANGELOG.md has nothing under «Unreleased».')
  return `${before}${UNRELEASED}\n\n## ${version} — ${date}\n${rest}`
}

/**
 * The description for catalogues of public software (https://yml.publiccode.tools, 0.7). The standard wants an address and a physical person;
 * neither may be invented.
 */
function writePubliccode({ version, date, repository, contact, license }) {
  if (!repository || !contact) throw new Fault('publiccode.yml needs both --repository and --contact, a person.')
  if (!/^https:\/\/[^/\s]+\/\S+$/.test(repository)) throw new Fault(`«${repository}» is no address of a repository (https://…).`)
  return stringify(
    {
      publiccodeYmlVersion: '0.7',
      name: 'Conóceles',
      url: repository,
      softwareVersion: version,
      releaseDate: date,
      platforms: ['web'],
      categories: ['digital-citizenship', 'data-collection', 'regulations-and-directives'],
      developmentStatus: 'stable',
      softwareType: 'standalone/web',
      intendedAudience: { countries: ['MX'], scope: ['government'] },
      description: DESCRIPTIONS,
      legal: { license },
      maintenance: { type: 'community', contacts: [{ name: contact }] },
      localisation: { localisationReady: true, availableLanguages: ['es'] },
    },
    { lineWidth: 120 },
  )
}

const DESCRIPTIONS = {
  es: {
    shortDescription: 'Sistema «Candidatas y Candidatos, Conóceles» para institutos electorales locales.',
    longDescription:
      'Los partidos y las candidaturas capturan dos cuestionarios, uno público y otro de identidad. El instituto los verifica y publica lo que cada persona autorizó. ' +
      'La ciudadanía lo consulta en cualquier teléfono. El instituto obtiene estadísticas, documentos y un calendario de sus obligaciones ante el INE. ' +
      'Cada publicación queda firmada y encadenada, y se comprueba desde fuera.',
    features: [
      'Boleta por sección o municipio, búsqueda y comparación',
      'Captura, validación y verificación de cuestionarios',
      'Datos abiertos con firmas que cualquiera comprueba',
      'Calendario, sesiones, informes y remisiones al INE',
      'Derechos sobre datos personales, del escrito al expediente',
    ],
  },
  en: {
    shortDescription: 'Shows voters of a Mexican electoral institute the people on their ballot.',
    longDescription:
      'Parties and candidates capture two questionnaires, a public one and one about identity. The institute verifies them and publishes what each person authorised. ' +
      'Citizens consult it on any phone. The institute gets statistics, documents and a calendar of its duties. Every publication is signed and can be checked from outside.',
    features: ['Ballot by place, search and comparison', 'Capture, validation and verification', 'Open data with proofs'],
  },
}

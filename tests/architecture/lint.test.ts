import { runModule } from './support/run-module.ts'

interface Problem {
  rule: string
  message: string
}

interface Seed {
  title: string
  path: string
  code: string
  rule: string
  /** Part of the message, where one rule carries several. */
  says?: string
  /** Needs types, so the path must exist. */
  typed?: boolean
}

const SERVICE = 'apps/api/src/modules/registro/candidaturas/seed.service.ts'
const VIEW = 'apps/consola/src/features/seed/SeedView.vue'
const SYNTAX = 'no-restricted-syntax'
const names = (code: string, says: string): Seed => ({ title: code, path: SERVICE, code, rule: 'conoceles/vocabulary', says })
const OPENING = 'conoceles/comment-opening'
const opening = (title: string, code: string, says: string): Seed => ({ title, path: SERVICE, code, rule: OPENING, says })
const syntax = (title: string, code: string, says: string): Seed => ({ title, path: SERVICE, code, rule: SYNTAX, says })
const component = (template: string) => `<script setup lang="ts">\nconst html = ''\n</script>\n<template>${template}</template>\n`
const lines = (count: number, line: string) => Array.from({ length: count }, () => line).join('\n')

const SEEDS: Seed[] = [
  names('export const candidacy = 1', 'candidatura'),
  names('export interface CandidatureRow { id: string }', 'candidatura'),
  names('export function findCandidates() {}', 'candidatura'),
  names('export const questionnaireVersion = 1', 'cuestionario'),
  names('export const privacyNotice = 1', 'avisoPrivacidad'),
  names('export class AgreementDto {}', 'acuerdo'),
  names('export const deadline = 1', 'plazo'),
  names('export const dueDate = 1', 'plazo'),
  names('export interface Item { consentGiven: boolean }', 'consentimiento'),
  names('export const receipt = 1', 'acuse'),
  names('export const auditLog = 1', 'bitacora'),
  names('export const observations = []', 'observacion'),
  names('export const affirmativeAction = 1', 'accionAfirmativa'),
  names('export const politicalParty = 1', 'actorPolitico'),
  names('export const businessDays = 1', 'diaHabil'),
  names('export const municipality = 1', 'municipio'),
  names('export const publicationPolicy = 1', 'politicaPublicacion'),
  names('export const sesionToken = 1', 'auth'),
  names('export const estado = 1', 'estatus'),
  {
    title: 'a file is named in English',
    path: 'apps/api/src/modules/registro/candidaturas/candidacy.service.ts',
    code: 'export {}',
    rule: 'conoceles/vocabulary',
    says: 'candidatura',
  },
  { title: 'a name carries ñ', path: SERVICE, code: 'export const campaña = 1', rule: 'conoceles/ascii-names' },
  { title: 'a private name carries an accent', path: SERVICE, code: 'export class A { #sección = 1 }', rule: 'conoceles/ascii-names' },
  opening('a line that opens with Of', '// Of each party, its places.\nexport {}', '«Of …»'),
  opening('a line among others that opens with Who', '// Places of a party.\n// Who asks sees them.\nexport {}', '«Who …»'),
  opening('a block that opens with What', '/** What a party owes. */\nexport const owed = 1', '«What …»'),
  opening('a block that opens with Whoever on its second line', '/**\n * Whoever asks.\n */\nexport const asked = 1', '«Whoever …»'),
  {
    ...opening('a comment of a template that opens with Who', '<template><!-- Who asks. --><p></p></template>\n', '«Who …»'),
    path: VIEW,
  },
  {
    ...opening(
      'a comment of a style that opens with What',
      '<template><p></p></template>\n<style>\n/* What is wide. */\n</style>\n',
      '«What …»',
    ),
    path: VIEW,
  },
  { ...opening('a line of a test that opens with Of', '// Of each party.\nexport {}', '«Of …»'), path: 'tests/support/seed.ts' },
  syntax('an enum', "export enum Calidad { Propietaria = 'p' }", 'as const'),
  syntax('a repository', 'export const list = (db: Db) => db.getRepository(Candidatura)', 'EntityManager'),
  syntax('an optional transaction', 'export function save(tx?: EntityManager) { return tx }', 'tx is mandatory'),
  syntax('a default transaction', 'export function save(tx = manager) { return tx }', 'tx is mandatory'),
  syntax('a default export', 'export default class {}', 'by name'),
  syntax("the machine's date", 'export const now = new Date()', 'Clock'),
  syntax("the machine's milliseconds", 'export const now = Date.now()', 'Clock'),
  syntax("Temporal's own now", 'export const now = Temporal.Now.instant()', 'Clock'),
  syntax('the environment', 'export const port = process.env.PORT', 'config.ts'),
  {
    ...syntax('SQL in a route', 'export const list = (tx: Tx) => tx.query("select 1")', 'queries.ts'),
    path: 'apps/api/src/modules/registro/candidaturas/seed.routes.ts',
  },
  {
    ...syntax('the visor asks for a private path', "export const list = (client: Client) => client.GET('/candidaturas')", '/publico'),
    path: 'apps/visor/src/seed.ts',
  },
  {
    ...syntax('the visor builds a private address', 'export const href = (id: string) => `/api/v1/candidaturas/${id}`', '/api/v1/publico'),
    path: 'apps/visor/src/seed.ts',
  },
  {
    ...syntax('the visor asks for a private path in a component', '', '/publico'),
    path: 'apps/visor/src/SeedView.vue',
    code: '<script setup lang="ts">\nclient.POST(\'/acceso/entrar\')\n</script>\n<template><p></p></template>\n',
  },
  { title: 'any', path: SERVICE, code: 'export const a = (value: any) => value', rule: '@typescript-eslint/no-explicit-any' },
  {
    title: 'a non-null assertion',
    path: SERVICE,
    code: 'export const a = (v: string | null) => v!.length',
    rule: '@typescript-eslint/no-non-null-assertion',
  },
  {
    title: 'a type imported as a value',
    path: SERVICE,
    code: "import { Tx } from './tx.ts'\nexport const a = (tx: Tx) => tx",
    rule: '@typescript-eslint/consistent-type-imports',
  },
  {
    title: 'a positional boolean',
    path: SERVICE,
    code: 'export function list(id: string, all: boolean) { return [id, all] }',
    rule: 'conoceles/no-positional-boolean',
  },
  {
    title: 'a positional boolean by default',
    path: SERVICE,
    code: 'export const list = (id: string, all = false) => [id, all]',
    rule: 'conoceles/no-positional-boolean',
  },
  {
    title: 'four parameters',
    path: SERVICE,
    code: 'export function a(b: 1, c: 1, d: 1, e: 1) { return [b, c, d, e] }',
    rule: 'max-params',
  },
  {
    title: 'a function of 51 lines',
    path: SERVICE,
    code: `export function a(b: number) {\n${lines(49, 'b += 1')}\n}`,
    rule: 'max-lines-per-function',
  },
  { title: 'a file of 401 lines', path: SERVICE, code: `let a = 1\n${lines(400, 'a += 1')}\nexport { a }`, rule: 'max-lines' },
  {
    title: 'nine ways through a function',
    path: SERVICE,
    code: `export function a(b: number) {\n${lines(8, 'if (b > 1) b += 1')}\nreturn b }`,
    rule: 'complexity',
  },
  { title: 'console in a source', path: SERVICE, code: 'console.log(1)', rule: 'no-console' },
  { title: 'v-html', path: VIEW, code: component('<p v-html="html"></p>'), rule: 'vue/no-v-html' },
  { title: 'text in a template', path: VIEW, code: component('<p>Guardar {{ html }}</p>'), rule: 'vue/no-bare-strings-in-template' },
  {
    title: 'a component with options',
    path: VIEW,
    code: '<script lang="ts">\nexport default { data: () => ({}) }\n</script>\n<template><p></p></template>\n',
    rule: 'vue/component-api-style',
  },
  {
    title: 'a promise that nobody awaits',
    path: 'apps/api/src/app.ts',
    code: 'export function a(b: () => Promise<void>) { b() }',
    rule: '@typescript-eslint/no-floating-promises',
    typed: true,
  },
]

const ALLOWED: Omit<Seed, 'rule'>[] = [
  {
    title: 'the words of the glossary',
    path: SERVICE,
    code: 'export const candidatura = { consentimiento: 1, observacion: 2, estatus: 3 }',
  },
  {
    title: 'a name that a library gave',
    path: SERVICE,
    code: "import { receipt as acuse } from 'mailer'\nexport const folio = acuse.receiptNumber",
  },
  { title: 'the environment, handed to a child', path: SERVICE, code: 'export const env = { ...process.env, LC_ALL: "C" }' },
  { title: 'the environment in config.ts', path: 'apps/api/src/config.ts', code: 'export const port = process.env.PORT' },
  { title: 'the date in clock.ts', path: 'apps/api/src/shared/clock.ts', code: 'export const now = () => Date.now()' },
  { title: 'SQL in a service', path: SERVICE, code: 'export const list = (tx: Tx) => tx.query("select 1")' },
  { title: 'a date out of a number', path: SERVICE, code: 'export const day = new Date(0)' },
  {
    title: 'the visor asks for a public path',
    path: 'apps/visor/src/seed.ts',
    code: "export const list = (client: Client) => client.GET('/publico/proceso')",
  },
  {
    title: 'the words inside a comment, and words that begin like them',
    path: SERVICE,
    code: '// Office of a party. What follows is public.\n/** Whole\n * of it. */\nexport const all = 1',
  },
  { title: 'an address of the visor itself', path: 'apps/visor/src/seed.ts', code: "export const path = '/candidaturas'" },
]

let problems: Problem[][]

beforeAll(() => {
  problems = runModule<Problem[][]>('lint.mjs', [...SEEDS, ...ALLOWED])
})

test.each(SEEDS.map((seed, index) => [seed.title, seed.rule, index] as const))('%s: %s', (_title, rule, index) => {
  const found = (problems[index] ?? []).filter((problem) => problem.rule === rule)
  expect(found).not.toEqual([])
  expect(found.map(({ message }) => message).join('\n')).toContain(SEEDS[index]?.says ?? '')
})

test.each(ALLOWED.map(({ title }, index) => [title, index] as const))('%s: allowed', (_title, index) => {
  expect(problems[SEEDS.length + index]).toEqual([])
})

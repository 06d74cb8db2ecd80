import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const HOOKS = join(import.meta.dirname, '../../scripts/hooks')
// No repository around it: the hook reads the file that it is given and nothing of git.
const folder = mkdtempSync(join(tmpdir(), 'conoceles-commit-'))
const file = join(folder, 'COMMIT_EDITMSG')
afterAll(() => rmSync(folder, { recursive: true }))

function judge(message: string): { status: number | null; said: string[] } {
  writeFileSync(file, message)
  const { status, stderr } = spawnSync(join(HOOKS, 'commit-msg'), [file], { cwd: folder, encoding: 'utf8' })
  return { status, said: stderr.trim().split('\n') }
}

it.each([
  ['with an imperative', 'Open the titles with their verb'],
  ['of 72 characters', `Open ${'ñ'.repeat(67)}`],
  ['before a long body', `Open the titles\n\n${'Why '.repeat(40)}`],
  ['below remarks of git', '\n# On branch main\nOpen the titles\n'],
  ['that git wrote for a merge', `Merge branch 'main' into ${'x'.repeat(60)}`],
  ['that a rebase melts into another', 'fixup! whatever it was'],
  ['that is empty, which git refuses itself', '# On branch main\n'],
])('accepts a subject %s', (_title, message) => {
  expect(judge(message)).toEqual({ status: 0, said: [''] })
})

it.each([
  ['of 73 characters', `Open ${'ñ'.repeat(68)}`, 'The subject has 73 characters: keep 72 and give the reason in the body.'],
  ['without a verb', 'Whoever asks is told', '«Whoever» is no imperative of scripts/hooks/verbs.txt: open with one, or add yours there.'],
  ['behind a blank', ' Of titles', '«Of» is no imperative of scripts/hooks/verbs.txt: open with one, or add yours there.'],
  ['in small letters', 'open the titles', '«open» is no imperative of scripts/hooks/verbs.txt: open with one, or add yours there.'],
])('refuses a subject %s, and says where the message is kept', (_title, message, fault) => {
  expect(judge(message)).toEqual({ status: 1, said: [fault, `The message is kept: git commit -e -F ${file}`] })
})

it('keeps its list of verbs sorted, each one once', () => {
  const verbs = readFileSync(join(HOOKS, 'verbs.txt'), 'utf8').trim().split('\n')
  expect(verbs).toEqual([...new Set(verbs)].sort())
})

// Reads seeds ({ path, code }) from standard input and lints each as if it stood at its path. Prints the broken rules with their messages.
// A process of its own: the configuration is an ES module and Jest is not.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'

const seeds = JSON.parse(readFileSync(0, 'utf8'))
const cwd = fileURLToPath(new URL('../../../', import.meta.url))
// A file that exists only here is in no TypeScript project, so the few rules that ask for types are seen red on a real path.
const untyped = { languageOptions: { parserOptions: { projectService: false } }, rules: await typedRulesOff() }
const linters = { typed: new ESLint({ cwd }), untyped: new ESLint({ cwd, overrideConfig: untyped }) }
const results = []
for (const { path, code, typed } of seeds) {
  const [{ messages }] = await linters[typed ? 'typed' : 'untyped'].lintText(code, { filePath: path })
  results.push(messages.map(({ ruleId, message }) => ({ rule: ruleId, message })))
}
console.log(JSON.stringify(results))

async function typedRulesOff() {
  const { TYPED } = await import('../../../eslint.config.js')
  return Object.fromEntries(Object.keys(TYPED).map((name) => [name, 'off']))
}

// Reads { seeds: [{ path, code }], files } from standard input and judges every regular expression in them with recheck: a literal, `new RegExp` of
// what this file says, a `pattern` of a schema. Prints { judged, refused: [{ path, expression, why }] }. Verdicts are kept by their text.
import { readFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import recheck from 'recheck/lib/browser.js'
import ts from 'typescript'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const CACHE = join(ROOT, '.cache/expressions.json')
const TERM_MS = 120_000
const { version } = createRequire(import.meta.url)('recheck/package.json')

const { seeds, files } = JSON.parse(readFileSync(0, 'utf8'))
const known = readKnown()
const found = [...seeds, ...files.map((path) => ({ path, code: readFileSync(join(ROOT, path), 'utf8') }))].flatMap(expressionsIn)
const refused = found.flatMap(({ path, expression, source, flags }) => {
  const why = source === null ? 'its parts are not in this file' : verdictOn(source, flags)
  return why === 'safe' ? [] : [{ path, expression, why }]
})
mkdirSync(join(ROOT, '.cache'), { recursive: true })
writeFileSync(CACHE, JSON.stringify({ version, safe: [...known] }))
console.log(JSON.stringify({ judged: new Set(found.map(({ source, flags }) => `/${source}/${flags}`)).size, refused }))

function readKnown() {
  try {
    const kept = JSON.parse(readFileSync(CACHE, 'utf8'))
    return new Set(kept.version === version ? kept.safe : [])
  } catch {
    return new Set()
  }
}

function verdictOn(source, flags) {
  const key = `/${source}/${flags}`
  if (known.has(key)) return 'safe'
  const { status, complexity, error } = recheck.checkSync(source, flags, { timeout: TERM_MS })
  if (status === 'unknown') return `not judged: ${error.kind}`
  if (status === 'vulnerable') return complexity.summary
  known.add(key)
  return 'safe'
}

/** Scripts of a component. */
function expressionsIn({ path, code }) {
  const scripts = path.endsWith('.vue')
    ? [...code.matchAll(/<script[^<>]*>/g)].map(({ index }) => code.slice(code.indexOf('>', index) + 1, code.indexOf('</script>', index)))
    : [code]
  return scripts.flatMap((script) => {
    const file = ts.createSourceFile(path, script, ts.ScriptTarget.Latest)
    const constants = new Map()
    const expressions = []
    const visit = (node) => {
      if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) constants.set(node.name.text, node.initializer)
      const made = madeBy(node, file)
      if (made) expressions.push(made)
      ts.forEachChild(node, visit)
    }
    visit(file)
    return expressions.map(({ expression, pattern, flags }) => ({ path, expression, source: textOf(pattern, constants), flags }))
  })
}

function madeBy(node, file) {
  const expression = () => node.getText(file)
  if (ts.isRegularExpressionLiteral(node)) {
    const end = node.text.lastIndexOf('/')
    return { expression: node.text, pattern: node.text.slice(1, end), flags: node.text.slice(end + 1) }
  }
  if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp') {
    const [pattern, flags] = node.arguments ?? []
    return { expression: expression(), pattern, flags: flags && ts.isStringLiteralLike(flags) ? flags.text : '' }
  }
  // Ajv reads them so.
  if (ts.isPropertyAssignment(node) && node.name.text === 'pattern' && ts.isStringLiteralLike(node.initializer))
    return { expression: expression(), pattern: node.initializer.text, flags: 'u' }
  return null
}

/** Text of an expression, if this file holds it. */
function textOf(node, constants) {
  if (typeof node === 'string') return node
  if (node && (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)))
    return node.text.replaceAll('_', (sign) => (ts.isNumericLiteral(node) ? '' : sign))
  if (node && ts.isIdentifier(node)) return constants.has(node.text) ? textOf(constants.get(node.text), constants) : null
  if (!node || !ts.isTemplateExpression(node)) return null
  const parts = node.templateSpans.map(({ expression, literal }) => [textOf(expression, constants), literal.text])
  return parts.some(([text]) => text === null) ? null : node.head.text + parts.flat().join('')
}

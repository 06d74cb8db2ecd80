import { basename } from 'node:path'
import { AMBIGUOUS, TRANSLATIONS } from './glossary.mjs'

/** Rules of this house that no published plugin has. Every message says what to write instead. */
export const conoceles = {
  rules: {
    vocabulary: nameRule(vocabularyProblem),
    'ascii-names': nameRule(asciiProblem),
    'no-positional-boolean': { meta: { type: 'problem', schema: [] }, create: positionalBoolean },
    'comment-opening': { meta: { type: 'problem', schema: [] }, create: commentOpening },
  },
}

/** Checks each name that a file declares, and the file's own name. */
function nameRule(findProblem) {
  const create = (context) => {
    const check = (node, name) => {
      const problem = findProblem(name)
      if (problem) context.report({ node, message: `«${name}»: ${problem}` })
    }
    return {
      Program: (node) => check(node, basename(context.filename)),
      Identifier: (node) => isOurs(node) && check(node, node.name),
      PrivateIdentifier: (node) => check(node, node.name),
    }
  }
  return { meta: { type: 'problem', schema: [] }, create }
}

/** Names are judged where they are declared: what is only read (`client.receipt`) may be a library's. */
function isOurs(node) {
  const parent = node.parent
  const isRead = parent.type === 'MemberExpression' && parent.property === node && !parent.computed
  const isImported = parent.type === 'ImportSpecifier' && parent.imported === node
  return !isRead && !isImported
}

function vocabularyProblem(name) {
  const translation = TRANSLATIONS.find(([pattern]) => pattern.test(name))
  if (translation) return `a term of law keeps its Spanish word: ${translation[1]}.`
  const ambiguous = AMBIGUOUS.find(([pattern]) => pattern.test(name))
  return ambiguous ? `${ambiguous[1]}.` : null
}

function asciiProblem(name) {
  return /[^\x20-\x7e]/.test(name) ? 'names are ASCII, without accents; ñ is written ni (anio, campania).' : null
}

function positionalBoolean(context) {
  const check = (node) => {
    if (node.params.length < 2) return
    for (const param of node.params.filter(isBoolean)) {
      context.report({ node: param, message: 'A bare true or false says nothing where it is called: take one object with named fields.' })
    }
  }
  return { FunctionDeclaration: check, FunctionExpression: check, ArrowFunctionExpression: check }
}

function isBoolean(param) {
  if (param.type === 'AssignmentPattern') return typeof param.right.value === 'boolean' || isBoolean(param.left)
  return param.typeAnnotation?.typeAnnotation.type === 'TSBooleanKeyword'
}

const OPENING = /^[\s*]*(Of|Whoever|Who|What)\b/

/** Each line of a run of `//` is a comment here, as it is for the parser. */
function commentOpening(context) {
  const { sourceCode } = context
  const check = ({ value, loc }) => {
    const word = OPENING.exec(value)?.[1]
    if (word) context.report({ loc, message: `«${word} …»: open the comment with its noun or its verb, and name the actor.` })
  }
  return {
    Program: () => {
      const fragment = sourceCode.parserServices.getDocumentFragment?.()
      const comments = [...sourceCode.getAllComments(), ...(fragment?.comments ?? []), ...styleComments(fragment, sourceCode)]
      comments.forEach(check)
    },
  }
}

/** Comments of the styles of a component, which its parser leaves as text. */
function styleComments(fragment, sourceCode) {
  const styles = (fragment?.children ?? []).filter(({ name }) => name === 'style')
  return styles.flatMap(({ range: [start, end] }) => {
    const [, ...opened] = sourceCode.text.slice(start, end).split('/*')
    let at = end - opened.join('/*').length
    return opened.map((rest) => {
      const loc = sourceCode.getLocFromIndex(at)
      at += rest.length + '/*'.length
      return { value: rest, loc }
    })
  })
}

// Reads seeds from standard input, plants them one at a time in a copy of the sources and prints, for each, the rules it broke.
// A process of its own: dependency-cruiser is ESM and Jest is not.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cruise } from 'dependency-cruiser'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { copySources } from './copy-sources.mjs'

const repository = fileURLToPath(new URL('../../../', import.meta.url))
const { forbidden, options } = createRequire(import.meta.url)(join(repository, '.dependency-cruiser.cjs'))
const { tsConfig, ...cruiseOptions } = options
const seeds = JSON.parse(readFileSync(0, 'utf8'))
const copy = mkdtempSync(join(tmpdir(), 'conoceles-arquitectura-'))
try {
  copySources(repository, copy)
  process.chdir(copy)
  const results = []
  for (const seed of seeds) results.push(await broken(seed))
  console.log(JSON.stringify({ names: [...new Set(forbidden.map(({ name }) => name))], results }))
} finally {
  rmSync(copy, { recursive: true, force: true })
}

async function broken(files) {
  const paths = Object.keys(files)
  const before = paths.map((path) => read(path))
  for (const [path, text] of Object.entries(files)) append(path, text)
  const { output } = await cruise(
    paths,
    { ...cruiseOptions, ruleSet: { forbidden }, validate: true },
    cruiseOptions.enhancedResolveOptions,
    {
      tsConfig: extractTSConfig(tsConfig.fileName),
    },
  )
  paths.forEach((path, index) => restore(path, before[index]))
  return output.summary.violations.filter(({ from }) => paths.includes(from)).map(({ rule }) => rule.name)
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** An import may stand anywhere in a module; in a component it belongs into the script. */
function append(path, text) {
  const found = read(path)
  mkdirSync(dirname(path), { recursive: true })
  if (found === null)
    writeFileSync(
      path,
      path.endsWith('.vue') ? `<script setup lang="ts">\n${text}\n</script>\n<template><p></p></template>\n` : `${text}\n`,
    )
  else if (path.endsWith('.vue')) writeFileSync(path, found.replace('</script>', `${text}\n</script>`))
  else writeFileSync(path, `${found}\n${text}\n`)
}

function restore(path, before) {
  if (before === null) rmSync(path)
  else writeFileSync(path, before)
}

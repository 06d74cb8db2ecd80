// npm run build [-- --real] [api visor consola]: all of it, or what is named. --real builds for a real proceso, without the demonstration accounts.
import { parseArgs } from 'node:util'
import { buildAll } from './lib/build.mjs'

const started = Date.now()
const { values, positionals } = parseArgs({ allowPositionals: true, options: { real: { type: 'boolean', default: false } } })
const names = await buildAll({ force: true, real: values.real, ...(positionals.length > 0 ? { only: positionals } : {}) })
console.log(`Built ${names.join(', ')} in ${((Date.now() - started) / 1000).toFixed(1)} s.`)

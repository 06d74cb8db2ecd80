import { buildAll } from './lib/build.mjs'

const started = Date.now()
const asked = process.argv.slice(2)
const names = await buildAll({ force: true, ...(asked.length > 0 ? { only: asked } : {}) })
console.log(`Built ${names.join(', ')} in ${((Date.now() - started) / 1000).toFixed(1)} s.`)

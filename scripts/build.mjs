import { buildAll } from './lib/build.mjs'

const started = Date.now()
const names = await buildAll({ force: true })
console.log(`Built ${names.join(', ')} in ${((Date.now() - started) / 1000).toFixed(1)} s.`)

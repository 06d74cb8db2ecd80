// Process of the API for `npm run dev`: it loads the packages of npm ahead, and the API when it is told where it stands.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [, , manifest, entry] = process.argv
// The parent may be gone before it says anything.
process.once('disconnect', quit)
const told = new Promise((done) => process.once('message', done))
const require = createRequire(manifest)
for (const name of Object.keys(JSON.parse(readFileSync(manifest, 'utf8')).dependencies)) await load(name)
const { env, args } = await told
Object.assign(process.env, env)
process.argv.splice(2, Infinity, ...args)
process.off('disconnect', quit)
await import(pathToFileURL(entry).href)

/** Only what the API imports by that name is found again; the rest it loads itself. */
async function load(name) {
  try {
    await import(pathToFileURL(require.resolve(name)).href)
  } catch {
    // A package without an entry for require, as one of types or of our own workspace.
  }
}

function quit() {
  process.exit(0)
}

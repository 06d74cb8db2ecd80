// The one command of a fresh clone: it uses nothing that is not in Node, and loads the rest only once this Node is known to do.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error('Hace falta Node 20.19 o posterior; aquí hay ' + process.versions.node + '.')
  process.exit(1)
}
import('./lib/serve.mjs').then(({ serve }) => serve())

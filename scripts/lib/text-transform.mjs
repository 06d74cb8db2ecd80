/** Jest reads a file of SQL as its text, as esbuild does. */
export default {
  process: (text) => ({ code: `module.exports = { __esModule: true, default: ${JSON.stringify(text)} }` }),
}
